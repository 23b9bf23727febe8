# An endless fuzzer beside the fixed mutations; tests/fuzz/library_fuzz.c says how to run it.
if(LIMBER_FUZZ AND CMAKE_C_COMPILER_ID MATCHES Clang)
  add_executable(library-fuzz ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/library_fuzz.c)
  target_compile_options(library-fuzz PRIVATE -fsanitize=fuzzer)
  target_link_options(library-fuzz PRIVATE -fsanitize=fuzzer)
  target_link_libraries(library-fuzz PRIVATE limber-session)
endif()
