// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QString>

namespace Skillet::Incident {

/// A name on the failing line that had another value the last time.
struct ValueChange
{
    Runner::NamedValue before;
    Runner::NamedValue now;

    friend bool operator==(const ValueChange &, const ValueChange &) = default;
};

/// What differs between two errors of the same kind, at the places where to look first.
struct Comparison
{
    enum class Line {
        Unknown, ///< one of the two has no place in the learner's code
        Same,
        Moved, ///< the same text under another number
        Edited, ///< the same number, with another text
        Other, ///< another place
    };

    Line line = Line::Unknown;
    Runner::TracebackFrame before; ///< both empty when the line is Unknown
    Runner::TracebackFrame now;
    QList<ValueChange> values; ///< of the names that both have, in the order of the line
    bool sameMessage = true;
    QString messageBefore;

    /// Nothing that is known differs.
    [[nodiscard]] bool isSame() const;
};

/// Both are the same class of exception and came up in the same place of the learner's code. What is typed
/// at the prompt is in the same place when it is the same line.
[[nodiscard]] bool isSamePlace(const Runner::Traceback &one, const Runner::Traceback &other);

/// Neither is empty.
[[nodiscard]] Comparison compare(const Runner::Traceback &before, const Runner::Traceback &now);

} // namespace Skillet::Incident
