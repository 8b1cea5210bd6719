// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/errormarks.h"
#include "editor/positions.h"
#include "editor/problemmarks.h"
#include "editor/scintilla.h"
#include "highlighting/codehighlighter.h"
#include "runner/traceback.h"
#include "theme/theme.h"

namespace Skillet::Ui {

class Bookmarks;
class Folding;
class KsLexer;
class TypingAid;

/// Edits one Python file. Knows nothing of disks and tabs: that is EditorPage's and EditorArea's part. Lines
/// count from 1 and columns in UTF-16 units from 0, as in Runner::SourceRange.
class CodeEditor final : public QsciScintilla
{
    Q_OBJECT

public:
    CodeEditor(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);
    ~CodeEditor() override;

    /// Chooses the language; the name need not exist.
    void setFileName(const QString &fileName);

    /// A text of its own: unmodified, with nothing to undo.
    void setCode(const QString &code);
    /// What is shown is not what lies on the disk.
    void markChanged();
    /// The same text changed: can be undone, the caret stays where it was.
    void replaceCode(const QString &code);
    /// Makes line `line` `after` (which may be several lines, or none when empty) in one step of undo; only
    /// when it still reads `before`, whatever ends it.
    [[nodiscard]] bool replaceLine(int line, const QString &before, const QString &after);
    [[nodiscard]] QString code() const;
    /// As many of its lines from the first on, without copying the others.
    [[nodiscard]] QString firstLines(int count) const;

    /// The name at the caret or at the start of the selection, with what leads to it: `os.path`.
    [[nodiscard]] QString nameAtCaret() const;

    void goTo(int line, int column);
    void toggleComment();

    /// Marks `range` and shows `message` below its line until the line is changed or clearErrors() is called.
    void showError(const Runner::SourceRange &range, const QString &message);
    void clearErrors();
    /// Line of the error from 1, 0 when there is none.
    [[nodiscard]] int errorLine() const;

    /// What is wrong in the text while it is being written.
    [[nodiscard]] ProblemMarks &problemMarks() { return *m_problems; }
    [[nodiscard]] const ProblemMarks &problemMarks() const { return *m_problems; }
    [[nodiscard]] Bookmarks &bookmarks() const { return *m_bookmarks; }
    [[nodiscard]] Folding &folding() const { return *m_folding; }
    [[nodiscard]] EditorPlace caretPlace() const;
    /// As Scintilla counts: bytes of UTF-8.
    [[nodiscard]] int caretByte() const;

    /// A line and a few signs: how small it may get is the learner's choice.
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] const KsLexer &codeLexer() const { return *m_lexer; }

Q_SIGNALS:
    /// Both from 1, as people count: for a status bar.
    void caretMoved(int line, int column);
    void findRequested();
    void findAgainRequested(bool forward);
    void escapePressed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setUpBehaviour();
    void releaseShortcuts();
    void applyTheme();
    void applyStyles();
    void applyFoundMarks();
    void fitLineNumbers();

    const Theme &m_theme;
    KsLexer *m_lexer;
    ErrorMarks *m_errors;
    ProblemMarks *m_problems;
    Bookmarks *m_bookmarks;
    Folding *m_folding;
    TypingAid *m_typing;
};

} // namespace Skillet::Ui
