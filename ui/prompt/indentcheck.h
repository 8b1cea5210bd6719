// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// Code with its tabs made spaces, and what is to be said of its indentation.
struct IndentCheck
{
    QString code;
    QString notice; ///< empty: nothing to say
};

/// Turns tabs in front of code into spaces. Where tabs and spaces are mixed it takes the width of a tab with
/// which the blocks fit together; where none does, or a line begins where no block does, the notice names the
/// line.
[[nodiscard]] IndentCheck checkIndentation(const QString &code);

} // namespace Skillet::Ui
