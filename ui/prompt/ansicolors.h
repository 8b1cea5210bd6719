// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QColor>

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

} // namespace Skillet::Ui
