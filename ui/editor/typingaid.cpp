// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/typingaid.h"

#include "editor/pythoncontext.h"
#include "editor/scintilla.h"

#include <QKeyEvent>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace Skillet::Ui {

namespace {

// Bytes; as many characters as pythonContext() reads, of whatever kind, are in them.
constexpr long FarthestContext = 1'000'000;

QChar closingOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    default:
        return {};
    }
}

bool isClosing(QChar c)
{
    return c == u')' || c == u']' || c == u'}';
}

qsizetype indentOf(const QString &line)
{
    const auto first =
        std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' ' && c != u'\t'; });
    return first - line.begin();
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

} // namespace

TypingAid::TypingAid(QsciScintilla &editor)
    : QObject(&editor)
    , m_editor(editor)
{ }

bool TypingAid::handle(const QKeyEvent &event)
{
    if (m_editor.isReadOnly())
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isSeveral = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS) > 1;
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier))
        return isSeveral ? newLines() : newLine();
    if (isSeveral)
        return false; // the rest it does at one place
    if (event.key() == Qt::Key_Backspace && modifiers == Qt::NoModifier)
        return deletePair();
    if (event.key() == Qt::Key_Slash && modifiers == Qt::ControlModifier) {
        toggleComment();
        return true;
    }
    // AltGr types brackets on many keyboards: it comes as Control and Alt together, or alone.
    if (event.text().size() != 1 || modifiers == Qt::ControlModifier || modifiers == Qt::AltModifier)
        return false;
    const QChar typed = event.text().at(0);
    const bool isQuote = typed == u'"' || (typed == u'\'' && isPython());
    if ((isQuote || !closingOf(typed).isNull()) && m_editor.hasSelectedText())
        return wrapSelection(typed, isQuote ? typed : closingOf(typed));
    if (isQuote)
        return typeQuote(typed);
    if (!closingOf(typed).isNull())
        return openBracket(typed);
    if (typed == u':' && isPython())
        return typeColon();
    return isClosing(typed) && closeBracket(typed);
}

bool TypingAid::isPython() const
{
    return m_editor.lexer() == nullptr || qstrcmp(m_editor.lexer()->language(), "Python") == 0;
}

QString TypingAid::indentAfter(const QString &before) const
{
    // Only Python's indentation is known here.
    return isPython() ? indentForNewLine(before) : pythonContext(before).lineIndent;
}

bool TypingAid::newLine()
{
    const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
    long to = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    const QString indent = indentAfter(textBefore(from));
    const bool betweenBrackets = from == to && from > 0 && !charAt(from - 1).isNull()
        && closingOf(charAt(from - 1)) == charAt(to) && isClosing(charAt(to));
    while (charAt(to) == u' ') // the rest of the line moves down without its old distance
        ++to;
    QString text = u'\n' + indent;
    const long caretAfter = from + text.toUtf8().size();
    if (betweenBrackets)
        text += u'\n' + pythonContext(textBefore(from)).lineIndent;
    replace(from, to, text, caretAfter);
    return true;
}

/// Every caret begins a line of its own. From the last on, so that the places of the others stay true.
bool TypingAid::newLines()
{
    struct Range
    {
        long from;
        long to;
    };
    std::vector<Range> ranges;
    const long count = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS);
    for (long each = 0; each < count; ++each) {
        const auto number = static_cast<unsigned long>(each);
        ranges.push_back({m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONNSTART, number),
                          m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONNEND, number)});
    }
    std::sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) { return a.from > b.from; });
    std::vector<long> carets;
    m_editor.beginUndoAction();
    for (const Range &range : ranges) {
        const QString text = u'\n' + indentAfter(textBefore(range.from));
        replace(range.from, range.to, text, range.from);
        const long grown = text.toUtf8().size() - (range.to - range.from);
        for (long &each : carets)
            each += grown;
        carets.push_back(range.to + grown);
    }
    m_editor.endUndoAction();
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETSELECTION, static_cast<unsigned long>(carets.front()),
                           carets.front());
    for (std::size_t each = 1; each < carets.size(); ++each)
        m_editor.SendScintilla(QsciScintillaBase::SCI_ADDSELECTION, static_cast<unsigned long>(carets[each]),
                               carets[each]);
    return true;
}

