pkg_check_modules(CMINPACK REQUIRED IMPORTED_TARGET cminpack)
target_link_libraries(limber-figure PUBLIC PkgConfig::CMINPACK)

# Lanes are passed by value only between files compiled alike.
target_compile_options(limber-figure PUBLIC -Wno-psabi)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|amd64|AMD64)$")
  # What most time is spent in. Bits are the same at every level (figure.same-bytes).
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/march_wide.c PROPERTIES
    COMPILE_OPTIONS "-mavx2;$<$<CONFIG:Release>:-O3>")
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/march_masked.c PROPERTIES
    COMPILE_OPTIONS "-mavx512f;-mavx512vl;-mavx512dq;-mavx512bw;$<$<CONFIG:Release>:-O3>")
  target_compile_definitions(limber-figure PRIVATE LIMBER_MARCH_WIDE)
endif()
