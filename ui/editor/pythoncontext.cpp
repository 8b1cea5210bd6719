// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/pythoncontext.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Skillet::Ui {

namespace {

constexpr int indentWidth = 4;
// Further back nothing is looked at, so that a key in a huge file costs no more than in a small one.
constexpr qsizetype longestScan = 200'000;

QString leadingSpace(QStringView line)
{
    qsizetype end = 0;
    while (end < line.size() && (line[end] == u' ' || line[end] == u'\t'))
        ++end;
    return line.first(end).toString();
}

/// A part of a statement that does not stand alone.
struct Clause
{
    QLatin1String word;
    QStringList leads; ///< first words of what it can go on from
    QStringList stays; ///< beside these it is left where it is, but not brought there
};

const QList<Clause> &allClauses()
{
    static const QList<Clause> clauses = {
        Clause{
            QLatin1String("else"),
            {QStringLiteral("if"), QStringLiteral("elif"), QStringLiteral("try"), QStringLiteral("except")},
            {QStringLiteral("for"), QStringLiteral("while"), QStringLiteral("async")}},
        Clause{QLatin1String("elif"), {QStringLiteral("if"), QStringLiteral("elif")}, {}},
        Clause{QLatin1String("except"), {QStringLiteral("try"), QStringLiteral("except")}, {}},
        Clause{QLatin1String("finally"),
               {QStringLiteral("try"), QStringLiteral("except"), QStringLiteral("else")},
               {}}};
    return clauses;
}

/// Walks over the source line by line, keeping what reaches over a line's end.
class Scanner final
{
public:
    void scanLine(QStringView line)
    {
        m_line = line;
        m_context.lineIndent = leadingSpace(line);
        m_context.inComment = false;
        if (!m_inString && m_bracketLines.isEmpty() && !m_context.joined)
            beginStatement();
        m_context.joined = false;
        for (m_at = 0; m_at < line.size();) {
            if (m_inString)
                scanString();
            else
                scanCode();
        }
        if (m_inString && !m_triple && !line.endsWith(u'\\'))
            m_unclosed = true;
        ++m_lineNumber;
    }

    /// The line's end was reached and another line follows.
    void endLine()
    {
        if (m_unclosed) // a string in single quotes ends with its line, closed or not
            m_inString = m_unclosed = false;
    }

    PythonContext result()
    {
        m_context.inString = m_inString;
        m_context.quote = m_inString ? m_quote : QChar();
        m_context.isTriple = m_inString && m_triple;
        m_context.openBrackets = static_cast<int>(m_bracketLines.size());
        m_context.bracketOpenedOnLastLine =
            !m_bracketLines.isEmpty() && m_bracketLines.last() == m_lineNumber - 1;
        return m_context;
    }

private:
    void beginStatement()
    {
        qsizetype start = m_context.lineIndent.size();
        qsizetype end = start;
        while (end < m_line.size() && (m_line[end].isLetterOrNumber() || m_line[end] == u'_'))
            ++end;
        m_context.statementIndent = m_context.lineIndent;
        m_context.firstWord = m_line.sliced(start, end - start).toString();
        m_context.afterColon = false;
    }

    void scanCode()
    {
        const QChar c = m_line[m_at];
        if (c == u'#') {
            m_context.inComment = true;
            m_at = m_line.size();
            return;
        }
        if (c == u'"' || c == u'\'') {
            m_quote = c;
            m_inString = true;
            m_triple = m_line.sliced(m_at).startsWith(QString(3, c));
            m_at += m_triple ? 3 : 1;
            m_context.afterColon = false;
            return;
        }
        if (c == u'(' || c == u'[' || c == u'{')
            m_bracketLines.append(m_lineNumber);
        else if ((c == u')' || c == u']' || c == u'}') && !m_bracketLines.isEmpty())
            m_bracketLines.removeLast();
        else if (c == u'\\' && m_at == m_line.size() - 1)
            m_context.joined = true;
        if (!c.isSpace())
            m_context.afterColon = c == u':' && m_bracketLines.isEmpty();
        ++m_at;
    }