bool TypingAid::hasRoomAt(long position) const
{
    const QChar next = charAt(position);
    return next.isNull() || next.isSpace() || isClosing(next) || next == u',' || next == u':';
}

bool TypingAid::openBracket(QChar opening)
{
    const long at = caret();
    const PythonContext context = pythonContext(textBefore(at));
    if (!hasRoomAt(at) || context.inString || context.inComment)
        return false;
    replace(at, at, QString(opening) + closingOf(opening), at + 1);
    return true;
}

bool TypingAid::closeBracket(QChar closing)
{
    const long at = caret();
    if (m_editor.hasSelectedText() || charAt(at) != closing)
        return false;
    // Typed over only while the brackets here are even; else one is missing and this is it.
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    const QString text = m_editor.text(line);
    const QChar opening = closing == u')' ? u'(' : closing == u']' ? u'[' : u'{';
    if (text.count(opening) > text.count(closing))
        return false;
    m_editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(at + 1));
    return true;
}

bool TypingAid::wrapSelection(QChar opening, QChar closing)
{
    const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
    const long to = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    const PythonContext context = pythonContext(textBefore(from));
    if (context.inString || context.inComment
        || m_editor.SendScintilla(QsciScintillaBase::SCI_SELECTIONISRECTANGLE) != 0)
        return false;
    m_editor.beginUndoAction();
    replace(to, to, closing, to);
    replace(from, from, opening, from);
    m_editor.endUndoAction();
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETSEL, static_cast<unsigned long>(from + 1), to + 1);
    return true;
}

long TypingAid::quotesBefore(long position, QChar quote) const
{
    long count = 0;
    while (count < position && charAt(position - count - 1) == quote)
        ++count;
    return count;
}

