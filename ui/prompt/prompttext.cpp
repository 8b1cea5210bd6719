// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/prompttext.h"

#include "prompt/promptview.h"

#include <QScrollBar>

namespace Skillet::Ui {

PromptText::PromptText(PromptView &view, QObject *parent)
    : AssistedText(parent)
    , m_view(view)
{
    connect(&m_view, &QPlainTextEdit::cursorPositionChanged, this, &AssistedText::caretMoved);
    connect(&m_view, &QPlainTextEdit::textChanged, this, &AssistedText::textChanged);
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, &AssistedText::scrolled);
}

QWidget &PromptText::widget() const
{
    return m_view;
}

std::optional<CaretPlace> PromptText::caretPlace() const
{
    return m_view.caretPlace();
}

QRect PromptText::placeOf(int offset) const
{
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(m_view.input().start() + offset);
    const QRect rect = m_view.cursorRect(cursor);
    return {m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

bool PromptText::isCaretSeen() const
{
    return m_view.viewport()->rect().intersects(m_view.cursorRect());
}

void PromptText::replace(int from, int to, const QString &text)
{
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(m_view.input().start() + from);
    cursor.setPosition(m_view.input().start() + to, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
}

bool PromptText::isHeld() const
{
    return m_view.isHeld();
}

void PromptText::setHeld(bool held)
{
    m_view.setHeld(held);
}

} // namespace Skillet::Ui
