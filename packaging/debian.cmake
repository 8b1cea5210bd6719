# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: packaging/package makes it with CPack. For the release it is made on: it links that
# release's Qt and Python.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME skillet)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(SKILLET_MAINTAINER "The Skillet authors <skillet@localhost>" CACHE STRING
  "Name and address of whoever makes this Debian package")
set(CPACK_PACKAGE_CONTACT ${SKILLET_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop workbench for learning Python")
set(CPACK_PACKAGE_DESCRIPTION
"Skillet pairs a code editor, a live Python prompt and a picture of what went
wrong with a course that knows where the learner stands. It needs no account,
no server and no network.
.
Programs run in a process of their own, so that an endless loop or a crash
never takes the window with it. Exceptions are drawn: the part of the line
that failed, the values in it, and the calls that led there.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# What no library dependency tells. Python's standard library comes with the python3 of the libpython that is
# linked; Qt loads its SQLite driver, its SVG icon engine and its Wayland support at run time.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "python3 (>= 3.11), libqt6sql6-sqlite, python3-pyflakes")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-jetbrains-mono, python3-jedi, python3-pytest, python3-venv, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "black, flake8, python3-tk")
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.8)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", qt6-svg-plugins")
endif()

# What Debian's policy asks for beside the files of the program, compressed as it asks.
function(compressed text_file compressed_file)
  execute_process(COMMAND gzip -9 --no-name --stdout ${text_file} OUTPUT_FILE ${compressed_file} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog)
file(WRITE ${changelog}
"skillet (${PROJECT_VERSION}) unstable; urgency=medium

  * The changes of this version are told in the program's CHANGELOG.md.

 -- ${SKILLET_MAINTAINER}  Sun, 22 Nov 2026 12:00:00 +0000
")
compressed(${changelog} ${changelog}.gz)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/skillet.1)
compressed(${CMAKE_CURRENT_SOURCE_DIR}/skillet.1 ${CMAKE_CURRENT_BINARY_DIR}/skillet.1.gz)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/skillet.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${changelog}.gz ${CMAKE_CURRENT_SOURCE_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/skillet)

include(CPack)
