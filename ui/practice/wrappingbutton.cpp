// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/wrappingbutton.h"

#include "theme/rolelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>

namespace Skillet::Ui {

WrappingButton::WrappingButton(QAbstractButton *button, const QString &words, const Theme &theme,
                               QWidget *parent)
    : QWidget(parent)
    , m_button(button)
{
    button->setParent(this);
    button->setAccessibleName(QString(words).remove(u'`'));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *label = new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this);
    label->setWordWrap(true);
    label->setInlineText(words);
    label->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.scaled(8));
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    setFocusProxy(button);
}

bool WrappingButton::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        m_button->setFocus(Qt::MouseFocusReason);
        m_button->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Skillet::Ui
