# The properties that every session has are checked by seven programs.
foreach(name before_set change compile fit pace shipped talk)
  target_sources(session-${name}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/session/properties.c)
endforeach()
