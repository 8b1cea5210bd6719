// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmapdelegate.h"

#include "roadmap/roadmapmodel.h"
#include "theme/stylecontrols.h"

#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace Skillet::Ui {

namespace {

constexpr int markSide = 16;
constexpr int maxLines = 2;
// Widths of the view from which there is room for the minutes, and for more.
constexpr int minutesWidth = 208;
constexpr int glyphWidth = 250;
constexpr int kindWidth = 300;

RoadmapNode nodeOf(const QModelIndex &index)
{
    return index.data(RoadmapModel::NodeRole).value<RoadmapNode>();
}

bool isItem(const QModelIndex &index)
{
    const RoadmapNode node = nodeOf(index);
    return node == RoadmapNode::Lesson || node == RoadmapNode::Exercise;
}

bool isWritten(const QModelIndex &index)
{
    return index.data(RoadmapModel::WrittenRole).toBool();
}

bool isDone(const QModelIndex &index)
{
    return index.data(RoadmapModel::StateRole).value<Progress::ItemState>() == Progress::ItemState::Done;
}

/// Stages make do with the fraction: the pane's header draws a bar for the one at hand.
bool hasBar(const QModelIndex &index)
{
    return nodeOf(index) == RoadmapNode::Module && index.data(RoadmapModel::TotalRole).toInt() > 0;
}

/// Width of the row that the view will give to `index`.
int rowWidth(const QTreeView &view, const QModelIndex &index)
{
    int depth = view.rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        ++depth;
    }
    return view.viewport()->width() - depth * view.indentation();
}

} // namespace

RoadmapDelegate::RoadmapDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QFont RoadmapDelegate::titleFont(const QModelIndex &index) const
{
    const bool strong = nodeOf(index) == RoadmapNode::Stage || index.data(RoadmapModel::CurrentRole).toBool();
    return m_theme.font(strong ? FontRole::InterfaceBold : FontRole::Interface);
}

QString RoadmapDelegate::aside(const QModelIndex &index, int viewWidth) const
{
    const bool wide = viewWidth >= m_theme.scaled(kindWidth);
    if (!isItem(index)) {
        const int total = index.data(RoadmapModel::TotalRole).toInt();
        return total == 0 ? tr("planned")
                          : tr("%1/%2").arg(index.data(RoadmapModel::DoneRole).toInt()).arg(total);
    }
    const int minutes = index.data(RoadmapModel::MinutesRole).toInt();
    const QString kind = index.data(RoadmapModel::KindRole).toString();
    if (viewWidth < m_theme.scaled(minutesWidth)) {
        return {}; // the title needs the room; the minutes are in the lesson's head too
    }
    if (minutes == 0) {
        return wide ? kind : QString();
    }
    return wide ? tr("%1, %2 min").arg(kind).arg(minutes) : tr("%1 min").arg(minutes);
}

RoadmapDelegate::Row RoadmapDelegate::layout(const QRect &rect, const QModelIndex &index, int viewWidth) const
{
    Row row;
    const int gap = m_theme.scaled(8);
    const int side = m_theme.scaled(markSide);
    const int top = rect.top() + m_theme.scaled(6);
    const int line = QFontMetrics(titleFont(index)).height();
    const QFontMetrics small(m_theme.font(FontRole::InterfaceSmall));
    row.asideText = aside(index, viewWidth);
    row.title = rect.adjusted(gap / 2, 0, -gap, 0);
    int right = row.title.right();
    // All on the first line, so that marks and minutes of long titles stay in line with their words.
    if (isItem(index)) {
        row.mark = QRect(row.title.left(), top + (line - side) / 2, side, side);
        row.title.setLeft(row.mark.right() + gap);
        if (viewWidth >= m_theme.scaled(glyphWidth)) {
            row.glyph = QRect(right - side + 1, row.mark.top(), side, side);
            right = row.glyph.left() - gap / 2 - 1;
        }
    }
    const int asideWidth = row.asideText.isEmpty() ? 0 : small.horizontalAdvance(row.asideText) + 2;
    row.aside = QRect(right - asideWidth + 1, top, asideWidth, line);
    row.title.setRight(row.aside.left() - gap);
    return row;
}

int RoadmapDelegate::lines(const QModelIndex &index, int width) const
{
    QTextLayout text(index.data().toString(), titleFont(index));
    text.beginLayout();
    int count = 0;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(qMax(1, width));
        ++count;
    }
    text.endLayout();
    return qBound(1, count, maxLines);
}

QSize RoadmapDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int width = view ? rowWidth(*view, index) : m_theme.scaled(220);
    const int viewWidth = view ? view->viewport()->width() : width;
    const Row row = layout(QRect(0, 0, width, 1), index, viewWidth);
    const int text = QFontMetrics(titleFont(index)).height() * lines(index, row.title.width());
    return {width, text + m_theme.scaled(hasBar(index) ? 20 : 12)};
}

void RoadmapDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QStyle *style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);

    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const Row row = layout(option.rect, index, view ? view->viewport()->width() : option.rect.width());
    painter->save();
    if (isItem(index)) {
        paintTrack(painter, option.rect, row.mark, index);
        paintMark(painter, row.mark, index);
    }
    const QRect content = option.rect.adjusted(0, m_theme.scaled(6), 0, -m_theme.scaled(6));
    paintTitle(painter, QRect(row.title.left(), content.top(), row.title.width(), content.height()), index);

    if (!row.glyph.isEmpty()) {
        const bool lesson = nodeOf(index) == RoadmapNode::Lesson;
        m_theme.icon(lesson ? QStringLiteral("lesson") : QStringLiteral("exercise"), ColorRole::Muted)
            .paint(painter, row.glyph);
    }
    painter->setFont(m_theme.font(FontRole::InterfaceSmall));
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->drawText(row.aside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, row.asideText);
    if (hasBar(index)) {
        const int thick = m_theme.scaled(4);
        paintProgress(painter,
                      {row.title.left(), option.rect.bottom() - thick - m_theme.scaled(4),
                       row.aside.right() - row.title.left() + 1, thick},
                      index);
    }
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        const int radius = m_theme.scaled(4);
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        ring.rect = option.rect.adjusted(0, 0, -radius / 4, 0);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
}

void RoadmapDelegate::paintTitle(QPainter *painter, const QRect &place, const QModelIndex &index) const
{
    const QFont font = titleFont(index);
    const bool planned = !isWritten(index);
    painter->setPen(m_theme.color(planned ? ColorRole::Muted : ColorRole::Text));
    painter->setFont(font);
    const QString title = index.data().toString();
    const QFontMetrics metrics(font);
    QTextLayout text(title, font);
    text.beginLayout();
    int top = place.top();
    for (int count = 1; count <= maxLines; ++count) {
        QTextLine line = text.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(qMax(1, place.width()));
        const QString rest = title.mid(line.textStart());
        const bool last = count == maxLines && line.textStart() + line.textLength() < title.size();
        const QString shown = last ? metrics.elidedText(rest, Qt::ElideRight, place.width())
                                   : rest.left(line.textLength()).trimmed();
        painter->drawText(QPoint(place.left(), top + metrics.ascent()), shown);
        top += metrics.height();
    }
    text.endLayout();
}

void RoadmapDelegate::paintMark(QPainter *painter, const QRect &place, const QModelIndex &index) const
{
    const bool current = index.data(RoadmapModel::CurrentRole).toBool();
    const auto state = index.data(RoadmapModel::StateRole).value<Progress::ItemState>();
    const double radius = nodeOf(index) == RoadmapNode::Lesson ? place.width() / 2.0 : m_theme.scaled(4);
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge =
        m_theme.color(state == Progress::ItemState::Done                     ? ColorRole::Ok
                          : current || state == Progress::ItemState::Started ? ColorRole::Accent
                                                                             : ColorRole::Muted);
    painter->setPen(QPen(edge, m_theme.scaled(15) / 10.0));
    painter->setBrush(state == Progress::ItemState::Done ? edge : m_theme.color(ColorRole::Surface));
    const QRectF outline = QRectF(place).adjusted(1, 1, -1, -1);
    painter->drawRoundedRect(outline, radius, radius);
    painter->setPen(Qt::NoPen);
    painter->setBrush(edge);
    const double inset = place.width() * 0.3;
    const QRectF core = QRectF(place).adjusted(inset, inset, -inset, -inset);
    if (state == Progress::ItemState::Done) {
        QPen pen(m_theme.color(ColorRole::Surface), place.width() / 8.0, Qt::SolidLine, Qt::RoundCap,
                 Qt::RoundJoin);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        const double unit = place.width() / 16.0;
        const QPointF middle = QRectF(place).center();
        const QPointF points[] = {middle + QPointF(-3.2, 0.3) * unit, middle + QPointF(-0.9, 2.6) * unit,
                                  middle + QPointF(3.4, -2.4) * unit};
        painter->drawPolyline(points, 3);
    } else if (current) {
        painter->drawRoundedRect(core, radius, radius);
    } else if (state == Progress::ItemState::Started) {
        painter->setClipRect(QRectF(outline.left(), outline.center().y(), outline.width(), outline.height()));
        painter->drawRoundedRect(outline, radius, radius);
        painter->setClipping(false);
    }
}

void RoadmapDelegate::paintTrack(QPainter *painter, const QRect &row, const QRect &mark,
                                 const QModelIndex &index) const
{
    const int thick = qMax(1, m_theme.scaled(1));
    const int left = mark.center().x() - thick / 2;
    const auto piece = [&](int top, int bottom, bool done) {
        painter->fillRect(left, top, thick, bottom - top + 1,
                          m_theme.color(done ? ColorRole::Ok : ColorRole::Border));
    };
    const QModelIndex before = index.siblingAtRow(index.row() - 1);
    if (before.isValid()) {
        piece(row.top(), mark.top(), isDone(before));
    }
    if (index.siblingAtRow(index.row() + 1).isValid()) {
        piece(mark.bottom(), row.bottom(), isDone(index));
    }
}

void RoadmapDelegate::paintProgress(QPainter *painter, const QRect &place, const QModelIndex &index) const
{
    const int total = index.data(RoadmapModel::TotalRole).toInt();
    const int done = index.data(RoadmapModel::DoneRole).toInt();
    StyleControls::box(painter, place, place.height() / 2.0, m_theme.color(ColorRole::Border), QColor());
    if (done > 0) {
        QRect filled = place;
        filled.setWidth(qMax(place.height(), place.width() * done / total));
        StyleControls::box(painter, filled, place.height() / 2.0, m_theme.color(ColorRole::Ok), QColor());
    }
}

} // namespace Skillet::Ui
