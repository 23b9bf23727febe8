add_test(NAME bake.cli COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/bake/cli.sh $<TARGET_FILE:limber-bake-program>
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(bake.cli PROPERTIES TIMEOUT 300)

# Every rule and every move's own lines, over every frame of everything shipped.
file(GLOB moves CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/moves/*.move)
add_test(NAME bake.moves COMMAND limber-bake-program --check ${moves})
set_tests_properties(bake.moves PROPERTIES TIMEOUT 300)
