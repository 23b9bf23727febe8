# The window, its letters and the sound device.
pkg_check_modules(SDL2 REQUIRED IMPORTED_TARGET sdl2)
pkg_check_modules(SDL2_TTF REQUIRED IMPORTED_TARGET SDL2_ttf)
pkg_check_modules(SDL2_MIXER REQUIRED IMPORTED_TARGET SDL2_mixer)
target_link_libraries(limber-sdl PUBLIC PkgConfig::SDL2 PkgConfig::SDL2_TTF PkgConfig::SDL2_MIXER)

# Mixing pictures is a loop over bytes that is done sixteen at a time, at this level. Bits are the same at every level.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/stamp.c PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O3>")
