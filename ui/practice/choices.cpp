// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/choices.h"

#include "practice/wrappingbutton.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

Choices::Choices(const QString &name, const QStringList &choices, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QRadioButton(this);
        column->addWidget(new WrappingButton(button, choices.at(i), theme, this));
        button->setAccessibleDescription(name);
        m_group->addButton(button, i);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &Choices::changed);
}

QString Choices::chosen() const
{
    return m_choices.value(m_group->checkedId());
}

void Choices::choose(const QString &choice)
{
    if (QAbstractButton *button = m_group->button(static_cast<int>(m_choices.indexOf(choice))))
        button->setChecked(true);
}

} // namespace Skillet::Ui
