// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QList>
#include <QString>

namespace Skillet::Incident {

/// A traceback found in a text, and its place in that text.
struct FoundTraceback
{
    Runner::Traceback traceback; ///< its plainText has neither colours nor the log's prefixes
    /// For each exception the index of the exception group that it is a member of, -1: of none.
    QList<int> memberOf;
    QString heading; ///< the line before it that says whence it came: `Exception in thread Thread-1 (f):`
    qint64 offset = 0; ///< of its first byte, from the start of the text
    qint64 length = 0; ///< in bytes, the last line's end not counted
    qint64 line = 1; ///< its first line, from 1
    qint64 lines = 0;
    bool complete = true; ///< false: the text ends, or goes on with something else, before the exception

    friend bool operator==(const FoundTraceback &, const FoundTraceback &) = default;
};

} // namespace Skillet::Incident
