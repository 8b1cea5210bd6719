// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/comparison.h"

#include <algorithm>

namespace Skillet::Incident {

namespace {

using Runner::NamedValue;
using Runner::TracebackFrame;

const TracebackFrame *placeOf(const Runner::Traceback &traceback)
{
    const Runner::ExceptionInfo &raised = traceback.exceptions.constFirst();
    const qsizetype where = raised.whereToLook();
    return where < 0 ? nullptr : &raised.frames.at(where);
}

/// Each line typed at the prompt has a name of its own.
bool isSameFile(const TracebackFrame &one, const TracebackFrame &other)
{
    const QLatin1String typed("<python-input");
    return one.file == other.file || (one.file.startsWith(typed) && other.file.startsWith(typed));
}

bool isSameText(const TracebackFrame &one, const TracebackFrame &other)
{
    return one.sourceLine.trimmed() == other.sourceLine.trimmed();
}

/// Code at the top level of a file belongs together no more than a file does.
bool isInFunction(const TracebackFrame &frame)
{
    return !frame.function.startsWith(u'<') && !frame.function.isEmpty();
}

Comparison::Line lineOf(const TracebackFrame &before, const TracebackFrame &now)
{
    if (!isSameFile(before, now))
        return Comparison::Line::Other;
    const bool typed = now.file.startsWith(u'<');
    if (isSameText(before, now))
        return before.range.line == now.range.line || typed ? Comparison::Line::Same
                                                            : Comparison::Line::Moved;
    return before.range.line == now.range.line && !typed ? Comparison::Line::Edited : Comparison::Line::Other;
}

} // namespace

bool Comparison::isSame() const
{
    return line == Line::Same && values.isEmpty() && sameMessage;
}

bool isSamePlace(const Runner::Traceback &one, const Runner::Traceback &other)
{
    if (one.isEmpty() || other.isEmpty()
        || one.exceptions.constFirst().type != other.exceptions.constFirst().type)
        return false;
    const TracebackFrame *first = placeOf(one);
    const TracebackFrame *second = placeOf(other);
    if (first == nullptr || second == nullptr || !isSameFile(*first, *second))
        return false;
    const bool typed = first->file.startsWith(u'<');
    return first->function == second->function
        && ((isInFunction(*first) && !typed) || isSameText(*first, *second)
            || (first->range.line == second->range.line && !typed));
}

Comparison compare(const Runner::Traceback &before, const Runner::Traceback &now)
{
    Comparison result;
    result.messageBefore = before.exceptions.constFirst().message;
    result.sameMessage = result.messageBefore == now.exceptions.constFirst().message;
    const TracebackFrame *old = placeOf(before);
    const TracebackFrame *young = placeOf(now);
    if (old == nullptr || young == nullptr)
        return result;
    result.before = *old;
    result.now = *young;
    result.line = lineOf(*old, *young);
    // Elsewhere the same name means something else.
    if (result.line == Comparison::Line::Other && old->function != young->function)
        return result;
    for (const NamedValue &value : young->values) {
        const auto was = std::find_if(old->values.begin(), old->values.end(),
                                      [&](const NamedValue &each) { return each.name == value.name; });
        if (was != old->values.end() && *was != value)
            result.values.append({*was, value});
    }
    return result;
}

} // namespace Skillet::Incident
