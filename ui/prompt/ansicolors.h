// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QColor>
#include <QStringView>
#include <QVarLengthArray>

#include <optional>

namespace Skillet::Ui {

/// The role that comes nearest to a colour of a terminal: one of the eight, of the 256, or any.
[[nodiscard]] ColorRole roleOf(int ansi);
[[nodiscard]] ColorRole roleOfIndex(int index);
[[nodiscard]] ColorRole roleOfRgb(const QColor &color);
/// The role of a background in the colour of `role`.
[[nodiscard]] ColorRole softRole(ColorRole role);

/// The colour itself; nothing where the theme has a role for it.
[[nodiscard]] std::optional<QRgb> exactOf(int ansi);
[[nodiscard]] std::optional<QRgb> exactOfIndex(int index);

/// The numbers of one sequence; no terminal takes more.
inline constexpr int MostAnsiCodes = 32;
using AnsiCodes = QVarLengthArray<int, MostAnsiCodes>;
/// `38;5;n` or, which means the same, `38:5:n`. What is no number counts as 0.
[[nodiscard]] AnsiCodes codesOf(QStringView parameters);

} // namespace Skillet::Ui
