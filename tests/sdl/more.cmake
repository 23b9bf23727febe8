target_sources(sdl-figures_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/puppet.c)
target_sources(sdl-mixing_test PRIVATE ${CMAKE_CURRENT_LIST_DIR}/puppet.c)
