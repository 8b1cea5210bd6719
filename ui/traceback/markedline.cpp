// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/markedline.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int TabWidth = 4;
/// UTF-16 code units shown before and after the start of the failing part.
constexpr int MaxBefore = 300;
constexpr int MaxAfter = 700;

/// The text with tabs expanded; `columns` maps each old position, and the end, to the new one.
QString expanded(const QString &source, QList<int> &columns)
{
    QString text;
    columns.reserve(source.size() + 1);
    for (const QChar c : source) {
        columns.append(static_cast<int>(text.size()));
        if (c == u'\t')
            text += QString(TabWidth - text.size() % TabWidth, u' ');
        else
            text += c.isPrint() || c.isSurrogate() ? c : QChar(u' ');
    }
    columns.append(static_cast<int>(text.size()));
    return text;
}

/// `expression` with the insides of strings and brackets replaced by letters, so that only its top level is
/// left to look at. Same length.
QString topLevel(const QString &expression)
{
    QString masked = expression;
    int depth = 0;
    QChar quote;
    for (QChar &c : masked) {
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            c = u'a';
            continue;
        }
        if (c == u'"' || c == u'\'') {
            quote = c;
            c = u'a';
            continue;
        }
        const bool opens = c == u'(' || c == u'[' || c == u'{';
        const bool closes = c == u')' || c == u']' || c == u'}';
        if (closes)
            --depth;
        const bool inside = depth > 0;
        if (opens)
            ++depth;
        if (inside)
            c = u'a';
    }
    return masked;
}

int precedence(const QString &operation)
{
    static const QList<QList<QString>> levels{{QStringLiteral("|")},
                                              {QStringLiteral("^")},
                                              {QStringLiteral("&")},
                                              {QStringLiteral("<<"), QStringLiteral(">>")},
                                              {QStringLiteral("+"), QStringLiteral("-")},
                                              {QStringLiteral("*"), QStringLiteral("/"), QStringLiteral("//"),
                                               QStringLiteral("%"), QStringLiteral("@")},
                                              {QStringLiteral("**")}};
    for (int i = 0; i < levels.size(); ++i) {
        if (levels[i].contains(operation))
            return i;
    }
    return -1;
}

struct Anchor
{
    qsizetype start = -1;
    qsizetype length = 0;
};

/// The operator that was applied last: of the loosest binding ones the last, `**` binding from the right.
Anchor operatorAnchor(const QString &masked)
{
    static const QRegularExpression operators(QStringLiteral("\\*\\*|//|<<|>>|[-+*/%@&|^]"));
    Anchor anchor;
    int loosest = 100;
    auto matches = operators.globalMatch(masked);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString before = masked.first(match.capturedStart()).trimmed();
        const QChar last = before.isEmpty() ? QChar() : before.back();
        const bool binary = last.isLetterOrNumber() || last == u'_' || last == u')' || last == u']'
            || last == u'}' || last == u'.';
        const int level = precedence(match.captured());
        const bool rightBound = match.captured() == QLatin1String("**");
        if (binary && (level < loosest || (level == loosest && !rightBound))) {
            anchor = {match.capturedStart(), match.capturedLength()};
            loosest = level;
        }
    }
    return anchor;
}

Anchor findAnchor(const QString &expression)
{
    static const QRegularExpression other(
        QStringLiteral("[,:;=<>!]|\\b(if|else|and|or|not|in|is|lambda|await|yield|for|raise|return|assert|"
                       "del|import|from)\\b"));
    const QString masked = topLevel(expression);
    QString withoutShifts = masked;
    withoutShifts.replace(QLatin1String("<<"), QLatin1String("++"));
    withoutShifts.replace(QLatin1String(">>"), QLatin1String("++"));
    if (other.match(withoutShifts).hasMatch())
        return {};
    const Anchor operation = operatorAnchor(masked);
    if (operation.start >= 0)
        return operation;
    const qsizetype bracket = masked.lastIndexOf(u'[');
    if (masked.endsWith(u']') && bracket > 0)
        return {bracket, masked.size() - bracket};
    return {};
}

void cutLongText(MarkedLine &line)
{
    const int middle = std::max(line.start, 0);
    int from = std::max(middle - MaxBefore, 0);
    int to = std::min(middle + MaxAfter, static_cast<int>(line.text.size()));
    if (from > 0 && line.text[from].isLowSurrogate())
        --from;
    if (to < line.text.size() && line.text[to].isLowSurrogate())
        --to;
    line.cutBefore = from > 0;
    line.cutAfter = to < line.text.size();
    line.text = line.text.mid(from, to - from);
    if (line.start >= 0) {
        line.start -= from;
        line.length = std::min(line.length, static_cast<int>(line.text.size()) - line.start);
    }
}

} // namespace

QString caretsFor(const QString &expression)
{
    const Anchor anchor = findAnchor(expression);
    if (anchor.start < 0)
        return QString(expression.size(), u'^');
    return QString(anchor.start, u'~') + QString(anchor.length, u'^')
        + QString(expression.size() - anchor.start - anchor.length, u'~');
}

MarkedLine markedLine(const QString &source, const Runner::SourceRange &range)
{
    MarkedLine line;
    line.number = range.line;
    QList<int> columns;
    const QString text = expanded(source, columns);
    const auto first = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const int lead = static_cast<int>(first - text.begin());
    line.text = text.mid(lead);
    while (line.text.endsWith(u' '))
        line.text.chop(1);
    const bool known = range.column >= 0 && range.column < columns.size();
    if (known) {
        const bool goesOn = range.endLine > range.line;
        const int last = static_cast<int>(line.text.size());
        const bool endKnown = !goesOn && range.endColumn >= range.column && range.endColumn < columns.size();
        line.goesOnToLine = goesOn ? range.endLine : -1;
        // A SyntaxError may point behind the last character: the mark then takes a place of its own.
        const int start = std::max(columns[range.column] - lead, 0);
        const int end = goesOn ? last : endKnown ? columns[range.endColumn] - lead : start + 1;
        line.start = std::min(start, last);
        line.length = std::max(std::min(end, last) - line.start, line.start >= last ? 0 : 1);
    }
    if (line.text.size() > MaxBefore + MaxAfter)
        cutLongText(line);
    const bool whole = line.start == 0 && line.length == line.text.size();
    if (line.start >= 0) {
        const QString failing = line.text.mid(line.start, line.length);
        line.carets = QString(line.start, u' ')
            + (failing.isEmpty()           ? QStringLiteral("^")
                   : line.goesOnToLine > 0 ? QString(failing.size(), u'^')
                                           : caretsFor(failing));
    }
    // A row of `^` below a whole line says nothing; that an operator in it failed does.
    if (whole && !line.carets.contains(u'~'))
        line.carets.clear();
    return line;
}

} // namespace Skillet::Ui
