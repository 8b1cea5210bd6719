// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/historystrip.h"

#include "theme/rolelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace Skillet::Ui {

HistoryStrip::HistoryStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_place(new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this))
    , m_list(new QComboBox(this))
{
    setAccessibleName(tr("Errors of this session"));
    auto *row = new QHBoxLayout(this);
    m_previous = addButton(tr("Error before"), tr("Show the error before this one (Shift+F4)"));
    m_next = addButton(tr("Error after"), tr("Show the error after this one (F4)"));
    m_list->setAccessibleName(tr("All errors of this session"));
    m_list->setPlaceholderText(tr("Go back to an error of this session"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(12);
    m_list->setMaxVisibleItems(16);
    row->addWidget(m_previous);
    row->addWidget(m_place);
    row->addWidget(m_next);
    row->addWidget(m_list, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_list, &QComboBox::activated, this, &HistoryStrip::chosen);
    connect(&theme, &Theme::changed, this, &HistoryStrip::restyle);
    restyle();
    update();
}

QToolButton *HistoryStrip::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    return button;
}

void HistoryStrip::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(8), m_theme.scaled(4));
    layout()->setSpacing(m_theme.scaled(6));
    m_previous->setIcon(m_theme.icon(QStringLiteral("go-previous")));
    m_next->setIcon(m_theme.icon(QStringLiteral("go-next")));
}

void HistoryStrip::setErrors(const QStringList &titles, int current)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->addItems(titles);
    m_list->setCurrentIndex(current);
    update();
}

int HistoryStrip::current() const
{
    return m_list->currentIndex();
}

int HistoryStrip::count() const
{
    return m_list->count();
}

void HistoryStrip::step(int by)
{
    const int last = count() - 1;
    const int to = current() < 0 ? last : std::clamp(current() + by, 0, std::max(last, 0));
    if (to >= 0 && to != current())
        Q_EMIT chosen(to);
}

void HistoryStrip::update()
{
    const bool shown = current() >= 0;
    m_place->setText(shown ? tr("%1 of %2").arg(locale().toString(current() + 1), locale().toString(count()))
                           : tr("%n error(s)", nullptr, count()));
    m_previous->setEnabled(current() > 0);
    m_next->setEnabled(shown && current() + 1 < count());
    m_previous->setVisible(shown);
    m_next->setVisible(shown);
    m_list->setToolTip(m_list->currentText());
    setVisible(count() > (shown ? 1 : 0));
}

} // namespace Skillet::Ui
