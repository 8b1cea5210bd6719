// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

class CodeEditor;

/// A part of a program, as it stands there, and the line that it begins with, from 1.
struct SelectedCode
{
    QString text;
    int line = 1;
};

/// What is selected, else the caret's line. A selection that begins within the indentation of a line has all
/// of that.
[[nodiscard]] SelectedCode selectedCode(const CodeEditor &editor);

} // namespace Skillet::Ui
