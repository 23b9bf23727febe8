add_test(NAME bake.cli COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/bake/cli.sh $<TARGET_FILE:limber-bake-program>
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(bake.cli PROPERTIES TIMEOUT 300)
