// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Skillet::Ui {

/// Lines of a program, from 1; `first` 0: there are none.
struct LineRange
{
    int first = 0;
    int last = 0;

    friend bool operator==(const LineRange &, const LineRange &) = default;
};

/// For each line whether a statement may begin there: not within a string or brackets, nor after a backslash.
[[nodiscard]] QList<bool> freeLines(const QString &code);

/// What belongs together around `line`: the cell between two lines that begin with `# %%`, where the program
/// has such; else the statement at the outermost level with all that is indented below it, its decorators,
/// and its else, elif, except and finally. Text is told from code; what does not compile gives a sensible
/// answer too.
[[nodiscard]] LineRange blockAround(const QString &code, int line);

} // namespace Skillet::Ui
