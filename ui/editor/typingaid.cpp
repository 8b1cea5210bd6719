// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/typingaid.h"

#include "editor/pythoncontext.h"
#include "editor/scintilla.h"

#include <QKeyEvent>

#include <algorithm>

namespace Skillet::Ui {

namespace {

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
    // What it does, it does at one place.
    if (m_editor.isReadOnly() || m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONS) > 1)
        return false;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier))
        return newLine();
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
    if (!closingOf(typed).isNull())
        return openBracket(typed);
    return isClosing(typed) && closeBracket(typed);
}

bool TypingAid::newLine()
{
    const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
    long to = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    const QString indent = indentForNewLine(textBefore(from));
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

bool TypingAid::openBracket(QChar opening)
{
    const long at = caret();
    if (m_editor.hasSelectedText())
        return false;
    const QChar next = charAt(at);
    const bool roomAfter = next.isNull() || next.isSpace() || isClosing(next) || next == u',' || next == u':';
    const PythonContext context = pythonContext(textBefore(at));
    if (!roomAfter || context.inString || context.inComment)
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

bool TypingAid::deletePair()
{
    const long at = caret();
    if (m_editor.hasSelectedText() || at == 0)
        return false;
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

QString TypingAid::textBefore(long position) const
{
    QByteArray bytes(position + 1, '\0'); // Scintilla appends a NUL
    m_editor.SendScintilla(QsciScintillaBase::SCI_GETTEXTRANGE, 0L, position, bytes.data());
    return QString::fromUtf8(bytes.constData(), position);
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
