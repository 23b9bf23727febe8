# limber-voice: for those who make a voice; not installed.
add_executable(limber-voice-program ${CMAKE_CURRENT_LIST_DIR}/main.c)
set_target_properties(limber-voice-program PROPERTIES OUTPUT_NAME limber-voice
  RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
target_link_libraries(limber-voice-program PRIVATE limber-voice)
