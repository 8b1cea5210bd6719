# SPDX-License-Identifier: GPL-3.0-or-later
# Finds QScintilla for Qt 6 and defines QScintilla::QScintilla; headers as <Qsci/qsciscintilla.h>.
# QScintilla_ROOT names another prefix.
find_package(Qt6 6.4 QUIET REQUIRED COMPONENTS Widgets)

set(_qscintilla_places)
foreach(_dir IN LISTS Qt6Widgets_INCLUDE_DIRS)
  get_filename_component(_parent ${_dir} DIRECTORY)
  list(APPEND _qscintilla_places ${_dir} ${_parent})
endforeach()
find_path(QScintilla_INCLUDE_DIR Qsci/qsciscintilla.h HINTS ${_qscintilla_places} PATH_SUFFIXES qt6)
find_library(QScintilla_LIBRARY NAMES qscintilla2_qt6)

if(QScintilla_INCLUDE_DIR)
  file(STRINGS ${QScintilla_INCLUDE_DIR}/Qsci/qsciglobal.h _line REGEX "define QSCINTILLA_VERSION_STR")
  string(REGEX REPLACE ".*\"(.*)\".*" "\\1" QScintilla_VERSION "${_line}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(QScintilla REQUIRED_VARS QScintilla_LIBRARY QScintilla_INCLUDE_DIR
  VERSION_VAR QScintilla_VERSION
  REASON_FAILURE_MESSAGE "on Debian: apt install libqscintilla2-qt6-dev")
mark_as_advanced(QScintilla_INCLUDE_DIR QScintilla_LIBRARY)

if(QScintilla_FOUND AND NOT TARGET QScintilla::QScintilla)
  add_library(QScintilla::QScintilla UNKNOWN IMPORTED)
  set_target_properties(QScintilla::QScintilla PROPERTIES
    IMPORTED_LOCATION ${QScintilla_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${QScintilla_INCLUDE_DIR}
    INTERFACE_COMPILE_DEFINITIONS QSCINTILLA_DLL)
  target_link_libraries(QScintilla::QScintilla INTERFACE Qt6::Widgets)
endif()
