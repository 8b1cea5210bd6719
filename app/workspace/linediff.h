// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Skillet::Workspace {

enum class LineState { Same, Removed, Added };

/// One line of two texts laid side by side. Lines count from 0; -1: not in that text.
struct DiffLine
{
    LineState state = LineState::Same;
    int before = -1;
    int after = -1;

    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// What leads from one text to another, line by line: what is removed comes before what is added there.
struct LineDiff
{
    QStringList before;
    QStringList after;
    QList<DiffLine> lines; ///< all of both texts
    int added = 0;
    int removed = 0;
    bool tooLarge = false; ///< more lines than are compared: nothing else is filled in

    [[nodiscard]] const QString &text(const DiffLine &line) const
    {
        return line.before >= 0 ? before.at(line.before) : after.at(line.after);
    }
};

/// Lines end in \n; what follows the last one is a line too, as in an editor. Takes a second at most: where
/// the texts have too little in common, whole stretches count as replaced though some lines may be the same.
/// Not for the window's thread.
[[nodiscard]] LineDiff compareLines(const QString &before, const QString &after);

} // namespace Skillet::Workspace
