// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/brackets.h"

#include "assist/codescan.h"

#include <vector>

namespace Skillet::Ui {

namespace {

QChar openingOf(QChar closing)
{
    return closing == u')' ? u'(' : closing == u']' ? u'[' : u'{';
}

bool opens(QChar c)
{
    return c == u'(' || c == u'[' || c == u'{';
}

bool closes(QChar c)
{
    return c == u')' || c == u']' || c == u'}';
}

bool isBracketAt(const QString &code, qsizetype at)
{
    return at >= 0 && at < code.size() && (opens(code[at]) || closes(code[at]));
}

} // namespace

std::optional<BracketPair> bracketPair(const QString &code, qsizetype caret)
{
    if (!isBracketAt(code, caret - 1) && !isBracketAt(code, caret))
        return std::nullopt;
    std::vector<qsizetype> open;
    std::optional<BracketPair> found[2]; // in front of the caret, behind it
    for (CodeScan scan(code); !scan.atEnd(); scan.advance()) {
        const qsizetype at = scan.position();
        if (!isBracketAt(code, at) || scan.part() != CodeScan::Part::Code)
            continue;
        qsizetype partner = -1;
        if (opens(code[at])) {
            open.push_back(at);
        } else if (!open.empty() && code[open.back()] == openingOf(code[at])) {
            partner = open.back();
            open.pop_back();
        }
        for (const qsizetype side : {qsizetype{0}, qsizetype{1}}) {
            const qsizetype wanted = caret - 1 + side;
            if (at == wanted)
                found[side] = BracketPair{at, partner};
            else if (partner >= 0 && partner == wanted)
                found[side] = BracketPair{wanted, at};
        }
    }
    return found[0] ? found[0] : found[1];
}

} // namespace Skillet::Ui
