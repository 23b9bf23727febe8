# A person with a diary is made in one place.
foreach(name any_diary course progress today weeks)
  target_sources(coach-${name}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/coach/person.c)
endforeach()
