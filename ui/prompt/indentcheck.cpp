// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/indentcheck.h"

#include "assist/codescan.h"
#include "prompt/indentation.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <optional>

namespace Skillet::Ui {

namespace {

struct Line
{
    QString text;
    bool inText = false; ///< begins inside a string: its blanks are the program's
    bool counts = false; ///< is the first of a statement
    bool opensBlock = false; ///< ends in a colon
};

struct Misfit
{
    int line = 0; ///< from 1
    int width = 0;
    bool deeper = false; ///< no block was opened; else: no block begins there
};

qsizetype blanksOf(const QString &text)
{
    qsizetype count = 0;
    while (count < text.size() && (text[count] == u' ' || text[count] == u'\t'))
        ++count;
    return count;
}

QList<Line> linesOf(const QString &code)
{
    QList<Line> lines;
    for (const QString &text : code.split(u'\n'))
        lines.append({text, false, false, false});
    int depth = 0;
    qsizetype number = 0;
    bool goesOn = false; // behind a backslash
    bool hasCode = false;
    QChar last;
    for (CodeScan scan(code); !scan.atEnd(); scan.advance()) {
        const QChar c = code[scan.position()];
        const CodeScan::Part part = scan.part();
        if (c == u'\n') {
            lines[number].opensBlock = last == u':' && depth == 0;
            goesOn = last == u'\\' || (part == CodeScan::Part::String && !scan.inText());
            hasCode = false;
            // The last character of a statement whose lines a bracket or string holds together.
            if (depth == 0 && !scan.inText())
                last = QChar();
            lines[++number].inText = scan.inText();
            continue;
        }
        if (c.isSpace() || part == CodeScan::Part::Comment)
            continue;
        if (!std::exchange(hasCode, true))
            lines[number].counts = depth == 0 && !goesOn && !lines[number].inText;
        last = part == CodeScan::Part::Code ? c : u'"';
        if (part == CodeScan::Part::Code && (c == u'(' || c == u'[' || c == u'{'))
            ++depth;
        else if (part == CodeScan::Part::Code && (c == u')' || c == u']' || c == u'}'))
            depth = std::max(depth - 1, 0);
    }
    lines.last().opensBlock = last == u':' && depth == 0;
    return lines;
}

int widthOf(const QString &text, int tabWidth)
{
    int width = 0;
    for (qsizetype i = 0; i < blanksOf(text); ++i)
        width = text[i] == u'\t' ? (width / tabWidth + 1) * tabWidth : width + 1;
    return width;
}

std::optional<Misfit> misfit(const QList<Line> &lines, int tabWidth)
{
    QList<int> levels{0};
    bool opened = false;
    bool isFirst = true;
    int number = 0;
    for (const Line &line : lines) {
        ++number;
        if (line.counts) {
            const int width = widthOf(line.text, tabWidth);
            if (isFirst || (opened && width > levels.last()))
                levels.append(width);
            else if (opened)
                return std::nullopt; // Python says in its own words that a block is missing
            else if (width > levels.last())
                return Misfit{number, width, true};
            while (levels.size() > 1 && levels.last() > width)
                levels.removeLast();
            if (levels.last() != width)
                return Misfit{number, width, false};
            isFirst = false;
            opened = false;
        }
        opened = opened || line.opensBlock;
    }
    return std::nullopt;
}

/// With a tab of this width every line that opens a block is followed by a deeper one.
bool blocksFit(const QList<Line> &lines, int tabWidth)
{
    int before = -1;
    bool opened = false;
    for (const Line &line : lines) {
        if (line.counts) {
            const int width = widthOf(line.text, tabWidth);
            if (opened && width <= before)
                return false;
            before = width;
            opened = false;
        }
        opened = opened || line.opensBlock;
    }
    return !misfit(lines, tabWidth);
}

QString withSpaces(const QList<Line> &lines, int tabWidth)
{
    QStringList texts;
    texts.reserve(lines.size());
    for (const Line &line : lines) {
        const bool changes = !line.inText && line.text.left(blanksOf(line.text)).contains(u'\t');
        texts.append(changes
                         ? QString(widthOf(line.text, tabWidth), u' ') + line.text.mid(blanksOf(line.text))
                         : line.text);
    }
    return texts.join(u'\n');
}

/// The first line that is indented with `blank`, from 1; 0: none.
int firstIndentedWith(const QList<Line> &lines, QChar blank)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines[i].inText && !lines[i].text.trimmed().isEmpty()
            && lines[i].text.left(blanksOf(lines[i].text)).contains(blank))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::IndentCheck", text);
}

QString toldOf(const Misfit &wrong)
{
    return wrong.deeper
        ? say("Line %1 is further in than the line above it, which opens no block. Move it back, or end "
              "the line above with a colon.")
              .arg(wrong.line)
        : say("Line %1 begins %2 spaces in, but no line above it does. Give it the indentation of the lines "
              "that it belongs to.")
              .arg(wrong.line)
              .arg(wrong.width);
}

} // namespace

IndentCheck checkIndentation(const QString &code)
{
    const QList<Line> lines = linesOf(code);
    const int tab = firstIndentedWith(lines, u'\t');
    const int space = firstIndentedWith(lines, u' ');
    if (tab > 0 && space > 0) {
        for (const int width : {8, IndentWidth}) {
            if (blocksFit(lines, width))
                return {withSpaces(lines, width),
                        say("Line %1 was indented with a tab and line %2 with spaces. The tabs became %3 "
                            "spaces each.")
                            .arg(tab)
                            .arg(space)
                            .arg(width)};
        }
        return {code,
                say("Line %1 is indented with a tab and line %2 with spaces, and they do not fit together. "
                    "Indent both in the same way before you run this.")
                    .arg(tab)
                    .arg(space)};
    }
    const std::optional<Misfit> wrong = misfit(lines, IndentWidth);
    return {tab > 0 ? withSpaces(lines, IndentWidth) : code, wrong ? toldOf(*wrong) : QString()};
}

} // namespace Skillet::Ui
