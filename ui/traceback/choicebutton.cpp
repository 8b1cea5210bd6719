// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/choicebutton.h"

#include "theme/rolelabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace Skillet::Ui {

ChoiceButton::ChoiceButton(const Theme &theme, int number, const QString &words, QWidget *parent)
    : PlaceButton(theme, parent)
{
    setAccessibleName(tr("%1: %2").arg(number).arg(QString(words).remove(u'`')));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(12), theme.scaled(6), theme.scaled(12), theme.scaled(6));
    row->setSpacing(theme.scaled(10));
    auto *figure = new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Accent, this);
    figure->setText(QString::number(number));
    auto *label = new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this);
    label->setInlineText(words);
    label->setWordWrap(true);
    for (RoleLabel *each : {figure, label})
        each->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addWidget(figure, 0, Qt::AlignTop);
    row->addWidget(label, 1);
}

QSize ChoiceButton::sizeHint() const
{
    return layout()->sizeHint();
}

int ChoiceButton::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme().scaled(6);
    painter.setPen(theme().color(isHot() ? ColorRole::Accent : ColorRole::Border));
    painter.setBrush(theme().color(ColorRole::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    drawFocus(painter, rect(), radius);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        PlaceButton::keyPressEvent(event);
}

} // namespace Skillet::Ui
