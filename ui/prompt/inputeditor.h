// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/inputblock.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

namespace Skillet::Ui {

/// How keys edit the input block: only there, with Python's indentation, and with secrets typed unseen. Keys
/// that mean something for the whole prompt (Enter, history, stop) are the view's.
class InputEditor final
{
public:
    InputEditor(QPlainTextEdit &view, InputBlock &input);

    /// True: done. False: the text edit may handle the key itself; afterKey() comes then.
    bool handle(const QKeyEvent &event);
    void afterKey();

    /// Typed or pasted text goes in at the caret, or at the end of the input when the caret is elsewhere.
    void insert(const QString &text);
    void insertNewLine();
    /// The caret to the end of the input, unless it is within it.
    void enterInput();
    [[nodiscard]] bool caretIsInside() const;
    /// On the first (last) line as the screen shows it, long lines being wrapped.
    [[nodiscard]] bool caretIsOnFirstRow() const;
    [[nodiscard]] bool caretIsOnLastRow() const;
    /// Removes the part of the selection that may be edited.
    void removeSelection();

    /// False: Tab (Shift+Tab) has nothing to do here and moves the focus.
    bool indent(bool deeper);

private:
    bool handleMove(const QKeyEvent &event);
    bool handleErase(const QKeyEvent &event);
    bool handleSecret(const QKeyEvent &event);
    bool erase(QTextCursor::MoveOperation operation, int count = 1);
    void moveTo(int position, bool select);

    QPlainTextEdit &m_view;
    InputBlock &m_input;
    bool m_wasInside = true;
};

} // namespace Skillet::Ui
