// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/emptystate.h"

#include "theme/rolelabel.h"

#include <QVBoxLayout>

namespace Skillet::Ui {

EmptyState::EmptyState(const Theme &theme, const QString &iconName, const QString &title,
                       const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this))
    , m_title(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_sentence(new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this))
{
    m_icon->setIcon(iconName, 32);
    m_icon->setAlignment(Qt::AlignCenter);
    for (RoleLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addStretch(3);
    setTexts(title, sentence);
    connect(&theme, &Theme::changed, this, &EmptyState::restyle);
    restyle();
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

QSize EmptyState::minimumSizeHint() const
{
    return {m_theme.scaled(80), m_theme.scaled(32)};
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The words come first.
    const int text = m_title->heightForWidth(width()) + m_sentence->heightForWidth(width());
    m_icon->setVisible(height() - text >= m_theme.scaled(32 + 48));
}

void EmptyState::restyle()
{
    const int gap = m_theme.scaled(16);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(m_theme.scaled(8));
}

} // namespace Skillet::Ui
