// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkcard.h"

#include "checks/checkheader.h"
#include "checks/codeblock.h"
#include "theme/rolelabel.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

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
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
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
    if (m_form) {
        m_form->setRowWrapPolicy(width() < m_theme.scaled(narrow) ? QFormLayout::WrapAllRows
                                                                  : QFormLayout::DontWrapRows);
    }
}

void CheckCard::addDetails(const Runner::CheckOutcome &outcome, Traceback traceback)
{
    m_details = new QWidget(this);
    auto *column = new QVBoxLayout(m_details);
    if (!outcome.message.isEmpty()) {
        auto *message = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Text, m_details);
        message->setWordWrap(true);
        message->setTextInteractionFlags(Qt::TextSelectableByMouse);
        message->setInlineText(outcome.message);
        column->addWidget(message);
    }
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_form);
    addValues(outcome);
    if (traceback == Traceback::Available) {
        auto *button = new QPushButton(tr("Show t&raceback"), m_details);
        button->setIcon(m_theme.icon(QStringLiteral("go-jump")));
        button->setAccessibleDescription(tr("Shows where the error came from"));
        connect(button, &QPushButton::clicked, this, &CheckCard::tracebackRequested);
        column->addWidget(button, 0, Qt::AlignLeft);
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
    m_form->addRow(name, block);
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
    m_form->setVerticalSpacing(gap / 2);
    m_form->setHorizontalSpacing(gap + gap / 2);
}

} // namespace Skillet::Ui
