pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
target_link_libraries(limber-image PUBLIC PkgConfig::WEBP PkgConfig::ZLIB)