bool TypingAid::typeQuote(QChar quote)
{
    static const QRegularExpression wordBefore(QStringLiteral("(\\w*)\\z"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression prefix(QStringLiteral("\\A(|[rbuf]|br|rb|fr|rf)\\z"),
                                           QRegularExpression::CaseInsensitiveOption);
    const long at = caret();
    const QString before = textBefore(at);
    const PythonContext context = pythonContext(before);
    if (context.inComment)
        return false;
    const long behind = quotesBefore(at, quote);
    if (context.inString) {
        if (context.quote != quote || before.endsWith(u'\\'))
            return false;
        long after = 0;
        while (charAt(at + after) == quote)
            ++after;
        // Of three that close, some may have been typed over already; three may be those that open.
        const bool opensHere =
            context.isTriple && behind >= 3 && !pythonContext(textBefore(at - behind)).inString;
        const bool closes =
            context.isTriple ? after > 0 && after + behind - (opensHere ? 3 : 0) == 3 : after > 0;
        if (closes)
            m_editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(at + 1));
        return closes;
    }
    if (!hasRoomAt(at))
        return false;
    if (behind == 2) { // after an empty string: three quotes begin a long one
        replace(at, at, QString(4, quote), at + 1);
        return true;
    }
    if (behind > 0 || !prefix.match(wordBefore.match(before).captured(1)).hasMatch())
        return false;
    replace(at, at, QString(2, quote), at + 1);
    return true;
}

/// An else: written below a block goes out to the statement that it belongs to.
bool TypingAid::typeColon()
{
    const long at = caret();
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    const QString text = m_editor.text(line);
    if (m_editor.hasSelectedText() || !isBlank(text.mid(column)))
        return false;
    const QString before = textBefore(at);
    const QString wanted = indentForClause(before);
    const auto own = indentOf(text);
    if (wanted == text.left(own) || pythonContext(before).openBrackets > 0)
        return false;
    const long start =
        m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    m_editor.beginUndoAction();
    replace(at, at, QStringLiteral(":"), at + 1);
    replace(start, start + own, wanted, at + 1 - own + wanted.size());
    m_editor.endUndoAction();
    return true;
}

bool TypingAid::deleteQuotes()
{
    const long at = caret();
    const QChar quote = charAt(at - 1);
    if ((quote != u'"' && quote != u'\'') || charAt(at) != quote)
        return false;
    const PythonContext context = pythonContext(textBefore(at));
    const bool isWhole = charAt(at + 1) == quote && charAt(at + 2) == quote;
    const long opening = context.isTriple ? 3 : 1;
    if (!context.inString || context.quote != quote || (context.isTriple && !isWhole) || at < opening
        || pythonContext(textBefore(at - opening)).inString)
        return false;
    replace(at - 1, at + opening, QString(), at - 1);
    return true;
}

bool TypingAid::deletePair()
{
    const long at = caret();
    if (m_editor.hasSelectedText() || at == 0)
        return false;
    if (deleteQuotes())
        return true;
    const QChar closing = closingOf(charAt(at - 1));
    if (closing.isNull() || charAt(at) != closing)
        return false;
    replace(at - 1, at + 1, QString(), at - 1);
    return true;
}

void TypingAid::toggleComment()
{
    if (m_editor.isReadOnly())
        return;
    int firstLine = 0;
    int lastLine = 0;
    int lastColumn = 0;
    int column = 0;
    const bool hadSelection = m_editor.hasSelectedText();
    if (hadSelection) {
        m_editor.getSelection(&firstLine, &column, &lastLine, &lastColumn);
        if (lastColumn == 0 && lastLine > firstLine)
            --lastLine;
    } else {
        m_editor.getCursorPosition(&firstLine, &column);
        lastLine = firstLine;
    }
    bool allComments = true;
    qsizetype indent = -1;
    for (int line = firstLine; line <= lastLine; ++line) {
        const QString text = m_editor.text(line);
        if (isBlank(text))
            continue;
        const qsizetype own = indentOf(text);
        indent = indent < 0 ? own : std::min(indent, own);
        allComments = allComments && text.at(own) == u'#';
    }
    if (indent < 0)
        return; // nothing but blank lines
    m_editor.beginUndoAction();
    for (int line = firstLine; line <= lastLine; ++line) {
        const QString text = m_editor.text(line);
        if (isBlank(text))
            continue;
        const auto own = static_cast<int>(indentOf(text));
        const int sign = text.mid(own, 2) == QLatin1String("# ") ? 2 : 1;
        if (!allComments)
            m_editor.insertAt(QStringLiteral("# "), line, static_cast<int>(indent));
        else {
            m_editor.setSelection(line, own, line, own + sign);
            m_editor.removeSelectedText();
        }
    }
    m_editor.endUndoAction();
    if (hadSelection)
        m_editor.setSelection(
            firstLine, 0, lastLine,
            static_cast<int>(m_editor.text(lastLine).trimmed().size() + indentOf(m_editor.text(lastLine))));
    else
        m_editor.setCursorPosition(firstLine, std::max(0, column + (allComments ? -2 : 2)));
}

long TypingAid::caret() const
{
    return m_editor.SendScintilla(QsciScintillaBase::SCI_GETCURRENTPOS);
}

/// The ASCII character at `position`; none at the end. Parts of others come as something that is no bracket.
QChar TypingAid::charAt(long position) const
{
    const auto byte = static_cast<unsigned char>(
        m_editor.SendScintilla(QsciScintillaBase::SCI_GETCHARAT, static_cast<unsigned long>(position)));
    return byte < 0x80 ? QChar(static_cast<char16_t>(byte)) : QChar(QChar::ReplacementCharacter);
}

/// No more than pythonContext() looks at.
QString TypingAid::textBefore(long position) const
{
    const long from = std::max(0L, position - FarthestContext);
    QByteArray bytes(position - from + 1, '\0'); // Scintilla appends a NUL
    m_editor.SendScintilla(QsciScintillaBase::SCI_GETTEXTRANGE, from, position, bytes.data());
    return QString::fromUtf8(bytes.constData(), position - from);
}

void TypingAid::replace(long from, long to, const QString &text, long caretAfter)
{
    const QByteArray bytes = text.toUtf8();
    m_editor.beginUndoAction();
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETSTART, static_cast<unsigned long>(from));
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETEND, static_cast<unsigned long>(to));
    m_editor.SendScintilla(QsciScintillaBase::SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()),
                           bytes.constData());
    m_editor.SendScintilla(QsciScintillaBase::SCI_GOTOPOS, static_cast<unsigned long>(caretAfter));
    m_editor.endUndoAction();
}

} // namespace Skillet::Ui
