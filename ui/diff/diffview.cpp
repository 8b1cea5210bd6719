// SPDX-License-Identifier: GPL-3.0-or-later
#include "diff/diffview.h"

#include "diff/diffdelegate.h"
#include "diff/diffmodel.h"

#include <QPalette>

namespace Skillet::Ui {

DiffView::DiffView(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_model(new DiffModel(this))
    , m_delegate(new DiffDelegate(theme, highlighter, this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Differences, line by line"));
    connect(this, &QListView::clicked, this, &DiffView::unfold);
    connect(this, &QListView::activated, this, &DiffView::unfold);
    connect(&theme, &Theme::changed, this, &DiffView::fit);
    connect(&highlighter, &CodeHighlighter::changed, viewport(), qOverload<>(&QWidget::update));
    fit();
}

void DiffView::setDiff(const Workspace::LineDiff &diff, const QString &language)
{
    m_delegate->setLanguage(language);
    m_model->setDiff(diff);
    m_highestNumber = static_cast<int>(qMax(diff.before.size(), diff.after.size()));
    fit();
    const int first = m_model->firstChange();
    const QModelIndex index = m_model->index(qMax(first, 0));
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

void DiffView::unfold(const QModelIndex &index)
{
    m_model->unfold(index.row());
    fit();
}

void DiffView::fit()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(ColorRole::Code));
    setPalette(colors);
    m_delegate->setExtent(m_model->longestText(), m_highestNumber);
    scheduleDelayedItemsLayout();
}

} // namespace Skillet::Ui
