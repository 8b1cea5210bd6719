// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/fileindentation.h"

#include "assist/codescan.h"

#include <QMap>

#include <algorithm>
#include <functional>

namespace Skillet::Ui {

namespace {

struct Line
{
    int number = 1;
    qsizetype start = 0;
    qsizetype indent = 0; ///< units
    bool isBlank = false;
};

Line lineAt(const QString &code, qsizetype start, int number)
{
    qsizetype at = start;
    while (at < code.size() && (code[at] == u' ' || code[at] == u'\t'))
        ++at;
    return {number, start, at - start, at == code.size() || code[at] == u'\n'};
}

/// Calls `note` with each line whose beginning is code.
void eachCodeLine(const QString &code, bool isPython, const std::function<void(const Line &)> &note)
{
    CodeScan scan(code);
    qsizetype start = 0;
    for (int number = 1; start >= 0; ++number) {
        bool isCode = true;
        if (isPython) {
            while (scan.position() < start)
                scan.advance();
            isCode = !scan.inText();
        }
        if (isCode)
            note(lineAt(code, start, number));
        const qsizetype end = code.indexOf(u'\n', start);
        start = end < 0 ? -1 : end + 1;
    }
}

int columnsOf(QStringView indent, int width)
{
    int columns = 0;
    for (const QChar c : indent)
        columns = c == u'\t' ? (columns / width + 1) * width : columns + 1;
    return columns;
}

} // namespace

IndentationUse indentationUse(const QString &code, bool isPython)
{
    IndentationUse use;
    int firstTab = 0;
    int firstSpace = 0;
    int firstBoth = 0;
    QMap<int, int> steps; // how many lines are deeper by so much
    int before = 0;
    eachCodeLine(code, isPython, [&](const Line &line) {
        const QStringView indent = QStringView(code).sliced(line.start, line.indent);
        const bool tabs = indent.contains(u'\t');
        const bool spaces = indent.contains(u' ');
        if (line.isBlank)
            return;
        const auto count = [&line](int &lines, int &first) {
            ++lines;
            first = first == 0 ? line.number : first;
        };
        if (tabs && spaces)
            count(use.byBoth, firstBoth);
        else if (tabs)
            count(use.byTabs, firstTab);
        else if (spaces)
            count(use.bySpaces, firstSpace);
        if (const int columns = columnsOf(indent, 8); !tabs) {
            if (columns > before)
                ++steps[columns - before];
            before = columns;
        }
    });
    for (const int width : {2, 3, 4, 8}) {
        if (steps.value(width) > steps.value(use.width))
            use.width = width;
    }
    const int firstOther = use.most() == IndentWith::Tabs ? firstSpace : firstTab;
    use.firstOdd =
        firstBoth == 0 || firstOther == 0 ? std::max(firstBoth, firstOther) : std::min(firstBoth, firstOther);
    return use;
}

QString indentedWith(const QString &code, IndentWith with, int width, bool isPython)
{
    QString made;
    made.reserve(code.size());
    qsizetype copied = 0;
    eachCodeLine(code, isPython, [&](const Line &line) {
        const QStringView indent = QStringView(code).sliced(line.start, line.indent);
        const int columns = columnsOf(indent, width);
        made += QStringView(code).sliced(copied, line.start - copied);
        made += with == IndentWith::Spaces ? QString(columns, u' ')
                                           : QString(columns / width, u'\t') + QString(columns % width, u' ');
        copied = line.start + line.indent;
    });
    made += QStringView(code).sliced(copied);
    return made;
}

} // namespace Skillet::Ui
