# The properties that every session has are checked by two programs.
foreach(name compile shipped talk)
  target_sources(session-${name}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/session/properties.c)
endforeach()
