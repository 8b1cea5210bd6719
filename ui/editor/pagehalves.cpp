// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/pagehalves.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

namespace Skillet::Ui {

PageHalves::PageHalves(QWidget *empty, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_left(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
{
    setChildrenCollapsible(false);
    m_left->addWidget(empty);
    m_right->hide();
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { noteFocus(now); });
}

void PageHalves::add(QWidget *page)
{
    m_left->addWidget(page);
}

void PageHalves::remove(QWidget *page)
{
    if (page == beside())
        m_right->hide();
    m_right->removeWidget(page);
    m_left->removeWidget(page);
    if (m_left->count() == 1) // what is left is not to stand beside nothing
        join();
}

void PageHalves::show(QWidget *page)
{
    if (page == nullptr)
        m_left->setCurrentIndex(0);
    else if (page != beside())
        m_left->setCurrentWidget(page);
}

void PageHalves::putBeside(QWidget *page, QWidget *left)
{
    join();
    m_left->removeWidget(page);
    m_right->addWidget(page);
    m_left->setCurrentWidget(left);
    const int half = std::max(2, width()) / 2;
    m_right->show();
    page->show();
    setSizes({half, half});
}

void PageHalves::join()
{
    QWidget *page = beside();
    if (page == nullptr)
        return;
    const bool leftIsEmpty = m_left->count() == 1;
    m_right->removeWidget(page);
    m_right->hide();
    m_left->addWidget(page);
    if (leftIsEmpty)
        m_left->setCurrentWidget(page);
}

QWidget *PageHalves::beside() const
{
    return m_right->currentWidget();
}

bool PageHalves::isShown(const QWidget *page) const
{
    return page != nullptr && (page == m_left->currentWidget() || page == beside());
}

void PageHalves::noteFocus(const QWidget *now)
{
    for (QWidget *page : {m_left->currentWidget(), beside()}) {
        if (page != nullptr && now != nullptr && page != m_left->widget(0)
            && (page == now || page->isAncestorOf(now)))
            Q_EMIT entered(page);
    }
}

} // namespace Skillet::Ui
