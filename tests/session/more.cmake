# The properties that every session has are checked by six programs.
foreach(name before_set compile fit pace shipped talk)
  target_sources(session-${name}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/session/properties.c)
endforeach()