    void scanString()
    {
        const QChar c = m_line[m_at];
        if (c == u'\\') {
            m_at = std::min(m_at + 2, m_line.size());
            return;
        }
        if (c == m_quote && (!m_triple || m_line.sliced(m_at).startsWith(QString(3, c)))) {
            m_at += m_triple ? 3 : 1;
            m_inString = false;
            return;
        }
        ++m_at;
    }

    PythonContext m_context;
    QStringView m_line;
    qsizetype m_at = 0;
    int m_lineNumber = 0;
    bool m_inString = false;
    bool m_triple = false;
    bool m_unclosed = false;
    QChar m_quote;
    QList<int> m_bracketLines; ///< where each open bracket stands
};

} // namespace

PythonContext pythonContext(QStringView before)
{
    if (before.size() > longestScan) {
        const qsizetype lineEnd = before.indexOf(u'\n', before.size() - longestScan);
        before = before.sliced(lineEnd + 1);
    }
    Scanner scanner;
    qsizetype start = 0;
    for (;;) {
        const qsizetype end = before.indexOf(u'\n', start);
        if (end < 0)
            break;
        scanner.scanLine(before.sliced(start, end - start));
        scanner.endLine();
        start = end + 1;
    }
    scanner.scanLine(before.sliced(start));
    return scanner.result();
}

QString indentForNewLine(QStringView before)
{
    static constexpr std::array leaving = {QLatin1String("return"), QLatin1String("pass"),
                                           QLatin1String("break"), QLatin1String("continue"),
                                           QLatin1String("raise")};
    const PythonContext context = pythonContext(before);
    const auto deeper = [](const QString &indent) {
        return indent + (indent.endsWith(u'\t') ? QStringLiteral("\t") : QString(indentWidth, u' '));
    };
    if (context.inString)
        return context.lineIndent;
    if (context.openBrackets > 0)
        return context.bracketOpenedOnLastLine ? deeper(context.lineIndent) : context.lineIndent;
    if (context.joined)
        return context.lineIndent == context.statementIndent ? deeper(context.lineIndent)
                                                             : context.lineIndent;
    if (context.afterColon)
        return deeper(context.statementIndent);
    for (const QLatin1String &word : leaving) {
        if (context.firstWord == word) {
            const qsizetype unit = context.statementIndent.endsWith(u'\t') ? 1 : indentWidth;
            return context.statementIndent.chopped(std::min(unit, context.statementIndent.size()));
        }
    }
    return context.statementIndent;
}

QString indentForClause(QStringView before)
{
    const PythonContext context = pythonContext(before);
    const QString own = context.lineIndent;
    const QList<Clause> &clauses = allClauses();
    const auto clause = std::find_if(clauses.begin(), clauses.end(),
                                     [&](const Clause &each) { return each.word == context.firstWord; });
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    if (clause == clauses.end() || context.inString || context.inComment || context.openBrackets > 0
        || !before.sliced(lineStart + own.size()).startsWith(clause->word))
        return own;
    qsizetype limit = own.size();
    for (qsizetype end = lineStart - 1; end >= 0;) {
        const qsizetype start = end == 0 ? 0 : before.lastIndexOf(u'\n', end - 1) + 1;
        const QStringView line = before.sliced(start, end - start);
        const QString indent = leadingSpace(line);
        const QStringView code = line.sliced(indent.size());
        const auto begins = [code](const QString &word) {
            return code.startsWith(word)
                && (code.size() == word.size() || !code[word.size()].isLetterOrNumber());
        };
        if (!code.isEmpty() && code[0] != u'#' && indent.size() <= limit) {
            if (std::any_of(clause->leads.begin(), clause->leads.end(), begins))
                return indent;
            if (indent == own && std::any_of(clause->stays.begin(), clause->stays.end(), begins))
                return own;
            if (indent.isEmpty())
                return own;
            limit = indent.size();
        }
        end = start - 1;
    }
    return own;
}

} // namespace Skillet::Ui
