// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace Skillet::Ui {

inline constexpr int colorRoleCount = static_cast<int>(ColorRole::CurrentLine) + 1;
inline constexpr int designRadius = 6;

/// The colours and sizes of one look, as plain values. The Theme owns the current one; the style and the
/// icons share it and see a later change at once.
struct Scheme
{
    bool dark = false;
    bool highContrast = false;
    int zoom = 100;
    std::array<QColor, colorRoleCount> colors;

    [[nodiscard]] QColor color(ColorRole role) const { return colors[static_cast<std::size_t>(role)]; }
    /// `pixels` of the design at this zoom.
    [[nodiscard]] int scaled(int pixels) const { return qRound(pixels * zoom / 100.0); }
    /// `share` (0 to 1) of `over` laid on `base`: hover and pressed tints.
    [[nodiscard]] QColor mixed(ColorRole base, ColorRole over, double share) const;
};

enum class Contrast {
    Usual, ///< text at WCAG AA (4.5)
    High, ///< text at AAA (7), borders that can be seen (3), grounds of pure white or black
};

[[nodiscard]] Scheme makeScheme(bool dark, int zoomPercent, Contrast contrast = Contrast::Usual);
[[nodiscard]] QPalette makePalette(const Scheme &scheme);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// `wanted`, made lighter or darker until text of it can be read on `ground` (WCAG AA).
[[nodiscard]] QColor readableOn(const QColor &ground, const QColor &wanted);

} // namespace Skillet::Ui
