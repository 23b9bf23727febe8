# The database is SQLite's; only this folder knows.
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
target_link_libraries(limber-history PUBLIC PkgConfig::SQLITE)
