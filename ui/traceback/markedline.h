// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

namespace Skillet::Ui {

/// A source line made ready for a picture: without the indentation, tabs as spaces, bounded in length, and
/// with the failing part as positions in what is left.
struct MarkedLine
{
    QString text;
    int number = -1; ///< of the line in its file
    int start = -1; ///< of the failing part, -1: unknown
    int length = 0;
    QString carets; ///< row under the text, `~~~^^^`; empty when nothing is known, or the whole line failed
    bool cutBefore = false; ///< there was more text in front (behind) than a picture can take
    bool cutAfter = false;
    int goesOnToLine = -1; ///< the failing part ends on this later line

    friend bool operator==(const MarkedLine &, const MarkedLine &) = default;
};

[[nodiscard]] MarkedLine markedLine(const QString &source, const Runner::SourceRange &range);

/// The row of markers for a failing expression: `^` below the operator of an operation or the index of a
/// subscript and `~` below the rest, as CPython marks them; `^` below all of anything else.
[[nodiscard]] QString caretsFor(const QString &expression);

} // namespace Skillet::Ui
