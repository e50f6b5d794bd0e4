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
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core | fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gephi")
include(CPack)

# What Debian wants beside the program: compressed manual page and changelog, the licences.
find_program(GZIP gzip)
set(made ${CMAKE_CURRENT_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${made})
file(CONFIGURE OUTPUT ${made}/changelog.Debian CONTENT
"entente (${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * What is new stands in changelog.gz.

 -- ${CPACK_PACKAGE_CONTACT}  Sun, 22 Nov 2026 00:00:00 +0000
")
set(packed)
foreach(pair "doc/entente.1;entente.1.gz" "CHANGELOG.md;changelog.gz" "${made}/changelog.Debian;changelog.Debian.gz")
  list(GET pair 0 from)
  list(GET pair 1 to)
  cmake_path(ABSOLUTE_PATH from BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  add_custom_command(OUTPUT ${made}/${to}
    COMMAND ${GZIP} -9nc ${from} > ${made}/${to}
    DEPENDS ${from} VERBATIM)
  list(APPEND packed ${made}/${to})
endforeach()
add_custom_target(entente_package_files ALL DEPENDS ${packed})
install(FILES ${made}/entente.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/changelog.gz ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/entente)
# No bug of Debian's asks for a package that is not handed in there.
file(CONFIGURE OUTPUT ${made}/entente CONTENT "entente: initial-upload-closes-no-bugs\n")
install(FILES ${made}/entente DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
install(FILES doc/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/entente)
