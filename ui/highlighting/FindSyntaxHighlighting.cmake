# SPDX-License-Identifier: GPL-3.0-or-later
# Finds KSyntaxHighlighting for Qt 6 and defines Skillet::SyntaxHighlighting; headers as
# <KSyntaxHighlighting/Repository>. Either the distribution's KF6 package, or version 5.116 as
# packaging/ksyntaxhighlighting builds it, which lies in SKILLET_DEPS or in the user's cache.
find_package(KF6SyntaxHighlighting QUIET)
set(_syntaxhighlighting_target KF6::SyntaxHighlighting)
set(SyntaxHighlighting_VERSION ${KF6SyntaxHighlighting_VERSION})

if(NOT TARGET KF6::SyntaxHighlighting)
  if(SKILLET_DEPS)
    set(_deps ${SKILLET_DEPS})
  elseif(DEFINED ENV{SKILLET_DEPS})
    set(_deps $ENV{SKILLET_DEPS})
  elseif(DEFINED ENV{XDG_CACHE_HOME})
    set(_deps $ENV{XDG_CACHE_HOME}/skillet-build)
  else()
    set(_deps $ENV{HOME}/.cache/skillet-build)
  endif()
  # Only from there: a KF5 package of the distribution is for Qt 5. It is a static library that uses Qt Network.
  find_package(Qt6 6.4 QUIET COMPONENTS Network)
  set(QT_MAJOR_VERSION 6)
  find_package(KF5SyntaxHighlighting 5.116 QUIET CONFIG
    PATHS ${_deps}/ksyntaxhighlighting-5.116.0 NO_DEFAULT_PATH)
  set(_syntaxhighlighting_target KF5::SyntaxHighlighting)
  set(SyntaxHighlighting_VERSION ${KF5SyntaxHighlighting_VERSION})
endif()

if(TARGET ${_syntaxhighlighting_target})
  set(SyntaxHighlighting_TARGET ${_syntaxhighlighting_target})
  if(NOT TARGET Skillet::SyntaxHighlighting)
    add_library(skillet_syntaxhighlighting INTERFACE)
    target_link_libraries(skillet_syntaxhighlighting INTERFACE ${_syntaxhighlighting_target})
    add_library(Skillet::SyntaxHighlighting ALIAS skillet_syntaxhighlighting)
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(SyntaxHighlighting REQUIRED_VARS SyntaxHighlighting_TARGET
  VERSION_VAR SyntaxHighlighting_VERSION
  REASON_FAILURE_MESSAGE "packaging/ksyntaxhighlighting builds it (Debian 13 has it as libkf6syntaxhighlighting-dev)")
