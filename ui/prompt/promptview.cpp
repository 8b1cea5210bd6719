// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptview.h"

#include "prompt/pastecleaner.h"
#include "prompt/promptgutter.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

#include <memory>

namespace Skillet::Ui {

namespace {

bool isKey(const QKeyEvent &event, Qt::KeyboardModifiers modifiers, int key)
{
    return event.key() == key && (event.modifiers() & ~Qt::KeypadModifier) == modifiers;
}

} // namespace

PromptView::PromptView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_styler(theme, highlighter)
    , m_input(*document(), m_styler)
    , m_transcript(*document(), m_input, m_styler)
    , m_fold(*this)
    , m_editor(*this, m_input)
{
    m_gutter = new PromptGutter(
        theme, [this] { return visibleMarks(); }, this);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight); // a line of code or output, whatever letters it begins with
    document()->setDefaultTextOption(option);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Python prompt"));
    setAccessibleDescription(
        tr("Type Python and press Enter to run it. Up and Down bring back what you typed."));
    connect(document(), &QTextDocument::contentsChange, this, [this](int position, int, int) {
        if (!m_writing && position + 1 >= m_input.start())
            m_input.restyle();
        if (m_input.isEmpty())
            m_holdsPaste = false;
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PromptView::markBrackets);
    // The tint of a table's row may lie beside the line that is selected.
    connect(this, &QPlainTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rows, int scrolledBy) {
        if (scrolledBy != 0)
            m_gutter->update();
        else
            m_gutter->update(0, rows.y(), m_gutter->width(), rows.height());
    });
    connect(&theme, &Theme::changed, this, &PromptView::applyTheme);
    connect(&highlighter, &CodeHighlighter::changed, this, &PromptView::applyTheme);
    applyTheme();
}

void PromptView::applyTheme()
{
    const QFont font = m_theme.font(FontRole::Code);
    setFont(font);
    document()->setDefaultFont(font);
    document()->setDocumentMargin(m_theme.scaled(4));
    setCursorWidth(std::max(m_theme.scaled(2), 2));
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(ColorRole::Surface));
    colors.setColor(QPalette::Text, m_theme.color(ColorRole::Text));
    colors.setColor(QPalette::Highlight, m_theme.color(ColorRole::Selection));
    colors.setColor(QPalette::HighlightedText, m_theme.color(ColorRole::Text));
    setPalette(colors);
    placeGutter();
    write([](Transcript &transcript) { transcript.restyle(); });
}

void PromptView::write(const std::function<void(Transcript &)> &change)
{
    QScrollBar *bar = verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum();
    const int lines = document()->blockCount();
    const qint64 folded = m_transcript.foldedLines();
    m_writing = true;
    // Undo is for what was typed since; output can neither be undone nor stand in its way.
    document()->setUndoRedoEnabled(false);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    change(m_transcript);
    cursor.endEditBlock();
    document()->setUndoRedoEnabled(true);
    m_writing = false;
    if (follows)
        scrollToEnd();
    else if (m_transcript.foldedLines() > folded && document()->blockCount() < lines)
        bar->setValue(bar->value() - (lines - document()->blockCount()));
    m_gutter->update();
}

QSize PromptView::minimumSizeHint() const
{
    return {m_theme.scaled(60), m_theme.scaled(28)};
}

void PromptView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void PromptView::setInputText(const QString &text)
{
    m_input.setText(text);
    moveCursor(QTextCursor::End);
    ensureCursorVisible();
    m_gutter->update();
}

void PromptView::beginAnswer(const StyledLine &prompt, bool secret)
{
    write([&](Transcript &) { m_input.beginAnswer(prompt, secret); });
    moveCursor(QTextCursor::End);
    m_gutter->update();
}

QString PromptView::commitAnswer()
{
    QString answer;
    write([&](Transcript &) { answer = m_input.commitAnswer(); });
    moveCursor(QTextCursor::End);
    scrollToEnd();
    return answer;
}

