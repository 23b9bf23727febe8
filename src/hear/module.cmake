# The recogniser of spoken commands. Without it Limber is whole, and hears nothing.
option(LIMBER_VOICE_COMMANDS "hear spoken commands, where pocketsphinx is installed" ON)
if(LIMBER_VOICE_COMMANDS)
  pkg_check_modules(POCKETSPHINX pocketsphinx)
endif()
if(POCKETSPHINX_FOUND)
  pkg_get_variable(POCKETSPHINX_MODELS pocketsphinx modeldir)
  # Debian's file names a folder of headers that is not there, which an imported target does not bear.
  target_include_directories(limber-hear SYSTEM PRIVATE ${POCKETSPHINX_INCLUDE_DIRS})
  target_link_libraries(limber-hear PRIVATE ${POCKETSPHINX_LIBRARIES})
  target_compile_definitions(limber-hear PRIVATE LIMBER_HEARS
    LIMBER_HEAR_MODEL="${POCKETSPHINX_MODELS}/en-us/en-us")
endif()
