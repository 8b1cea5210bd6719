// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

enum class IndentWith { Spaces, Tabs };

/// What the lines of a text begin with. Lines inside of a Python string with several lines count as text.
struct IndentationUse
{
    int byTabs = 0; ///< lines
    int bySpaces = 0;
    int byBoth = 0; ///< one line begins with both
    int firstOdd = 0; ///< from 1, the first line that is not as most are; 0: none
    int width = 4; ///< spaces of one step, where it can be told

    [[nodiscard]] bool isMixed() const { return byBoth > 0 || (byTabs > 0 && bySpaces > 0); }
    [[nodiscard]] IndentWith most() const
    {
        return byTabs > bySpaces ? IndentWith::Tabs : IndentWith::Spaces;
    }
};

/// As many are enough to tell.
inline constexpr int linesToLookAt = 5000;

[[nodiscard]] IndentationUse indentationUse(const QString &code, bool isPython);

/// `code` with every line's indentation made of spaces, or of tabs and at most some spaces after them. A tab
/// reaches to the next multiple of `width`. Nothing else changes.
[[nodiscard]] QString indentedWith(const QString &code, IndentWith with, int width, bool isPython);

} // namespace Skillet::Ui
