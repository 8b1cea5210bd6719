// SPDX-License-Identifier: GPL-3.0-or-later
#include "lesson/lessonlook.h"

#include "theme/theme.h"

#include <QFontInfo>

namespace Skillet::Ui {

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
    look.unit = theme.scaled(4);
    return look;
}

} // namespace Skillet::Ui
