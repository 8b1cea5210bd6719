// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/outlinelines.h"

#include <algorithm>
#include <optional>

namespace Skillet::Ui {

using Runner::Symbol;

namespace {

/// Where what began in `line` begins now; nothing: it is gone.
std::optional<int> lineAfter(int line, const LineChange &change)
{
    // Of the line itself what stands before the place stays: its beginning, but for a change at its start.
    const int firstMoved = change.isAtStart ? change.line : change.line + 1;
    if (line < firstMoved)
        return line;
    if (change.added >= 0)
        return line + change.added;
    const int gone = -change.added;
    if (line < firstMoved + gone)
        return std::nullopt;
    return line - gone;
}

int endAfter(int line, const LineChange &change)
{
    if (line < change.line)
        return line;
    return std::max(change.line, line + change.added);
}

} // namespace

QList<Symbol> afterChange(const QList<Symbol> &symbols, const LineChange &change)
{
    QList<Symbol> moved;
    moved.reserve(symbols.size());
    int deepest = 0;
    for (Symbol symbol : symbols) {
        const std::optional<int> line = lineAfter(symbol.line, change);
        if (!line)
            continue;
        symbol.endLine = std::max(*line, endAfter(symbol.endLine, change));
        symbol.line = *line;
        symbol.depth = std::min(symbol.depth, deepest);
        deepest = symbol.depth + 1;
        moved.append(symbol);
    }
    return moved;
}

int symbolAtLine(const QList<Symbol> &symbols, int line)
{
    int found = -1;
    for (int index = 0; index < symbols.size(); ++index) {
        const Symbol &symbol = symbols.at(index);
        if (symbol.line > line)
            break;
        if (line <= symbol.endLine)
            found = index; // what comes later and has the line too is within it
    }
    return found;
}

} // namespace Skillet::Ui
