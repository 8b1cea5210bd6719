// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/pastecleaner.h"

#include "assist/codescan.h"
#include "core/text.h"
#include "prompt/indentcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace Skillet::Ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::PasteCleaner", text);
}

bool isBlank(const QString &line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
}

/// The length of the prompt that `line` begins with; nothing when it has none.
std::optional<qsizetype> promptLength(const QString &line)
{
    if (line == QLatin1String(">>>") || line == QLatin1String("..."))
        return 3;
    if (line.startsWith(QLatin1String(">>> ")) || line.startsWith(QLatin1String("... ")))
        return 4;
    static const QRegularExpression ipython(QStringLiteral("^(?:In \\[\\d*\\]: ?| {2,12}\\.{3,8}: ?)"));
    const QRegularExpressionMatch match = ipython.match(line);
    return match.hasMatch() ? std::optional(match.capturedLength()) : std::nullopt;
}

bool hasPrompt(const QString &line)
{
    return promptLength(line).has_value();
}

bool beginsSession(const QString &line)
{
    return line.startsWith(QLatin1String(">>>")) || line.startsWith(QLatin1String("In ["));
}

// A session copied from a terminal or a book: code behind prompts, perhaps with output between.
QStringList withoutPrompts(const QStringList &lines, QStringList &notices)
{
    const auto first = std::find_if_not(lines.begin(), lines.end(), isBlank);
    if (first == lines.end() || !beginsSession(*first) || !hasPrompt(*first)) {
        const bool all = std::all_of(lines.begin(), lines.end(),
                                     [](const QString &line) { return isBlank(line) || hasPrompt(line); });
        if (!all)
            return lines;
    }
    QStringList code;
    int dropped = 0;
    for (const QString &line : lines) {
        // `...` alone is how a terminal shows the blank line that ended a block.
        if (const std::optional<qsizetype> length = promptLength(line))
            code.append(line.mid(*length));
        else if (!isBlank(line))
            ++dropped;
    }
    if (dropped > 0)
        notices.append(say("The pasted session had output between its input (%1): only the input was taken.")
                           .arg(dropped == 1 ? say("1 line") : say("%1 lines").arg(dropped)));
    return code;
}

/// Where the quotation ends that a curly quote at `from` opens; -1: not on this line.
qsizetype closingQuote(const QString &code, qsizetype from, bool isDouble)
{
    for (qsizetype i = from + 1; i < code.size() && code[i] != u'\n'; ++i) {
        const char16_t c = code[i].unicode();
        const bool closes = isDouble ? c == 0x201c || c == 0x201d || c == 0x201e || c == u'"'
                                     : c == 0x2018 || c == 0x2019 || c == u'\'';
        // Inside a word it is an apostrophe.
        const bool apostrophe = !isDouble && i + 1 < code.size() && code[i + 1].isLetter();
        if (closes && !apostrophe)
            return i;
    }
    return -1;
}

/// What Python would have in the place of a character that word processors and web pages like to put there;
/// null: it stays.
QChar plainFor(QChar c)
{
    switch (c.unicode()) {
    case 0x00a0:
    case 0x2007:
    case 0x2009:
    case 0x202f:
    case 0x3000:
        return u' ';
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return u'-';
    default:
        return {};
    }
}

/// Whether a quotation began at the scan's place, which now has straight quotes.
bool straightenedQuotes(QString &code, CodeScan &scan)
{
    const qsizetype at = scan.position();
    const char16_t c = code[at].unicode();
    const bool isDouble = c == 0x201c || c == 0x201d || c == 0x201e;
    if (!isDouble && c != 0x2018 && c != 0x2019)
        return false;
    const qsizetype end = closingQuote(code, at, isDouble);
    if (end < 0)
        return false;
    const QChar quote = isDouble ? u'"' : u'\'';
    code[at] = quote;
    code[end] = quote;
    scan.lookAgain();
    return true;
}

QString withPlainCharacters(QString code, QStringList &notices)
{
    const qsizetype before = code.size();
    code.remove(QChar(0x200b));
    code.remove(QChar(QChar::ByteOrderMark));
    if (code.size() < before)
        notices.append(say("Invisible characters were taken out of what you pasted."));
    int line = 1;
    int firstQuote = 0;
    int firstOther = 0;
    for (CodeScan scan(code); !scan.atEnd(); scan.advance()) {
        const qsizetype at = scan.position();
        const QChar c = std::as_const(code)[at];
        if (c == u'\n')
            ++line;
        if (c.unicode() < 0x80 || scan.part() != CodeScan::Part::Code)
            continue;
        const QChar plain = plainFor(c);
        if (!plain.isNull()) {
            code[at] = plain;
            firstOther = firstOther == 0 ? line : firstOther;
        } else if (straightenedQuotes(code, scan)) {
            firstQuote = firstQuote == 0 ? line : firstQuote;
        }
    }
    if (firstQuote > 0)
        notices.append(
            say("Curly quotes became straight ones, which Python needs (first in line %1).").arg(firstQuote));
    if (firstOther > 0)
        notices.append(
            say("Special spaces or dashes became plain ones, which Python needs (first in line %1).")
                .arg(firstOther));
    return code;
}

} // namespace

PasteCleaner::Result PasteCleaner::clean(const QString &text)
{
    Result result;
    QString plain = text;
    plain.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    plain.replace(u'\r', u'\n');
    plain.replace(QChar::ParagraphSeparator, u'\n');
    plain.replace(QChar::LineSeparator, u'\n');
    plain.remove(QChar::Null);
    plain = withPlainCharacters(plain, result.notices);
    QStringList lines = plain.split(u'\n');
    if (lines.size() == 1 && !hasPrompt(lines.first())) {
        result.code = plain;
        return result;
    }
    // Behind prompts the indentation is the code's own, so it is looked at in front of them only.
    lines = withoutPrompts(Core::dedented(lines.join(u'\n')).split(u'\n'), result.notices);
    while (lines.size() > 1 && isBlank(lines.last()))
        lines.removeLast();
    while (lines.size() > 1 && isBlank(lines.first()))
        lines.removeFirst();
    const IndentCheck checked = checkIndentation(lines.join(u'\n'));
    result.code = checked.code;
    if (!checked.notice.isEmpty())
        result.notices.append(checked.notice);
    return result;
}

} // namespace Skillet::Ui
