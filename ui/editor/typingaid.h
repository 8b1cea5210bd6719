// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QsciScintilla;

namespace Skillet::Ui {

/// What the editor does for whoever types Python: indents new lines, takes else and the like out to their
/// statement, closes brackets and quotes, puts a selection in them, types over closed ones, deletes an empty
/// pair as one, turns lines into comments and back. Each of them is one step to undo. With several carets
/// only new lines are its matter.
class TypingAid final : public QObject
{
    Q_OBJECT

public:
    explicit TypingAid(QsciScintilla &editor);

    /// \return whether the key was taken; else the editor handles it as usual.
    [[nodiscard]] bool handle(const QKeyEvent &event);

    /// Comments out the lines of the selection (or the caret's), or brings them back when all are comments.
    void toggleComment();

private:
    [[nodiscard]] bool isPython() const;
    [[nodiscard]] QString indentAfter(const QString &before) const;
    [[nodiscard]] bool newLine();
    [[nodiscard]] bool newLines();
    [[nodiscard]] bool openBracket(QChar opening);
    [[nodiscard]] bool closeBracket(QChar closing);
    [[nodiscard]] bool wrapSelection(QChar opening, QChar closing);
    [[nodiscard]] bool typeQuote(QChar quote);
    [[nodiscard]] bool typeColon();
    [[nodiscard]] bool deletePair();
    [[nodiscard]] bool deleteQuotes();
    [[nodiscard]] bool hasRoomAt(long position) const;
    [[nodiscard]] long quotesBefore(long position, QChar quote) const;
    [[nodiscard]] long caret() const;
    [[nodiscard]] QChar charAt(long position) const;
    [[nodiscard]] QString textBefore(long position) const;
    void replace(long from, long to, const QString &text, long caretAfter);

    QsciScintilla &m_editor;
};

} // namespace Skillet::Ui
