// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/inputeditor.h"

#include "prompt/indentation.h"

#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

bool isTyped(const QKeyEvent &event)
{
    const QString text = event.text();
    if (text.isEmpty() || !(text.front().isPrint() || text.front().isHighSurrogate()))
        return false;
    // AltGr arrives as Ctrl+Alt on some layouts; Ctrl alone never types.
    return !(event.modifiers() & Qt::ControlModifier) || (event.modifiers() & Qt::AltModifier);
}

QString textBefore(const QTextCursor &cursor)
{
    return cursor.block().text().left(cursor.positionInBlock());
}

bool isSpaces(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' '; });
}

int rowOf(const QTextCursor &cursor)
{
    return cursor.block().layout()->lineForTextPosition(cursor.positionInBlock()).lineNumber();
}

} // namespace

InputEditor::InputEditor(QPlainTextEdit &view, InputBlock &input)
    : m_view(view)
    , m_input(input)
{ }

bool InputEditor::caretIsInside() const
{
    const QTextCursor cursor = m_view.textCursor();
    return m_input.contains(std::min(cursor.position(), cursor.anchor()));
}

bool InputEditor::caretIsOnFirstRow() const
{
    const QTextCursor cursor = m_view.textCursor();
    return caretIsInside() && m_input.isOnFirstLine(cursor) && rowOf(cursor) <= 0;
}

bool InputEditor::caretIsOnLastRow() const
{
    const QTextCursor cursor = m_view.textCursor();
    return caretIsInside() && m_input.isOnLastLine(cursor)
        && rowOf(cursor) >= cursor.block().layout()->lineCount() - 1;
}

void InputEditor::enterInput()
{
    QTextCursor cursor = m_view.textCursor();
    if (!m_input.contains(cursor.position()))
        cursor.movePosition(QTextCursor::End);
    else if (!m_input.contains(cursor.anchor()))
        cursor = m_input.clamped(cursor);
    m_view.setTextCursor(cursor);
}

bool InputEditor::handle(const QKeyEvent &event)
{
    m_wasInside = caretIsInside();
    if (m_input.mode() == InputBlock::Mode::Secret && handleSecret(event))
        return true;
    if (handleMove(event) || handleErase(event))
        return true;
    if (isTyped(event)) {
        insert(event.text());
        return true;
    }
    return false;
}

void InputEditor::afterKey()
{
    const QTextCursor cursor = m_view.textCursor();
    if (m_wasInside && !cursor.hasSelection() && !m_input.contains(cursor.position()))
        m_view.setTextCursor(m_input.clamped(cursor));
}

void InputEditor::insert(const QString &text)
{
    if (m_input.mode() == InputBlock::Mode::Secret) {
        m_input.typeSecret(text);
        m_view.moveCursor(QTextCursor::End);
        return;
    }
    enterInput();
    m_view.textCursor().insertText(text);
    m_view.ensureCursorVisible();
}

void InputEditor::insertNewLine()
{
    enterInput();
    QTextCursor cursor = m_view.textCursor();
    QTextCursor before = cursor;
    before.setPosition(m_input.start());
    before.setPosition(std::min(cursor.position(), cursor.anchor()), QTextCursor::KeepAnchor);
    const QString code = before.selectedText().replace(QChar::ParagraphSeparator, u'\n');
    cursor.insertText(u'\n' + indentAfter(code));
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
}

