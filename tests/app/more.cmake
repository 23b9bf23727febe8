# The real program from the outside.
foreach(script cli whole transcript display doctor own_move voice new reload killed history today)
  add_test(NAME app.${script} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/app/${script}.sh ${PROJECT_BINARY_DIR}/limber
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(app.${script} PROPERTIES TIMEOUT 300)
endforeach()

# These pictures need the baked figure.
if(NOT LIMBER_SHEETS)
  set_tests_properties(app.screens_test app.coach_screens_test PROPERTIES DISABLED ON)
endif()

# Sentences of whole sessions as they are heard: all there, none over another, equally loud, nothing clipped.
add_test(NAME app.heard COMMAND bench-soundtrack short walk-indoors break-1 WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(app.heard PROPERTIES TIMEOUT 300)
