// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistedtext.h"
#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "prompt/inputblock.h"
#include "prompt/inputeditor.h"
#include "prompt/linestyler.h"
#include "prompt/tracebackfold.h"
#include "prompt/transcript.h"
#include "theme/theme.h"

#include <QList>
#include <QPlainTextEdit>

#include <functional>
#include <memory>
#include <optional>

namespace Skillet::Ui {

class PromptGutter;
struct GutterMark;

/// The prompt's surface: the transcript above, the input below, in one scrolling text. Handles keys, mouse
/// and clipboard; what is run, and when, is its owner's business.
class PromptView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    PromptView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);

    [[nodiscard]] InputBlock &input() { return m_input; }
    /// Changes the transcript: keeps the view at the end when it was there, and the undo of the input apart.
    void write(const std::function<void(Transcript &)> &change);
    [[nodiscard]] const Transcript &transcript() const { return m_transcript; }
    [[nodiscard]] TracebackFold &fold() { return m_fold; }

    /// Shows a picture behind the transcript, as tall as its lines of text are together.
    void addPicture(const std::shared_ptr<const Picture> &picture);

    void setInputText(const QString &text);
    void beginAnswer(const StyledLine &prompt, bool secret);
    QString commitAnswer();
    void insertNewLine();
    /// The code that was typed becomes part of the transcript, as `shown`.
    void commitCode(const QString &shown);
    void scrollToEnd();

    /// While held, keys wait; they come in when it ends. For the moment in which Python is asked.
    void setHeld(bool held);
    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Nothing while the caret is not in code, or text is selected.
    [[nodiscard]] std::optional<CaretPlace> caretPlace() const;
    /// What stands before code from here on: sys.ps1 and sys.ps2.
    void setPrompts(const QString &primary, const QString &secondary);
    /// Shown before sys.ps1 while the answers come from elsewhere; empty: they do not.
    void setPlace(const QString &place);
    /// A run is under way: no `>>>`, and Ctrl+C stops it.
    void setRunning(bool running);
    /// What was typed came from a paste of several lines.
    [[nodiscard]] bool holdsPaste() const { return m_holdsPaste; }

    void copyWithoutPrompts();
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Further commands for the context menu.
    void addMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

    /// Stretches that stand out, by who marks them.
    enum class Marks { Brackets, Search };
    void setMarks(Marks owner, const QList<QTextEdit::ExtraSelection> &marks);

Q_SIGNALS:
    void enterPressed(bool force);
    void historyRequested(bool back);
    void interruptRequested();
    void endOfInputRequested();
    /// Escape, with nothing that it could take back.
    void leaveRequested();
    void clearRequested();
    void findRequested();
    void historySearchRequested();
    void inputAbandoned(const QString &text);
    /// To be told to the learner: what was changed in a paste.
    void noticeRaised(const QString &text);
    void problemOccurred(const Skillet::Core::Error &error);
    void linkActivated(const QString &link);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    [[nodiscard]] bool handleCommand(const QKeyEvent &event);
    [[nodiscard]] bool handleEnter(const QKeyEvent &event);
    void cutSelection();
    void abandonInput();
    [[nodiscard]] QString selectedText(bool withPrompts) const;
    [[nodiscard]] QString linkAt(const QPoint &point) const;
    [[nodiscard]] QList<GutterMark> visibleMarks() const;
    [[nodiscard]] GutterMark markOf(const QTextBlock &block) const;
    void applyTheme();
    void placeGutter();
    void markBrackets();
    [[nodiscard]] std::shared_ptr<const Picture> pictureAt(const QPoint &point) const;
    void savePicture(const Picture &picture);
    [[nodiscard]] QList<QColor> tintsOf(const QTextBlock &block) const;
    [[nodiscard]] bool roomFor(const Picture &picture);

    const Theme &m_theme;
    LineStyler m_styler;
    InputBlock m_input;
    Transcript m_transcript;
    TracebackFold m_fold;
    InputEditor m_editor;
    PromptGutter *m_gutter = nullptr;
    QList<QKeyEvent *> m_waitingKeys;
    QList<QAction *> m_menuActions;
    QList<std::weak_ptr<const Picture>> m_pictures;
    QList<QTextEdit::ExtraSelection> m_bracketMarks;
    QList<QTextEdit::ExtraSelection> m_searchMarks;
    QString m_pressedLink;
    bool m_writing = false;
    bool m_held = false;
    bool m_running = false;
    bool m_holdsPaste = false;
};

} // namespace Skillet::Ui