void PromptView::commitCode(const QString &shown)
{
    write([&](Transcript &transcript) {
        m_input.setText(QString());
        transcript.addCode(shown);
    });
    moveCursor(QTextCursor::End);
    scrollToEnd();
}

void PromptView::insertNewLine()
{
    m_editor.insertNewLine();
}

void PromptView::setRunning(bool running)
{
    m_running = running;
    m_gutter->update();
}

void PromptView::setHeld(bool held)
{
    m_held = held;
    while (!m_held && !m_waitingKeys.isEmpty()) {
        const std::unique_ptr<QKeyEvent> key(m_waitingKeys.takeFirst());
        // As it would have come: whoever sees the keys first sees these too.
        QCoreApplication::sendEvent(this, key.get());
    }
}

std::optional<CaretPlace> PromptView::caretPlace() const
{
    const QTextCursor cursor = textCursor();
    if (m_input.mode() != InputBlock::Mode::Code || cursor.hasSelection()
        || !m_input.contains(cursor.position()))
        return std::nullopt;
    return CaretPlace{m_input.text(), cursor.position() - m_input.start()};
}

bool PromptView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys of the terminal that the window may use for something else.
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool ours = isKey(key, Qt::ControlModifier, Qt::Key_L)
            || isKey(key, Qt::ControlModifier, Qt::Key_D) || isKey(key, Qt::ControlModifier, Qt::Key_F)
            || isKey(key, Qt::ControlModifier, Qt::Key_R)
            || isKey(key, Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_C)
            || isKey(key, Qt::ControlModifier, Qt::Key_Return);
        if (ours) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void PromptView::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    const bool stops = event->matches(QKeySequence::Copy);
    if (m_held && !stops) {
        m_waitingKeys.append(event->clone());
        return;
    }
    if (handleCommand(*event) || handleEnter(*event) || m_editor.handle(*event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    m_editor.afterKey();
}

bool PromptView::handleCommand(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        if (textCursor().hasSelection())
            copy();
        else if (m_running)
            Q_EMIT interruptRequested();
    } else if (isKey(event, Qt::ControlModifier | Qt::ShiftModifier, Qt::Key_C)) {
        copyWithoutPrompts();
    } else if (event.matches(QKeySequence::Cut)) {
        cutSelection();
    } else if (event.matches(QKeySequence::Paste)) {
        paste();
    } else if (isKey(event, Qt::ControlModifier, Qt::Key_L)) {
        Q_EMIT clearRequested();
    } else if (isKey(event, Qt::ControlModifier, Qt::Key_F)) {
        Q_EMIT findRequested();
    } else if (isKey(event, Qt::ControlModifier, Qt::Key_R)) {
        if (m_input.mode() == InputBlock::Mode::Code)
            Q_EMIT historySearchRequested();
    } else if (isKey(event, Qt::ControlModifier, Qt::Key_D)) {
        if (m_input.mode() != InputBlock::Mode::Code && m_input.isEmpty())
            Q_EMIT endOfInputRequested();
    } else if (isKey(event, Qt::NoModifier, Qt::Key_Escape)) {
        abandonInput();
    } else if (isKey(event, Qt::NoModifier, Qt::Key_Up) && m_editor.caretIsOnFirstRow()) {
        if (m_input.mode() == InputBlock::Mode::Code)
            Q_EMIT historyRequested(true);
    } else if (isKey(event, Qt::NoModifier, Qt::Key_Down) && m_editor.caretIsOnLastRow()) {
        if (m_input.mode() == InputBlock::Mode::Code)
            Q_EMIT historyRequested(false);
    } else if (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab) {
        const bool deeper = event.key() == Qt::Key_Tab;
        if (!m_editor.indent(deeper))
            focusNextPrevChild(deeper);
    } else {
        return false;
    }
    return true;
}

