// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/gotosymbol.h"

#include "outline/symbolkinds.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {
constexpr int nameColumn = 0;
constexpr int lineColumn = 1;
constexpr int shownRows = 12;
constexpr int mostRows = 300; // of whom nobody reads the last
} // namespace

GoToSymbol::GoToSymbol(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_text(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_words(new QLabel(this))
{
    setWindowTitle(tr("Go to Symbol"));
    m_text->setPlaceholderText(tr("Name of a class, function or value"));
    m_text->setAccessibleName(tr("Name"));
    m_text->installEventFilter(this);
    m_list->setAccessibleName(tr("Parts of this file"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(lineColumn, QHeaderView::ResizeToContents);
    m_words->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_words);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_list->setCurrentItem(nullptr); // the best one
        fill();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &GoToSymbol::accept);
    connect(m_list, &QTreeWidget::itemClicked, this, &GoToSymbol::accept);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] {
        if (isVisible())
            accept();
    });
    resize(fontMetrics().averageCharWidth() * 60, fontMetrics().height() * (shownRows + 6));
    fill();
}

void GoToSymbol::setSymbols(const QList<Runner::Symbol> &symbols)
{
    if (symbols == m_symbols)
        return;
    m_symbols = symbols;
    fill();
}

void GoToSymbol::fill()
{
    const QTreeWidgetItem *current = m_list->currentItem();
    const QString marked = current == nullptr ? QString() : current->text(nameColumn);
    m_found = findSymbols(m_symbols, m_text->text());
    const bool isCut = m_found.size() > mostRows;
    m_found = m_found.mid(0, mostRows);
    m_list->clear();
    QTreeWidgetItem *toMark = nullptr;
    for (const FoundSymbol &found : std::as_const(m_found)) {
        auto *row = new QTreeWidgetItem(m_list);
        row->setText(nameColumn, found.path + found.symbol.detail);
        row->setIcon(nameColumn, m_theme.icon(SymbolKinds::icon(found.symbol.kind)));
        row->setText(lineColumn, tr("line %1").arg(found.symbol.line));
        row->setForeground(lineColumn, m_theme.color(ColorRole::Muted));
        row->setData(nameColumn, Qt::AccessibleTextRole, SymbolKinds::sentence(found.symbol));
        if (toMark == nullptr && row->text(nameColumn) == marked)
            toMark = row;
    }
    m_list->setCurrentItem(toMark != nullptr ? toMark : m_list->topLevelItem(0));
    if (m_symbols.isEmpty())
        m_words->setText(tr("Nothing is defined in this file yet."));
    else if (m_found.isEmpty())
        m_words->setText(tr("Nothing here is called like that."));
    else if (isCut)
        m_words->setText(
            tr("The best %1 of %2. Write more of the name.").arg(mostRows).arg(m_symbols.size()));
    else
        m_words->setText(tr("%1 of %2. Enter goes there.").arg(m_found.size()).arg(m_symbols.size()));
    m_words->setAccessibleName(m_words->text());
}

void GoToSymbol::accept()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || row >= m_found.size())
        return;
    QDialog::accept();
    Q_EMIT chosen(m_found.at(row).symbol);
}

bool GoToSymbol::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Skillet::Ui
