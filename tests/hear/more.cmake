target_link_libraries(hear-hear_test PRIVATE limber-sound) # whose synthesiser speaks the commands
