// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmapview.h"

#include "roadmap/roadmapdelegate.h"
#include "roadmap/roadmapmodel.h"
#include "theme/stylecontrols.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace Skillet::Ui {

RoadmapView::RoadmapView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new RoadmapDelegate(theme, this));
    setMouseTracking(true);
    connect(this, &QTreeView::clicked, this, &RoadmapView::choose);
    connect(&theme, &Theme::changed, this, &RoadmapView::restyle);
    restyle();
}

void RoadmapView::keyPressEvent(QKeyEvent *event)
{
    const bool opens =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        choose(currentIndex());
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void RoadmapView::resizeEvent(QResizeEvent *event)
{
    const bool wasInView = viewport()->rect().intersects(visualRect(currentIndex()));
    QTreeView::resizeEvent(event);
    // Titles wrap at another place now.
    scheduleDelayedItemsLayout();
    if (wasInView) {
        QMetaObject::invokeMethod(
            this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
    }
}

void RoadmapView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    // Only now the width is known, and with it where the rows lie.
    const auto settle = [this] {
        scrollToTop();
        scrollTo(currentIndex());
    };
    QMetaObject::invokeMethod(this, settle, Qt::QueuedConnection);
}

void RoadmapView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index)) {
        return;
    }
    // On the first line of a title of two.
    const int side = indentation();
    const int line = fontMetrics().height() + m_theme.scaled(12);
    const QRect place(rect.right() - side + 1, rect.top(), side, line);
    StyleControls::chevron(m_theme.scheme(), painter, place,
                           isExpanded(index) ? Qt::DownArrow : Qt::RightArrow,
                           m_theme.color(ColorRole::Muted));
}

void RoadmapView::choose(const QModelIndex &index)
{
    const auto node = index.data(RoadmapModel::NodeRole).value<RoadmapNode>();
    if (node == RoadmapNode::Lesson || node == RoadmapNode::Exercise) {
        Q_EMIT itemChosen(index.data(RoadmapModel::IdRole).toString());
    } else {
        setExpanded(index, !isExpanded(index));
    }
}

void RoadmapView::restyle()
{
    setIndentation(m_theme.scaled(12));
    verticalScrollBar()->setSingleStep(m_theme.scaled(28));
    scheduleDelayedItemsLayout();
}

} // namespace Skillet::Ui
