// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/outlinepane.h"

#include "outline/outlinelines.h"
#include "outline/outlinemodel.h"
#include "theme/emptystate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {
constexpr int emptyPage = 0;
constexpr int treePage = 1;
} // namespace

OutlinePane::OutlinePane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new OutlineModel(theme, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_tree(new QTreeView(this))
    , m_filter(new QLineEdit(this))
    , m_nothing(new EmptyState(theme, QStringLiteral("view-sidetree"), QString(), QString(), this))
    , m_pages(new QStackedLayout)
{
    setAccessibleName(tr("Outline"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterRole(OutlineModel::NameRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_tree->setModel(m_filtered);
    m_tree->setAccessibleName(tr("Parts of this file"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(tr("Filter the outline"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_tree->installEventFilter(this);

    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(list);
    setLayout(m_pages);
    setFocusProxy(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &OutlinePane::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { choose(m_tree->currentIndex()); });
    connect(m_tree, &QTreeView::clicked, this, &OutlinePane::choose);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_tree->hasFocus())
            choose(index);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_tree->expandAll();
        follow(m_line);
    });
    connect(&theme, &Theme::changed, this, &OutlinePane::restyle);
    restyle();
    showNothing(Nothing::NoFile);
}

void OutlinePane::restyle()
{
    const int side = m_theme.scaled(16);
    m_tree->setIconSize(QSize(side, side));
    m_tree->setIndentation(side);
    QLayout *column = m_pages->widget(treePage)->layout();
    column->setContentsMargins(m_theme.scaled(8), m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(4));
    column->setSpacing(m_theme.scaled(4));
}

void OutlinePane::showSymbols(const QList<Runner::Symbol> &symbols)
{
    if (symbols.isEmpty()) {
        showNothing(Nothing::NoParts);
        return;
    }
    m_model->setSymbols(symbols);
    m_pages->setCurrentIndex(treePage);
    follow(m_line);
}

void OutlinePane::showNothing(Nothing why)
{
    m_model->setSymbols({});
    switch (why) {
    case Nothing::NoFile:
        m_nothing->setTexts(tr("No file is open"),
                            tr("Open a program: its classes and functions appear here, to go to."));
        break;
    case Nothing::NoParts:
        m_nothing->setTexts(tr("Nothing is defined here yet"),
                            tr("What you define appears here, to go to. Try:\ndef greet(name):"));
        break;
    case Nothing::OtherLanguage:
        m_nothing->setTexts(
            tr("No outline of this kind of file"),
            tr("Of Python programs it shows classes and functions, of Markdown the headings."));
        break;
    case Nothing::Unread:
        m_nothing->setTexts(
            tr("This file could not be read"),
            tr("It may be too long for an outline. Change something, and it is tried again."));
        break;
    }
    m_pages->setCurrentIndex(emptyPage);
}

// What is selected, not what is current: screen readers would take that for where the keyboard is.
void OutlinePane::follow(int line)
{
    m_line = line;
    if (m_tree->hasFocus() || m_filter->hasFocus() || !isVisible())
        return; // who walks here is not pulled away
    const QModelIndex index =
        m_filtered->mapFromSource(m_model->indexOf(symbolAtLine(m_model->symbols(), line)));
    if (m_tree->selectionModel()->isSelected(index))
        return;
    m_tree->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        m_tree->scrollTo(index);
}

void OutlinePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    follow(m_line);
}

void OutlinePane::choose(const QModelIndex &index)
{
    if (const Runner::Symbol *symbol = m_model->symbol(m_filtered->mapToSource(index)))
        Q_EMIT symbolChosen(*symbol);
}

void OutlinePane::filter(const QString &text)
{
    m_filtered->setFilterFixedString(text);
    m_tree->expandAll();
    if (text.isEmpty() || m_filtered->rowCount() == 0)
        return;
    // The first that has the text itself, and not only something within it.
    const QModelIndexList found = m_filtered->match(m_filtered->index(0, 0), OutlineModel::NameRole, text, 1,
                                                    Qt::MatchContains | Qt::MatchRecursive | Qt::MatchWrap);
    if (!found.isEmpty())
        m_tree->setCurrentIndex(found.first());
}

bool OutlinePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::FocusIn) {
        const QModelIndexList selected = m_tree->selectionModel()->selectedIndexes();
        if (!selected.isEmpty())
            m_tree->setCurrentIndex(selected.first()); // the keys go on from there
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_tree->setFocus(Qt::OtherFocusReason);
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_filtered->index(0, 0));
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Skillet::Ui
