// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/youfirstoffer.h"

#include "theme/rolelabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace Skillet::Ui {

YouFirstOffer::YouFirstOffer(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("An offer"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(12), theme.scaled(6));
    row->setSpacing(theme.scaled(10));
    auto *text = new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this);
    text->setText(tr("Next time, find the line and the cause yourself before they are shown?"));
    text->setWordWrap(true);
    row->addWidget(text, 1);
    auto *yes = new QPushButton(tr("&Ask Me First"), this);
    yes->setToolTip(tr("Errors are a riddle first; the Learn menu switches it off again"));
    yes->setAccessibleDescription(yes->toolTip());
    auto *no = new QPushButton(tr("&No, Thanks"), this);
    no->setToolTip(tr("You find it in the Learn menu when you want it"));
    no->setAccessibleDescription(no->toolTip());
    row->addWidget(yes);
    row->addWidget(no);
    connect(yes, &QPushButton::clicked, this, &YouFirstOffer::accepted);
    connect(no, &QPushButton::clicked, this, &YouFirstOffer::declined);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void YouFirstOffer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Border));
}

} // namespace Skillet::Ui
