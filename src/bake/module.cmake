# limber-bake, and one sprite sheet for every move, variant and way: made again only when the move or the program changes.
target_link_libraries(limber-bake PUBLIC Threads::Threads)
add_executable(limber-bake-program ${CMAKE_CURRENT_LIST_DIR}/main.c)
set_target_properties(limber-bake-program PROPERTIES OUTPUT_NAME limber-bake
  RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}) # beside limber, which starts it for a person's own moves
target_link_libraries(limber-bake-program PRIVATE limber-bake)

# A change of what draws makes every sheet anew; a change of anything else none that shows the same (key.h).
file(GLOB drawing CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/figure/*.[ch] ${PROJECT_SOURCE_DIR}/src/image/*.[ch])
list(FILTER drawing EXCLUDE REGEX "/(balance|checks|clip|contacts|label|motion|names|skeleton|skin|tracks)\\.[ch]$")
foreach(name bake.c pages.h pages.c plan.c travel.c)
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
  # Asked at every build: limber-bake knows itself what is missing, older than its move or of a variant that is gone,
  # and shares the processors among what is to be drawn.
  file(GLOB moves CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/moves/*.move ${PROJECT_SOURCE_DIR}/assets/moves/ways/*.way)
  add_custom_target(sheets ALL COMMAND limber-bake-program --changed ${moves} -o ${PROJECT_BINARY_DIR}/sheets
                    COMMENT "Baking what changed" USES_TERMINAL VERBATIM)
endif()
