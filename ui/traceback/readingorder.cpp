// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/readingorder.h"

#include <QLayout>
#include <QList>
#include <QWidget>

namespace Skillet::Ui {

namespace {

void collect(const QLayout &layout, QList<QWidget *> &widgets)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget() != nullptr)
            widgets.append(item->widget());
        else if (item->layout() != nullptr)
            collect(*item->layout(), widgets);
    }
}

/// Those of a layout in its order, then those that stand by themselves.
QList<QWidget *> inOrder(const QWidget &parent)
{
    QList<QWidget *> widgets;
    if (parent.layout() != nullptr)
        collect(*parent.layout(), widgets);
    for (QObject *child : parent.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget != nullptr && !widget->isWindow() && !widgets.contains(widget))
            widgets.append(widget);
    }
    return widgets;
}

void arrange(QWidget &parent, QList<QWidget *> &stops)
{
    const QList<QWidget *> widgets = inOrder(parent);
    QList<QWidget *> present;
    for (QObject *child : parent.children()) {
        if (auto *widget = qobject_cast<QWidget *>(child); widget != nullptr && !widget->isWindow())
            present.append(widget);
    }
    const bool isArranged = present == widgets;
    for (QWidget *widget : widgets) {
        if (!isArranged)
            widget->raise(); // nothing overlaps here: it only becomes the last child
        if (widget->focusPolicy() & Qt::TabFocus)
            stops.append(widget);
        arrange(*widget, stops);
    }
}

} // namespace

void putInReadingOrder(QWidget &root)
{
    QList<QWidget *> stops;
    arrange(root, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace Skillet::Ui
