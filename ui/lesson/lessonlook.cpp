// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lessonlook.h"

#include "theme/theme.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace Skillet::Ui {

namespace {

// Of the size of the letters.
constexpr double lineHeight = 1.55;
constexpr double codeLineHeight = 1.45;

int percentOf(const QFont &font, double height)
{
    const double spacing = QFontMetricsF(font).lineSpacing();
    return std::max(100, qRound(100 * height * QFontInfo(font).pixelSize() / spacing));
}

} // namespace

LessonLook lessonLook(const Theme &theme)
{
    LessonLook look;
    look.text = theme.color(ColorRole::Text);
    look.muted = theme.color(ColorRole::Muted);
    look.accent = theme.color(ColorRole::Accent);
    look.border = theme.color(ColorRole::Border);
    look.code = theme.color(ColorRole::Code);
    look.output = theme.color(ColorRole::Ground);
    const QFontInfo code(theme.font(FontRole::Code));
    look.codeFamily = code.family();
    look.codeSize = code.pixelSize();
    look.textSize = QFontInfo(theme.font(FontRole::Lesson)).pixelSize();
    look.smallSize = QFontInfo(theme.font(FontRole::InterfaceSmall)).pixelSize();
    look.linePercent = percentOf(theme.font(FontRole::Lesson), lineHeight);
    look.codeLinePercent = percentOf(theme.font(FontRole::Code), codeLineHeight);
    look.unit = theme.scaled(4);
    return look;
}

} // namespace Skillet::Ui
