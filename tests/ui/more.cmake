# What the tests of the screens share.
add_library(ui-fixture STATIC ui/fixture.c ui/seat.c)
target_include_directories(ui-fixture PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(ui-fixture PUBLIC limber-ui test-support PkgConfig::CMOCKA)
foreach(source ${tests})
  get_filename_component(name ${source} NAME_WE)
  target_link_libraries(ui-${name} PRIVATE ui-fixture)
endforeach()
