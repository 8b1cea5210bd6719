// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/framestrip.h"

#include "theme/rolelabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace Skillet::Ui {

FrameStrip::FrameStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_leave(new QPushButton(tr("Bac&k to the Program"), this))
{
    auto *row = new QHBoxLayout(this);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    m_leave->setToolTip(tr("Let the prompt's answers come from the program again (Escape)"));
    row->addWidget(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &FrameStrip::leaveRequested);
    connect(&theme, &Theme::changed, this, &FrameStrip::restyle);
    restyle();
    hide();
}

void FrameStrip::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(12), m_theme.scaled(4), m_theme.scaled(8), m_theme.scaled(4));
}

void FrameStrip::setPlace(const QString &place)
{
    m_text->setText(tr("Answers come from %1, as it was when the error happened").arg(place));
    setAccessibleName(m_text->text());
    setVisible(!place.isEmpty());
}

void FrameStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void FrameStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Surface));
    painter.fillRect(QRect(0, 0, m_theme.scaled(4), height()), m_theme.color(ColorRole::Accent));
}

} // namespace Skillet::Ui
