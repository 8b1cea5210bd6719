// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PromptView that draws pictures over the lines that are kept free for them.
#include "core/file.h"
#include "prompt/picture.h"
#include "prompt/promptview.h"

#include <QDir>
#include <QFileDialog>
#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Skillet::Ui {

namespace {

/// A taller picture is drawn smaller.
constexpr int MostRows = 60;
/// A table that is drawn still smaller could not be read: its right side is cut off instead.
constexpr qreal SmallestTable = 0.7;
constexpr int MostTextInRow = 200;
constexpr qint64 MostBytesOfPictures = 256 * 1024 * 1024;

} // namespace

/// Whether the pictures together stay within the memory that they may have.
bool PromptView::roomFor(const Picture &picture)
{
    qint64 bytes = picture.image().sizeInBytes() + picture.bytes().size();
    m_pictures.removeIf([&bytes](const std::weak_ptr<const Picture> &shown) {
        const std::shared_ptr<const Picture> alive = shown.lock();
        if (alive)
            bytes += alive->image().sizeInBytes() + alive->bytes().size();
        return !alive;
    });
    return bytes <= MostBytesOfPictures;
}

void PromptView::addPicture(const std::shared_ptr<const Picture> &picture)
{
    QStringList texts = picture->text().split(u'\n');
    QList<StyledLine> lines;
    if (!roomFor(*picture)) {
        for (const QString &text : texts)
            lines.append({text, {}, false});
        lines.append(
            {tr("There are too many pictures to show this one. Clear the prompt to make room."), {}, false});
    } else {
        m_pictures.append(picture);
        const qreal rowHeight = QFontMetricsF(font()).lineSpacing();
        QSizeF size = picture->naturalSize(m_theme);
        const qreal width = viewport()->width() - 2 * document()->documentMargin();
        qreal scale = std::min({1.0, width / size.width(), MostRows * rowHeight / size.height()});
        if (picture->isTable())
            scale = std::max(scale, SmallestTable);
        size *= scale;
        PictureSlice slice{picture, 0, size.height() / rowHeight, size.width() / size.height()};
        for (const int rows = static_cast<int>(std::ceil(slice.rows)); slice.index < rows; ++slice.index)
            lines.append({texts.value(slice.index).left(MostTextInRow), {}, false, slice});
    }
    write([&](Transcript &transcript) { transcript.add(lines, LineKind::Output); });
}

void PromptView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    QList<std::pair<QRectF, QColor>> tinted;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        const LineData *line = lineData(block);
        if (!line || !line->slice.picture)
            continue;
        const PictureSlice &slice = line->slice;
        const bool hasLayout = block.layout()->lineCount() > 0;
        const qreal rowHeight = hasLayout ? block.layout()->lineAt(0).height() : box.height();
        const qreal left = box.left() + document()->documentMargin();
        QRectF target(left, box.top() - slice.index * rowHeight, slice.rows * rowHeight * slice.aspect,
                      slice.rows * rowHeight);
        const qreal room = viewport()->width() - left;
        if (!slice.picture->isTable() && target.width() > room)
            target.setSize(target.size() * room / target.width());
        const QRectF row(left, box.top(), target.width(), rowHeight);
        slice.picture->draw(painter, target, row.intersected(target), m_theme);
        for (const QColor &tint : tintsOf(block)) {
            // Rows of a table are taller than the lines of text that they stand for.
            const QRectF part = slice.picture->isTable() ? slice.picture->rowOf(slice.index, target)
                                                         : row.intersected(target);
            tinted.append({part, tint});
        }
    }
    for (const auto &[part, color] : tinted)
        painter.fillRect(part, color);
}

// What is selected or found in the text below a picture.
QList<QColor> PromptView::tintsOf(const QTextBlock &block) const
{
    QList<QColor> tints;
    const auto touches = [&block](const QTextCursor &cursor) {
        return cursor.hasSelection() && cursor.selectionStart() < block.position() + block.length()
            && cursor.selectionEnd() > block.position();
    };
    const auto add = [&tints](QColor color) {
        color.setAlpha(60);
        tints.append(color);
    };
    if (std::any_of(m_searchMarks.begin(), m_searchMarks.end(),
                    [&](const QTextEdit::ExtraSelection &mark) { return touches(mark.cursor); }))
        add(m_theme.color(ColorRole::Warn));
    if (touches(textCursor()))
        add(m_theme.color(ColorRole::Accent));
    return tints;
}

std::shared_ptr<const Picture> PromptView::pictureAt(const QPoint &point) const
{
    const LineData *line = lineData(cursorForPosition(point).block());
    return line ? line->slice.picture : nullptr;
}

void PromptView::savePicture(const Picture &picture)
{
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save the picture"), QDir::home().filePath(tr("figure.png")),
                                     tr("Pictures (*.png);;All files (*)"));
    if (file.isEmpty())
        return;
    const Core::Result<void> saved = Core::replaceFile(file, picture.bytes());
    if (saved)
        Q_EMIT noticeRaised(tr("Saved in %1.").arg(QDir::toNativeSeparators(file)));
    else
        Q_EMIT problemOccurred(saved.error());
}

} // namespace Skillet::Ui
