# The Debian package: `cpack --config build/release/CPackConfig.cmake` writes build/release/entente_VERSION_ARCH.deb.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Entente developers <entente@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "knowledge graphs from news articles, with a sentence behind every edge")
set(CPACK_PACKAGE_DESCRIPTION
"Reads news articles and finds people, organizations, countries, agreements and
dated relations between them; keeps the sentences that state each relation;
answers questions, draws diagrams and feeds Gephi. Works offline.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core | fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gephi")
include(CPack)

# What Debian wants beside the program: compressed manual page and changelog, the licences.
find_program(GZIP gzip)
set(made ${CMAKE_CURRENT_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${made})
foreach(pair "doc/entente.1;entente.1.gz" "CHANGELOG.md;changelog.gz")
  list(GET pair 0 from)
  list(GET pair 1 to)
  add_custom_command(OUTPUT ${made}/${to}
    COMMAND ${GZIP} -9nc ${CMAKE_CURRENT_SOURCE_DIR}/${from} > ${made}/${to}
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${from} VERBATIM)
endforeach()
add_custom_target(entente_package_files ALL DEPENDS ${made}/entente.1.gz ${made}/changelog.gz)
install(FILES ${made}/entente.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/entente)
install(FILES doc/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/entente)
