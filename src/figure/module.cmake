pkg_check_modules(CMINPACK REQUIRED IMPORTED_TARGET cminpack)
target_link_libraries(limber-figure PUBLIC PkgConfig::CMINPACK)
