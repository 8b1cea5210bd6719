// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace Skillet::Ui {

class Theme;

/// Colours and sizes of a rendered lesson, apart from the theme so that the renderer can be tested without
/// one. Sizes in pixels.
struct LessonLook
{
    QColor text;
    QColor muted;
    QColor accent;
    QColor border;
    QColor code; ///< behind code
    QColor output; ///< behind what code prints
    QString codeFamily;
    int textSize = 16;
    int smallSize = 13;
    int codeSize = 14;
    // Qt takes line heights in percent of the font's own line spacing, which is larger than its size.
    int linePercent = 128;
    int codeLinePercent = 110;
    int unit = 4; ///< all distances are multiples of it
};

[[nodiscard]] LessonLook lessonLook(const Theme &theme);

} // namespace Skillet::Ui
