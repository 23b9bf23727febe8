# figure.same-bytes: the figure built as it ships, with -O0, and with clang where there is one, draws the same.
pkg_check_modules(CMINPACK REQUIRED IMPORTED_TARGET cminpack)
set(here ${CMAKE_CURRENT_SOURCE_DIR}/figure)
file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/figure/*.c)
list(APPEND sources ${here}/same_bytes.c)
set(wide_source ${PROJECT_SOURCE_DIR}/src/figure/march_wide.c)
set(wide_define)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64)$")
  set(wide_define -DLIMBER_MARCH_WIDE)
  set_source_files_properties(${wide_source} PROPERTIES COMPILE_OPTIONS -mavx2)
endif()

add_executable(figure-same-bytes ${here}/same_bytes.c)
target_link_libraries(figure-same-bytes PRIVATE limber-figure)
add_executable(figure-same-bytes-plain ${sources})
target_compile_options(figure-same-bytes-plain PRIVATE -O0 -Wno-psabi ${wide_define})
target_link_libraries(figure-same-bytes-plain PRIVATE limber-image PkgConfig::CMINPACK)
foreach(program figure-same-bytes figure-same-bytes-plain)
  target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
endforeach()
set(programs $<TARGET_FILE:figure-same-bytes> $<TARGET_FILE:figure-same-bytes-plain>)

# CMake knows one C compiler a build, so clang's objects are made by commands of their own.
find_program(LIMBER_CLANG clang)
if(LIMBER_CLANG AND NOT CMAKE_C_COMPILER_ID MATCHES "Clang")
  set(objects)
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    set(object ${CMAKE_CURRENT_BINARY_DIR}/same-bytes-clang/${name}.o)
    set(wide)
    if(wide_define AND source STREQUAL wide_source)
      set(wide -mavx2)
    endif()
    add_custom_command(OUTPUT ${object}
      COMMAND ${LIMBER_CLANG} -std=c17 -O2 -ffp-contract=off -Wno-psabi -D_POSIX_C_SOURCE=200809L ${wide_define} ${wide}
              -I${PROJECT_SOURCE_DIR}/src -I${CMAKE_CURRENT_SOURCE_DIR} "-I$<JOIN:${CMINPACK_INCLUDE_DIRS},;-I>"
              -MD -MF ${object}.d -c ${source} -o ${object}
      DEPENDS ${source} DEPFILE ${object}.d COMMAND_EXPAND_LISTS VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/same-bytes-clang)
  add_executable(figure-same-bytes-clang ${objects})
  set_target_properties(figure-same-bytes-clang PROPERTIES LINKER_LANGUAGE C)
  target_link_libraries(figure-same-bytes-clang PRIVATE limber-image PkgConfig::CMINPACK)
  list(APPEND programs $<TARGET_FILE:figure-same-bytes-clang>)
endif()

add_test(NAME figure.same-bytes COMMAND ${here}/same_bytes.sh ${programs})
set_tests_properties(figure.same-bytes PROPERTIES TIMEOUT 120)