bool PromptView::handleEnter(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const QTextCursor cursor = textCursor();
    const QString link = m_editor.caretIsInside() ? QString() : linkAt(cursorRect().center());
    if (!link.isEmpty() && !cursor.hasSelection()) {
        Q_EMIT linkActivated(link);
        return true;
    }
    m_editor.enterInput();
    const bool code = m_input.mode() == InputBlock::Mode::Code;
    const bool force = event.modifiers() & Qt::ControlModifier;
    const bool newLine = event.modifiers() & Qt::ShiftModifier;
    if (code && (newLine || (!force && !m_input.isOnLastLine(textCursor()))))
        m_editor.insertNewLine();
    else
        Q_EMIT enterPressed(force);
    return true;
}

void PromptView::cutSelection()
{
    if (!textCursor().hasSelection())
        return;
    copy();
    m_editor.removeSelection();
}

void PromptView::abandonInput()
{
    const QTextCursor cursor = textCursor();
    if (cursor.hasSelection() || !m_editor.caretIsInside()) {
        moveCursor(QTextCursor::End);
        ensureCursorVisible();
    } else if (m_input.mode() == InputBlock::Mode::Code) {
        if (m_input.isEmpty()) {
            Q_EMIT leaveRequested();
            return;
        }
        const QString text = m_input.text();
        setInputText(QString());
        Q_EMIT inputAbandoned(text);
    }
}

void PromptView::inputMethodEvent(QInputMethodEvent *event)
{
    if (m_input.mode() == InputBlock::Mode::Secret) {
        m_editor.insert(event->commitString());
        event->accept();
        return;
    }
    if (!event->commitString().isEmpty() || !event->preeditString().isEmpty())
        m_editor.enterInput();
    QPlainTextEdit::inputMethodEvent(event);
}

void PromptView::mousePressEvent(QMouseEvent *event)
{
    // Without a selection under it no drag begins, which could move text out of the transcript.
    if (event->button() == Qt::LeftButton && textCursor().hasSelection()
        && !(event->modifiers() & Qt::ShiftModifier)) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
    }
    m_pressedLink = event->button() == Qt::LeftButton ? linkAt(event->pos()) : QString();
    QPlainTextEdit::mousePressEvent(event);
}

void PromptView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const QString link = std::exchange(m_pressedLink, QString());
    if (!link.isEmpty() && !textCursor().hasSelection() && linkAt(event->pos()) == link)
        Q_EMIT linkActivated(link);
}

void PromptView::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    const bool onLink = event->buttons() == Qt::NoButton && !linkAt(event->pos()).isEmpty();
    viewport()->setCursor(onLink ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void PromptView::dropEvent(QDropEvent *event)
{
    insertFromMimeData(event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The text edit ends its own drawing of the drop position.
    QDragLeaveEvent leave;
    dragLeaveEvent(&leave);
}

QString PromptView::linkAt(const QPoint &point) const
{
    const QTextCursor cursor = cursorForPosition(point);
    const LineData *line = m_input.contains(cursor.position()) ? nullptr : lineData(cursor.block());
    // Beyond the end of a line the nearest position is the last one of the link.
    if (!line || !cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(point))
        return {};
    for (const LookRun &run : line->runs) {
        const int at = cursor.positionInBlock();
        if (!run.look.link.isEmpty() && at >= run.start && at <= run.start + run.length)
            return run.look.link;
    }
    return {};
}

void PromptView::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText())
        return;
    const bool code = m_input.mode() == InputBlock::Mode::Code;
    const PasteCleaner::Result paste = PasteCleaner::clean(source->text());
    QString text = code ? paste.code : source->text();
    if (!code)
        text.replace(QRegularExpression(QStringLiteral("\\s*[\\r\\n]\\s*")), QStringLiteral(" "));
    else if (!paste.notices.isEmpty())
        Q_EMIT noticeRaised(paste.notices.join(u'\n'));
    m_editor.insert(text);
    if (text.contains(u'\n'))
        m_holdsPaste = true;
}

void PromptView::resizeEvent(QResizeEvent *event)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum();
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
    if (follows)
        scrollToEnd();
}

} // namespace Skillet::Ui
