// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/codepainter.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace Skillet::Ui {

CodePainter::CodePainter(const Theme &theme, const CodeHighlighter &highlighter)
    : m_theme(theme)
    , m_highlighter(highlighter)
{ }

void CodePainter::setLine(const MarkedLine &line)
{
    m_line = line;
    m_spans = m_highlighter.spans(line.text, QStringLiteral("Python"));
}

int CodePainter::lineHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).height() + m_theme.scaled(2);
}

int CodePainter::caretHeight() const
{
    return m_line.carets.isEmpty() ? 0 : QFontMetrics(m_theme.font(FontRole::Code)).ascent();
}

int CodePainter::textWidth() const
{
    QTextLayout layout;
    prepare(layout);
    return qCeil(layout.lineAt(0).naturalTextWidth());
}

void CodePainter::prepare(QTextLayout &layout, int first, int last) const
{
    layout.setText(m_line.text);
    layout.setFont(m_theme.font(FontRole::Code));
    layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const CodeSpan &span : m_spans) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(span.start);
        range.length = static_cast<int>(span.length);
        range.format.setForeground(span.color);
        if (span.bold)
            range.format.setFontWeight(QFont::Bold);
        if (span.italic)
            range.format.setFontItalic(true);
        formats.append(range);
    }
    const auto hide = [&formats](int start, int length) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setForeground(QBrush(Qt::transparent));
        if (length > 0)
            formats.append(range);
    };
    hide(0, first);
    if (last >= 0)
        hide(last, static_cast<int>(m_line.text.size()) - last);
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
}

void CodePainter::draw(QPainter &painter, const QRect &rect, Carets carets) const
{
    QTextLayout layout;
    prepare(layout);
    const QTextLine textLine = layout.lineAt(0);
    const qreal width = textLine.naturalTextWidth();
    qreal shift = 0;
    if (width > rect.width() && m_line.start >= 0) {
        // The whole failing part when there is room for it, its beginning when not.
        const qreal from = textLine.cursorToX(m_line.start);
        const qreal to = textLine.cursorToX(m_line.start + m_line.length);
        const qreal margin = m_theme.scaled(40);
        if (to + margin > rect.width())
            shift = std::min({to + margin - rect.width(), from - margin, width - rect.width() + margin});
        shift = std::max<qreal>(shift, 0);
    }
    // Dots stand in for whole characters: what is cut is cut between two of them.
    const int dots = dotsWidth();
    const bool before = shift > 0 || m_line.cutBefore;
    if (shift > 0)
        shift = textLine.cursorToX(textLine.xToCursor(shift + dots, QTextLine::CursorOnCharacter) + 1) - dots;
    const bool after = width - shift > rect.width() || m_line.cutAfter;
    qreal end = width - shift;
    if (end > rect.width() - (after ? dots : 0))
        end =
            textLine.cursorToX(textLine.xToCursor(shift + rect.width() - dots, QTextLine::CursorOnCharacter))
            - shift;
    painter.save();
    const qreal begin = before ? dots : -1;
    // SVG knows no clipping: what is cut must not be drawn in the first place.
    const QRectF visible(rect.left() + begin, rect.top(), end - begin + (after ? 0 : 2 + dots),
                         rect.height());
    painter.setClipRect(visible, Qt::IntersectClip);
    const QPointF origin(rect.left() - shift, rect.top());
    drawMark(painter, layout, origin, visible);
    painter.setPen(m_theme.color(ColorRole::Text));
    QTextLayout shown;
    prepare(shown, before ? textLine.xToCursor(shift + begin + 1, QTextLine::CursorOnCharacter) : 0,
            after ? textLine.xToCursor(shift + end + 1, QTextLine::CursorOnCharacter) : -1);
    shown.draw(&painter, origin);
    if (carets == Carets::Shown)
        drawCarets(painter, layout, origin, visible);
    painter.restore();
    if (before)
        drawDots(painter, rect.topLeft());
    if (after)
        drawDots(painter, QPointF(rect.left() + end, rect.top()));
}

int CodePainter::dotsWidth() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).horizontalAdvance(QChar(0x2026)) + m_theme.scaled(4);
}

void CodePainter::drawMark(QPainter &painter, const QTextLayout &layout, QPointF origin,
                           const QRectF &visible) const
{
    if (m_line.start < 0)
        return;
    const QTextLine textLine = layout.lineAt(0);
    const qreal from = textLine.cursorToX(m_line.start);
    qreal to = textLine.cursorToX(m_line.start + m_line.length);
    // Behind the end of the line there is nothing to mark but the place.
    if (to <= from)
        to = from + QFontMetricsF(layout.font()).horizontalAdvance(u'x');
    const QRectF box(origin.x() + from, origin.y(), to - from, textLine.height());
    const QRectF around = box.adjusted(-1, 0, 1, 0)
                              .intersected(QRectF(visible.left(), box.top(), visible.width(), box.height()));
    if (around.isEmpty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::ErrorSoft));
    painter.drawRoundedRect(around, m_theme.scaled(2), m_theme.scaled(2));
    const int stroke = std::max(m_theme.scaled(2), 1);
    painter.fillRect(QRectF(around.left(), box.bottom() - stroke, around.width(), stroke),
                     m_theme.color(ColorRole::Error));
}

void CodePainter::drawCarets(QPainter &painter, const QTextLayout &layout, QPointF origin,
                             const QRectF &visible) const
{
    const QFont font = m_theme.font(FontRole::Code);
    const QFontMetricsF metrics(font);
    const QTextLine textLine = layout.lineAt(0);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::Error));
    const qreal baseline = origin.y() + textLine.height() + metrics.ascent() * 0.92;
    for (int i = std::max(m_line.start, 0); i < m_line.carets.size(); ++i) {
        // The second half of a surrogate pair and combining marks have no column of their own.
        if (i < m_line.text.size() && !layout.isValidCursorPosition(i))
            continue;
        const int next = i < m_line.text.size() ? layout.nextCursorPosition(i) : i;
        const qreal left = textLine.cursorToX(i);
        if (origin.x() + left < visible.left() - 1 || origin.x() + left + 1 > visible.right())
            continue;
        const qreal glyph = metrics.horizontalAdvance(m_line.carets[i]);
        const qreal cell = next > i ? textLine.cursorToX(next) - left : glyph;
        painter.drawText(QPointF(origin.x() + left + (cell - glyph) / 2, baseline),
                         QString(m_line.carets[i]));
    }
}

void CodePainter::drawDots(QPainter &painter, QPointF at) const
{
    painter.setFont(m_theme.font(FontRole::Code));
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(QRectF(at.x(), at.y(), dotsWidth(), lineHeight()), Qt::AlignCenter,
                     QString(QChar(0x2026)));
}

} // namespace Skillet::Ui
