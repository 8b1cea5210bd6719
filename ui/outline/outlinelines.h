// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"

namespace Skillet::Ui {

/// Lines that came into a text, or went.
struct LineChange
{
    int line = 1; ///< in which it happened, from 1
    bool isAtStart = false; ///< at its first column
    int added = 0; ///< below 0: so many went
};

/// The outline as it stands after the change: no line number is one of the text before. What went with its
/// lines is left out.
[[nodiscard]] QList<Runner::Symbol> afterChange(const QList<Runner::Symbol> &symbols,
                                                const LineChange &change);

/// The innermost part that the line belongs to, as an index; -1: none.
[[nodiscard]] int symbolAtLine(const QList<Runner::Symbol> &symbols, int line);

} // namespace Skillet::Ui