void InputEditor::moveTo(int position, bool select)
{
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(position, select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    m_view.setTextCursor(cursor);
}

bool InputEditor::handleMove(const QKeyEvent &event)
{
    const bool select = event.modifiers() & Qt::ShiftModifier;
    if (event.matches(QKeySequence::MoveToStartOfLine) || event.matches(QKeySequence::SelectStartOfLine)) {
        enterInput();
        // First to the code, then to the very beginning of the line.
        const QTextCursor cursor = m_view.textCursor();
        const int blockStart = std::max(cursor.block().position(), m_input.start());
        const QString line = cursor.block().text();
        const auto code = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
        const int codeStart = cursor.block().position() + static_cast<int>(code - line.begin());
        const bool toCode = codeStart > blockStart && cursor.position() != codeStart
            && m_input.mode() == InputBlock::Mode::Code;
        moveTo(toCode ? codeStart : blockStart, select);
        return true;
    }
    if (event.matches(QKeySequence::MoveToStartOfDocument)) {
        moveTo(m_input.start(), false);
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        const QTextCursor cursor = m_view.textCursor();
        const bool whole =
            cursor.selectionStart() == m_input.start() && cursor.selectionEnd() == m_input.end();
        if (m_input.isEmpty() || whole)
            return false;
        moveTo(m_input.start(), false);
        moveTo(m_input.end(), true);
        return true;
    }
    if (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown) {
        m_view.verticalScrollBar()->triggerAction(event.key() == Qt::Key_PageUp
                                                      ? QAbstractSlider::SliderPageStepSub
                                                      : QAbstractSlider::SliderPageStepAdd);
        return true;
    }
    return false;
}

bool InputEditor::handleErase(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::DeleteStartOfWord))
        return erase(QTextCursor::PreviousWord);
    if (event.matches(QKeySequence::DeleteEndOfWord))
        return erase(QTextCursor::NextWord);
    if (event.matches(QKeySequence::DeleteEndOfLine))
        return erase(QTextCursor::EndOfBlock);
    if (event.matches(QKeySequence::DeleteCompleteLine))
        return erase(QTextCursor::StartOfBlock);
    if (event.matches(QKeySequence::Delete))
        return erase(QTextCursor::NextCharacter);
    if (event.key() == Qt::Key_Backspace) {
        const bool code = m_input.mode() == InputBlock::Mode::Code;
        return erase(QTextCursor::PreviousCharacter,
                     code ? backspaceWidth(textBefore(m_view.textCursor())) : 1);
    }
    return false;
}

bool InputEditor::erase(QTextCursor::MoveOperation operation, int count)
{
    const bool hadSelection = m_view.textCursor().hasSelection();
    enterInput();
    QTextCursor cursor = m_view.textCursor();
    if (!cursor.hasSelection() && !hadSelection)
        cursor.movePosition(operation, QTextCursor::KeepAnchor, count);
    cursor = m_input.clamped(cursor);
    cursor.removeSelectedText();
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
    return true;
}

void InputEditor::removeSelection()
{
    const QTextCursor cursor = m_view.textCursor();
    if (m_input.mode() != InputBlock::Mode::Secret && cursor.selectionEnd() > m_input.start()) {
        QTextCursor part = m_input.clamped(cursor);
        part.removeSelectedText();
        m_view.setTextCursor(part);
    }
}

bool InputEditor::handleSecret(const QKeyEvent &event)
{
    if (isTyped(event)) {
        insert(event.text());
        return true;
    }
    if (event.matches(QKeySequence::DeleteStartOfWord) || event.matches(QKeySequence::DeleteCompleteLine))
        m_input.setText(QString());
    else if (event.key() == Qt::Key_Backspace)
        m_input.eraseSecret(1);
    else if (event.key() != Qt::Key_Delete && event.key() != Qt::Key_Left && event.key() != Qt::Key_Home
             && !event.matches(QKeySequence::DeleteEndOfLine) && !event.matches(QKeySequence::DeleteEndOfWord)
             && !event.matches(QKeySequence::Undo) && !event.matches(QKeySequence::Redo))
        return false;
    m_view.moveCursor(QTextCursor::End);
    return true;
}

bool InputEditor::indent(bool deeper)
{
    if (m_input.mode() != InputBlock::Mode::Code || !caretIsInside())
        return false;
    QTextCursor cursor = m_view.textCursor();
    if (cursor.hasSelection() || !deeper) {
        // Every line the selection touches moves by one step.
        const QTextBlock last = m_input.clamped(cursor).document()->findBlock(cursor.selectionEnd());
        QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
        bool changed = false;
        cursor.beginEditBlock();
        for (; block.isValid(); block = block.next()) {
            QTextCursor edit(block);
            const QString text = block.text();
            const auto code = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c == u' '; });
            const int spaces = static_cast<int>(code - text.begin());
            if (deeper) {
                edit.insertText(QString(IndentWidth, u' '));
            } else {
                edit.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                                  std::min(spaces, IndentWidth));
                edit.removeSelectedText();
            }
            changed = changed || deeper || spaces > 0;
            if (block == last)
                break;
        }
        cursor.endEditBlock();
        return changed;
    }
    if (m_input.isEmpty())
        return false;
    const QString before = textBefore(cursor);
    const int width =
        isSpaces(before) ? IndentWidth - static_cast<int>(before.size()) % IndentWidth : IndentWidth;
    cursor.insertText(QString(width, u' '));
    m_view.setTextCursor(cursor);
    return true;
}

} // namespace Skillet::Ui
