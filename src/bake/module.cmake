# limber-bake, and one sprite sheet for every move and way: made again only when the move or the program changes.
target_link_libraries(limber-bake PUBLIC Threads::Threads)
add_executable(limber-bake-program ${CMAKE_CURRENT_LIST_DIR}/main.c)
set_target_properties(limber-bake-program PROPERTIES OUTPUT_NAME limber-bake
  RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}) # beside limber, which starts it for a person's own moves
target_link_libraries(limber-bake-program PRIVATE limber-bake)

# A change of what draws makes every sheet anew; a change of anything else none that shows the same (key.h).
file(GLOB drawing CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/figure/*.[ch] ${PROJECT_SOURCE_DIR}/src/image/*.[ch])
list(FILTER drawing EXCLUDE REGEX "/(balance|checks|clip|contacts|label|motion|names|skeleton|skin|tracks)\\.[ch]$")
foreach(name bake.c pages.h pages.c plan.c)
  list(APPEND drawing ${CMAKE_CURRENT_LIST_DIR}/${name})
endforeach()
string(JOIN "\n" lines ${drawing})
file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/drawing.txt CONTENT "${lines}\n")
add_custom_command(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/bake_sources.h
  COMMAND ${CMAKE_COMMAND} -DLIST=${CMAKE_CURRENT_BINARY_DIR}/drawing.txt -DOUT=${CMAKE_CURRENT_BINARY_DIR}/bake_sources.h
          -P ${CMAKE_CURRENT_LIST_DIR}/sources.cmake
  DEPENDS ${drawing} ${CMAKE_CURRENT_LIST_DIR}/sources.cmake ${CMAKE_CURRENT_BINARY_DIR}/drawing.txt VERBATIM)
target_sources(limber-bake PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/bake_sources.h)
target_include_directories(limber-bake PRIVATE ${CMAKE_CURRENT_BINARY_DIR})

if(LIMBER_SHEETS)
  # Sheets are baked beside each other, as many as there are processors, each by one thread.
  cmake_host_system_information(RESULT processors QUERY NUMBER_OF_LOGICAL_CORES)
  set_property(GLOBAL APPEND PROPERTY JOB_POOLS sheets=${processors})
  file(GLOB moves CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/moves/*.move ${PROJECT_SOURCE_DIR}/assets/moves/ways/*.way)
  set(sheets)
  foreach(move ${moves})
    get_filename_component(id ${move} NAME_WE)
    if(move MATCHES "\\.way$")
      set(id way-${id})
    endif()
    set(sheet ${PROJECT_BINARY_DIR}/sheets/${id}/sheet.txt)
    add_custom_command(OUTPUT ${sheet}
      COMMAND limber-bake-program ${move} -o ${PROJECT_BINARY_DIR}/sheets --jobs 1
      DEPENDS ${move} limber-bake-program JOB_POOL sheets
      COMMENT "Baking ${id}" VERBATIM)
    list(APPEND sheets ${sheet})
  endforeach()
  add_custom_target(sheets ALL DEPENDS ${sheets})
endif()
