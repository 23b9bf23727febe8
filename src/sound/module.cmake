# The synthesiser. flite has no pkg-config file; the voice comes first, what it needs after it.
find_path(FLITE_INCLUDE flite/flite.h REQUIRED)
foreach(name flite_cmu_us_rms flite_usenglish flite_cmulex flite)
  find_library(LIB_${name} ${name} REQUIRED)
  target_link_libraries(limber-sound PUBLIC ${LIB_${name}})
endforeach()
target_include_directories(limber-sound PRIVATE ${FLITE_INCLUDE})
target_link_libraries(limber-sound PUBLIC Threads::Threads)

# Sound files, and changing their rates.
pkg_check_modules(SNDFILE REQUIRED IMPORTED_TARGET sndfile)
pkg_check_modules(MPG123 REQUIRED IMPORTED_TARGET libmpg123)
pkg_check_modules(SAMPLERATE REQUIRED IMPORTED_TARGET samplerate)
target_link_libraries(limber-sound PUBLIC PkgConfig::SNDFILE PkgConfig::MPG123 PkgConfig::SAMPLERATE)
