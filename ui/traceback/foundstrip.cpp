// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/foundstrip.h"

#include "theme/rolelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace Skillet::Ui {

FoundStrip::FoundStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this))
    , m_list(new QComboBox(this))
{
    setAccessibleName(tr("Tracebacks found"));
    auto *row = new QHBoxLayout(this);
    m_previous = addButton(tr("Previous traceback"), tr("Show the traceback before this one"));
    m_next = addButton(tr("Next traceback"), tr("Show the traceback after this one"));
    m_list->setAccessibleName(tr("All tracebacks found"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(12);
    m_list->setMaxVisibleItems(16);
    m_close = addButton(tr("Close"), tr("Put these tracebacks away"));
    row->addWidget(m_previous);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addWidget(m_list, 1);
    row->addWidget(m_close);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &FoundStrip::closed);
    connect(m_list, &QComboBox::activated, this, [this](int index) {
        update();
        Q_EMIT chosen(index);
    });
    connect(&theme, &Theme::changed, this, &FoundStrip::restyle);
    restyle();
}

QToolButton *FoundStrip::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    return button;
}

void FoundStrip::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(8), m_theme.scaled(4));
    layout()->setSpacing(m_theme.scaled(6));
    m_previous->setIcon(m_theme.icon(QStringLiteral("go-previous")));
    m_next->setIcon(m_theme.icon(QStringLiteral("go-next")));
    m_close->setIcon(m_theme.icon(QStringLiteral("window-close")));
}

void FoundStrip::begin(const QString &name)
{
    m_name = name;
    m_list->clear();
    m_reading = true;
    update();
}

void FoundStrip::append(const QStringList &titles)
{
    m_list->addItems(titles);
    update();
}

void FoundStrip::setReading(bool reading)
{
    m_reading = reading;
    update();
}

void FoundStrip::setCurrent(int index)
{
    m_list->setCurrentIndex(index);
    update();
}

void FoundStrip::step(int by)
{
    const int to = std::clamp(current() + by, 0, std::max(count() - 1, 0));
    if (to == current())
        return;
    setCurrent(to);
    Q_EMIT chosen(to);
}

int FoundStrip::current() const
{
    return m_list->currentIndex();
}

int FoundStrip::count() const
{
    return m_list->count();
}

void FoundStrip::update()
{
    const QString number = locale().toString(current() + 1);
    const QString all = locale().toString(count());
    m_place->setText(count() == 0    ? tr("Looking through %1...").arg(m_name)
                         : m_reading ? tr("%1 of %2 so far").arg(number, all)
                                     : tr("%1 of %2").arg(number, all));
    m_place->setToolTip(m_name);
    m_previous->setEnabled(current() > 0);
    m_next->setEnabled(current() + 1 < count());
    m_list->setVisible(count() > 0);
    m_list->setToolTip(m_list->currentText());
}

} // namespace Skillet::Ui
