target_compile_definitions(limber-app PRIVATE
  LIMBER_SOURCE="${PROJECT_SOURCE_DIR}" LIMBER_BINARY="${PROJECT_BINARY_DIR}")

# The desktop's message bus, for pausing other players.
pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)
target_link_libraries(limber-app PUBLIC PkgConfig::SYSTEMD)

add_executable(limber ${CMAKE_CURRENT_SOURCE_DIR}/app/main.c)
target_link_libraries(limber PRIVATE limber-app)
target_compile_definitions(limber PRIVATE LIMBER_VERSION="${PROJECT_VERSION}")
set_target_properties(limber PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

# What folders.c looks for beside an installed program.
install(TARGETS limber limber-bake-program RUNTIME DESTINATION bin)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets/voice/coach DESTINATION share/limber/voice)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets/moves ${PROJECT_SOURCE_DIR}/routines ${PROJECT_BINARY_DIR}/sheets
        DESTINATION share/limber)
