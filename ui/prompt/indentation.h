// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

inline constexpr int IndentWidth = 4;

/// The spaces that the line after `code` starts with: one step deeper after a colon or an open bracket, one
/// step back after return, pass, break, continue and raise, else as the last line.
[[nodiscard]] QString indentAfter(const QString &code);

/// Whether `code` seems to be a whole block, for when Python cannot be asked at once: no open bracket, string
/// or backslash, and a block that a colon opened was ended by a blank line.
[[nodiscard]] bool looksComplete(const QString &code);

/// Whether `code` is one line that is no beginning of anything longer: Python need not be asked. False also
/// when that cannot be told without a parser.
[[nodiscard]] bool isSimpleStatement(const QString &code);

/// Number of spaces that Backspace takes away with only `before` in front of the caret: back to the last
/// multiple of IndentWidth within spaces, else 1.
[[nodiscard]] int backspaceWidth(const QString &before);

} // namespace Skillet::Ui
