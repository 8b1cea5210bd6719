// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/codeblocks.h"

#include "assist/codescan.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace Skillet::Ui {

namespace {

const QRegularExpression &cellMark()
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*%%"));
    return pattern;
}

LineRange cellAround(const QStringList &lines, const QList<bool> &isFree, int line)
{
    const auto isMark = [&](int number) {
        return isFree.value(number - 1) && cellMark().match(lines.at(number - 1)).hasMatch();
    };
    int first = line;
    while (first > 1 && !isMark(first))
        --first;
    int last = line;
    while (last < lines.size() && !isMark(last + 1))
        ++last;
    return {first, last};
}

/// Whether a statement of the outermost level begins in the line.
bool isHead(const QString &line, bool isFree)
{
    return isFree && !line.isEmpty() && !line.at(0).isSpace() && line.at(0) != u'#';
}

/// Goes on from the statement before it.
bool isClause(const QString &line)
{
    static const QRegularExpression pattern(QStringLiteral("^(else|elif|except|finally)\\b"));
    return pattern.match(line).hasMatch();
}

} // namespace

QList<bool> freeLines(const QString &code)
{
    QList<bool> isFree{true};
    int brackets = 0;
    bool joined = false;
    for (CodeScan scan(code); !scan.atEnd(); scan.advance()) {
        const QChar c = code[scan.position()];
        const CodeScan::Part part = scan.part();
        if (c == u'\n') {
            isFree.append(brackets <= 0 && !joined && !scan.inText());
            joined = false;
        } else if (part == CodeScan::Part::Code) {
            if (c == u'(' || c == u'[' || c == u'{')
                ++brackets;
            else if (c == u')' || c == u']' || c == u'}')
                --brackets;
            joined = c == u'\\';
        }
    }
    return isFree;
}

LineRange blockAround(const QString &code, int line)
{
    const QStringList lines = code.split(u'\n');
    const QList<bool> isFree = freeLines(code);
    const auto count = static_cast<int>(lines.size());
    if (line < 1 || line > count)
        return {};
    for (int number = 0; number < count; ++number) {
        if (isFree.value(number) && cellMark().match(lines.at(number)).hasMatch())
            return cellAround(lines, isFree, line);
    }
    const auto headAt = [&](int number) { return isHead(lines.at(number - 1), isFree.value(number - 1)); };
    // What follows a decorator belongs to it, however many lines that has.
    const auto isDecorated = [&](int number) {
        int before = number - 1;
        while (before > 0 && !headAt(before))
            --before;
        return before > 0 && lines.at(before - 1).startsWith(u'@');
    };
    const auto begins = [&](int number) {
        return headAt(number) && !isClause(lines.at(number - 1)) && !isDecorated(number);
    };
    int first = line;
    while (first > 1 && !begins(first))
        --first;
    if (!begins(first))
        return {};
    int last = first;
    while (last < count && !begins(last + 1))
        ++last;
    while (last > first && (lines.at(last - 1).trimmed().isEmpty() || lines.at(last - 1).startsWith(u'#')))
        --last;
    if (last < line && lines.at(line - 1).trimmed().isEmpty())
        return {}; // between two of them
    return {first, last};
}

} // namespace Skillet::Ui
