// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PromptView that reads its text: marks in the gutter, clipboard and context menu.
#include "prompt/ansitext.h"
#include "prompt/brackets.h"
#include "prompt/picture.h"
#include "prompt/promptgutter.h"
#include "prompt/promptview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>

#include <memory>

namespace Skillet::Ui {

namespace {

/// Of a longer block the brackets are not matched with every step of the caret.
constexpr int MostCharactersMatched = 200000;

/// The last line of it: escape sequences and other controls are for terminals.
QString shownPrompt(const QString &text)
{
    AnsiText ansi;
    ansi.feed(text, ColorRole::Text);
    return ansi.currentLine().text;
}

} // namespace

void PromptView::setPrompts(const QString &primary, const QString &secondary)
{
    m_transcript.setPrompts(shownPrompt(primary), shownPrompt(secondary));
    m_gutter->makeRoomFor(m_transcript.primaryPrompt());
    m_gutter->makeRoomFor(m_transcript.secondaryPrompt());
    placeGutter();
}

void PromptView::setPlace(const QString &place)
{
    m_transcript.setPlace(place);
    m_gutter->makeRoomFor(m_transcript.primaryPrompt());
    placeGutter();
}

void PromptView::placeGutter()
{
    if (viewportMargins().left() != m_gutter->preferredWidth())
        setViewportMargins(m_gutter->preferredWidth(), 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), contentsRect().top(), m_gutter->preferredWidth(),
                          contentsRect().height());
    m_gutter->update();
}

GutterMark PromptView::markOf(const QTextBlock &block) const
{
    GutterMark mark;
    const QTextBlock first = m_input.firstBlock();
    if (block.position() >= first.position()) {
        if (m_input.mode() != InputBlock::Mode::Code)
            return mark;
        mark.color = m_running ? ColorRole::Muted : ColorRole::Accent;
        if (block != first)
            mark.text = m_transcript.secondaryPrompt();
        else if (!m_running || !m_input.isEmpty())
            mark.text = m_transcript.primaryPrompt();
        return mark;
    }
    if (const LineData *line = lineData(block))
        mark.text = line->prompt;
    return mark;
}

QList<GutterMark> PromptView::visibleMarks() const
{
    QList<GutterMark> marks;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > viewport()->height())
            break;
        GutterMark mark = markOf(block);
        if (mark.text.isEmpty())
            continue;
        const QTextLayout *layout = block.layout();
        mark.top = qRound(box.top());
        mark.height = qRound(layout->lineCount() > 0 ? layout->lineAt(0).height() : box.height());
        marks.append(mark);
    }
    return marks;
}

QString PromptView::selectedText(bool withPrompts) const
{
    const QTextCursor cursor = textCursor();
    QString text;
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    const QTextBlock first = document()->findBlock(cursor.selectionStart());
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const int from = std::max(cursor.selectionStart() - block.position(), 0);
        const int to = std::min(cursor.selectionEnd() - block.position(), block.length() - 1);
        if (withPrompts && from == 0 && first != last) {
            text += markOf(block).text;
        }
        text += block.text().mid(from, to - from);
        if (block == last)
            break;
        const LineData *line = lineData(block);
        if (line && line->slice.picture && block.text().isEmpty())
            continue;
        if (!line || !line->wraps)
            text += u'\n';
    }
    return text;
}

QMimeData *PromptView::createMimeDataFromSelection() const
{
    auto copied = std::make_unique<QMimeData>();
    copied->setText(selectedText(true));
    return copied.release();
}

void PromptView::copyWithoutPrompts()
{
    if (textCursor().hasSelection())
        QGuiApplication::clipboard()->setText(selectedText(false));
}

void PromptView::setMarks(Marks owner, const QList<QTextEdit::ExtraSelection> &marks)
{
    QList<QTextEdit::ExtraSelection> &own = owner == Marks::Brackets ? m_bracketMarks : m_searchMarks;
    if (own.isEmpty() && marks.isEmpty())
        return;
    own = marks;
    setExtraSelections(m_searchMarks + m_bracketMarks);
    if (owner == Marks::Search)
        viewport()->update(); // of a table the rows, which lie beside their lines
}

void PromptView::markBrackets()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextCursor caret = textCursor();
    const bool inCode = m_input.mode() == InputBlock::Mode::Code && m_input.contains(caret.position());
    std::optional<BracketPair> pair;
    if (inCode && !caret.hasSelection() && m_input.end() - m_input.start() < MostCharactersMatched)
        pair = bracketPair(m_input.text(), caret.position() - m_input.start());
    if (pair) {
        const bool alone = pair->partner < 0;
        for (const qsizetype at : {pair->at, pair->partner}) {
            if (at < 0)
                continue;
            QTextEdit::ExtraSelection mark;
            mark.format.setBackground(m_theme.color(alone ? ColorRole::ErrorSoft : ColorRole::AccentSoft));
            // Not by colour alone.
            mark.format.setUnderlineStyle(alone ? QTextCharFormat::WaveUnderline
                                                : QTextCharFormat::SingleUnderline);
            mark.cursor = QTextCursor(document());
            mark.cursor.setPosition(m_input.start() + static_cast<int>(at));
            mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
            marks.append(mark);
        }
    }
    setMarks(Marks::Brackets, marks);
}

void PromptView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const bool selected = textCursor().hasSelection();
    const auto add = [&](const QString &text, const QKeySequence &keys, bool enabled, auto slot) {
        QAction *action = menu.addAction(text, this, slot);
        action->setShortcut(keys);
        action->setEnabled(enabled);
    };
    const QString link = linkAt(event->pos());
    if (!link.isEmpty()) {
        add(tr("&Show This Place"), {}, true, [this, link] { Q_EMIT linkActivated(link); });
        menu.addSeparator();
    }
    if (const std::shared_ptr<const Picture> picture = pictureAt(event->pos())) {
        const auto copy = [picture] {
            if (picture->isTable())
                QGuiApplication::clipboard()->setText(picture->text());
            else
                QGuiApplication::clipboard()->setImage(picture->image());
        };
        add(picture->isTable() ? tr("Cop&y the Table as Text") : tr("Cop&y the Picture"), {}, true, copy);
        if (!picture->isTable())
            add(tr("Sa&ve the Picture..."), {}, true, [this, picture] { savePicture(*picture); });
        menu.addSeparator();
    }
    add(tr("Cu&t"), QKeySequence::Cut, selected, [this] { cutSelection(); });
    add(tr("&Copy"), QKeySequence::Copy, selected, [this] { copy(); });
    add(tr("Copy &Without Prompts"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), selected,
        [this] { copyWithoutPrompts(); });
    add(tr("&Paste"), QKeySequence::Paste, canPaste(), [this] { paste(); });
    add(tr("Select &All"), QKeySequence::SelectAll, true, [this] { selectAll(); });
    menu.addSeparator();
    add(tr("Sto&p"), {}, m_running, [this] { Q_EMIT interruptRequested(); });
    add(tr("&Find..."), QKeySequence::Find, true, [this] { Q_EMIT findRequested(); });
    add(tr("C&lear the Prompt"), QKeySequence(Qt::CTRL | Qt::Key_L), true,
        [this] { Q_EMIT clearRequested(); });
    menu.addSeparator();
    menu.addActions(m_menuActions);
    menu.exec(event->globalPos());
}

} // namespace Skillet::Ui
