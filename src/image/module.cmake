pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp)
target_link_libraries(limber-image PUBLIC PkgConfig::WEBP)
