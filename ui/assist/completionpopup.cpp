// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/completionpopup.h"

#include "assist/completiondelegate.h"
#include "assist/completionmodel.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int MostRows = 8;
constexpr int WidestPopup = 640;

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, QWidget *owner)
    : AssistFrame(theme, owner)
    , m_model(new CompletionModel(theme, this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
    , m_delegate(new CompletionDelegate(theme, this))
{
    setObjectName(QStringLiteral("completionPopup"));
    setAccessibleName(tr("Ways to go on"));
    m_list->setAccessibleName(tr("Ways to go on"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_list);
    column->addWidget(m_note);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::clicked);
    connect(this, &AssistFrame::closed, this, [this] { m_moved = false; });
}

void CompletionPopup::showItems(const QList<Runner::Completion> &items, bool more, const QRect &line,
                                int left)
{
    const QString before = m_moved && isVisible() ? chosen().text : QString();
    m_model->setItems(items);
    const auto kept = std::find_if(items.begin(), items.end(),
                                   [&](const Runner::Completion &item) { return item.text == before; });
    m_list->show();
    m_note->setVisible(more);
    m_note->setText(tr("There are more: type on to see them."));
    const QRect screen = parentWidget()->screen()->availableGeometry();
    const int rows = static_cast<int>(std::min<qsizetype>(items.size(), MostRows));
    const bool scrolls = items.size() > rows;
    const int bar = scrolls ? m_list->verticalScrollBar()->sizeHint().width() : 0;
    m_delegate->fit(*m_model, std::min(theme().scaled(WidestPopup), screen.width()) - bar - 2);
    m_list->setFixedHeight(rows * m_delegate->rowHeight());
    m_note->setFont(theme().font(FontRole::InterfaceSmall));
    m_note->setMargin(theme().scaled(4));
    const int note = more ? m_note->sizeHint().height() : 0;
    const int width = std::max(m_delegate->rowWidth() + bar, more ? m_note->sizeHint().width() : 0);
    resize(width + 2, m_list->height() + note + 2);
    m_list->doItemsLayout();
    choose(kept == items.end() ? 0 : static_cast<int>(kept - items.begin()));
    place(line, left - m_delegate->nameOffset() - 1, Side::Below);
    tellChosen();
}

void CompletionPopup::showNote(const QString &note, const QRect &line, int left)
{
    m_model->setItems({});
    m_list->hide();
    m_note->show();
    m_note->setText(note);
    m_note->setFont(theme().font(FontRole::InterfaceSmall));
    m_note->setMargin(theme().scaled(6));
    resize(m_note->sizeHint() + QSize(2, 2));
    place(line, left, Side::Below);
}

bool CompletionPopup::hasChoice() const
{
    return m_list->currentIndex().isValid();
}

Runner::Completion CompletionPopup::chosen() const
{
    return m_model->items().value(m_list->currentIndex().row());
}

void CompletionPopup::choose(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

// The focus stays at the prompt, so that a screen reader has to be told.
void CompletionPopup::tellChosen() const
{
    if (!QAccessible::isActive() || !hasChoice())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->currentIndex().row());
    QAccessible::updateAccessibility(&event);
}

void CompletionPopup::step(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    m_moved = true;
    choose((m_list->currentIndex().row() + rows + count) % count);
    tellChosen();
}

void CompletionPopup::page(bool down)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    m_moved = true;
    choose(std::clamp(m_list->currentIndex().row() + (down ? MostRows - 1 : 1 - MostRows), 0, last));
    tellChosen();
}

} // namespace Skillet::Ui
