// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkcard.h"

#include "checks/checkheader.h"
#include "checks/codeblock.h"
#include "theme/rolelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Skillet::Ui {

namespace {

/// Below this width labels stand above their blocks.
constexpr int narrow = 420;

bool hasDetails(const Runner::CheckOutcome &outcome)
{
    return !(outcome.message.isEmpty() && outcome.call.isEmpty() && outcome.expected.isEmpty()
             && outcome.actual.isEmpty());
}

} // namespace

CheckCard::CheckCard(const Theme &theme, const Runner::CheckOutcome &outcome, Traceback traceback,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    const bool foldable = hasDetails(outcome) || traceback == Traceback::Available;
    m_header = new CheckHeader(theme, outcome,
                               foldable ? CheckHeader::Details::Foldable : CheckHeader::Details::None, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    if (foldable) {
        addDetails(outcome, traceback);
        column->addWidget(m_details);
        m_details->hide();
        connect(m_header, &CheckHeader::toggled, m_details, &QWidget::setVisible);
    }

    connect(&theme, &Theme::changed, this, &CheckCard::restyle);
    restyle();
}

void CheckCard::unfold()
{
    if (m_details) {
        m_header->setChecked(true);
    }
}

void CheckCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = width() < m_theme.scaled(narrow);
    for (QBoxLayout *row : std::as_const(m_rows)) {
        row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
}

void CheckCard::addDetails(const Runner::CheckOutcome &outcome, Traceback traceback)
{
    m_details = new QWidget(this);
    m_column = new QVBoxLayout(m_details);
    if (!outcome.message.isEmpty()) {
        auto *message = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, m_details);
        message->setWordWrap(true);
        message->setTextInteractionFlags(Qt::TextSelectableByMouse);
        message->setInlineText(outcome.message);
        m_column->addWidget(message);
    }
    addValues(outcome);
    if (traceback == Traceback::Available) {
        auto *button = new QPushButton(tr("Sho&w traceback"), m_details);
        button->setIcon(m_theme.icon(QStringLiteral("go-jump")));
        button->setAccessibleDescription(tr("Shows where the error came from"));
        connect(button, &QPushButton::clicked, this, &CheckCard::tracebackRequested);
        m_column->addWidget(button, 0, Qt::AlignLeft);
    }
}

void CheckCard::addValues(const Runner::CheckOutcome &outcome)
{
    if (!outcome.call.isEmpty()) {
        addBlock(tr("Called"), outcome.call, new CodeBlock(m_theme, outcome.call, m_details));
    }
    const bool both = !outcome.actual.isEmpty() && !outcome.expected.isEmpty();
    const Difference parts = both ? difference(outcome.actual, outcome.expected) : Difference();
    if (!outcome.actual.isEmpty()) {
        auto *block = new CodeBlock(m_theme, outcome.actual, m_details);
        block->markStretch(parts.left, ColorRole::ErrorSoft, ColorRole::Error);
        addBlock(tr("Came back"), outcome.actual, block);
    }
    if (!outcome.expected.isEmpty()) {
        auto *block = new CodeBlock(m_theme, outcome.expected, m_details);
        block->markStretch(parts.right, ColorRole::OkSoft, ColorRole::Ok);
        addBlock(tr("Wanted"), outcome.expected, block);
    }
}

void CheckCard::addBlock(const QString &label, const QString &text, QWidget *block)
{
    auto *name = new RoleLabel(m_theme, FontRole::InterfaceSmall, ColorRole::Muted, m_details);
    name->setText(label);
    name->setBuddy(block);
    block->setAccessibleName(label);
    block->setAccessibleDescription(text);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(block, 1);
    m_column->addLayout(row);
    m_rows.append(row);
    m_labels.append(name);
}

void CheckCard::restyle()
{
    if (!m_details) {
        return;
    }
    const int gap = m_theme.scaled(8);
    // Under the title, not under the mark.
    m_details->layout()->setContentsMargins(m_theme.scaled(34), 0, gap, gap);
    m_details->layout()->setSpacing(gap);
    // One width for all labels: what came back and what was wanted stand exactly one under the other.
    int widest = 0;
    for (const RoleLabel *label : std::as_const(m_labels)) {
        widest = qMax(widest, label->sizeHint().width());
    }
    for (RoleLabel *label : std::as_const(m_labels)) {
        label->setMinimumWidth(widest + gap);
        label->setContentsMargins(0, m_theme.scaled(6), 0, 0);
    }
    for (QBoxLayout *row : std::as_const(m_rows)) {
        row->setSpacing(m_theme.scaled(4));
    }
}

} // namespace Skillet::Ui
