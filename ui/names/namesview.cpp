// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namesview.h"

#include "names/namesmodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int LeastForValues = 80;

} // namespace

NamesView::NamesView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Names at the prompt"));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != NamesModel::ValueColumn)
            fitValues();
    });
    connect(this, &QTreeView::doubleClicked, this, &NamesView::chooseCurrent);
    connect(&theme, &Theme::changed, this, &NamesView::fit);
}

void NamesView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    sortByColumn(NamesModel::NameColumn, Qt::AscendingOrder);
    fit();
}

void NamesView::fit()
{
    setIconSize(QSize(m_theme.scaled(16), m_theme.scaled(16)));
    header()->resizeSection(NamesModel::NameColumn, m_theme.scaled(96));
    header()->resizeSection(NamesModel::TypeColumn, m_theme.scaled(72));
    header()->resizeSection(NamesModel::SizeColumn, m_theme.scaled(44));
    fitValues();
}

// Values fill what is left; where that is too little to read, they are scrolled to.
void NamesView::fitValues()
{
    if (header()->count() < NamesModel::ColumnCount)
        return;
    int others = 0;
    for (int column = 0; column < NamesModel::ValueColumn; ++column)
        others += header()->sectionSize(column);
    const int left = viewport()->width() - others;
    header()->resizeSection(NamesModel::ValueColumn, std::max(left, m_theme.scaled(LeastForValues)));
}

void NamesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitValues();
}

QModelIndexList NamesView::chosenRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void NamesView::copy()
{
    QStringList lines;
    for (const QModelIndex &row : chosenRows()) {
        QStringList cells;
        for (int column = 0; column < NamesModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void NamesView::chooseCurrent()
{
    if (currentIndex().isValid())
        Q_EMIT nameChosen(currentIndex().data(NamesModel::NameRole).toString());
}

void NamesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        chooseCurrent();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTreeView::keyPressEvent(event);
}

void NamesView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_theme.icon(QStringLiteral("go-jump")), tr("&Put the Name into the Prompt")),
            &QAction::triggered, this, &NamesView::chooseCurrent);
    connect(menu->addAction(m_theme.icon(QStringLiteral("edit-copy")), tr("&Copy")), &QAction::triggered,
            this, &NamesView::copy);
    connect(menu->addAction(tr("Copy the &Value")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(currentIndex().data(NamesModel::ValueRole).toString());
    });
    menu->popup(event->globalPos());
}

} // namespace Skillet::Ui
