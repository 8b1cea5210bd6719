// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/textcard.h"

#include "theme/rolelabel.h"
#include "theme/stylecontrols.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace Skillet::Ui {

TextCard::TextCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new RoleLabel(theme, FontRole::Interface, ColorRole::Accent, this))
    , m_title(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_text(new RoleLabel(theme, FontRole::Interface, ColorRole::Text, this))
    , m_words(new QVBoxLayout)
{
    for (RoleLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_words->addWidget(label);
    }
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(m_words, 1);

    connect(&theme, &Theme::changed, this, &TextCard::restyle);
    restyle();
}

void TextCard::set(const CardLook &look, const QString &title, const QString &text)
{
    m_look = look;
    m_icon->setColorRole(look.strong);
    m_icon->setIcon(look.icon, 22);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setInlineText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(text.isEmpty() ? title : title.isEmpty() ? text : tr("%1 %2").arg(title, text));
    update();
}

void TextCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    StyleControls::box(&painter, rect(), m_theme.scaled(6), m_theme.color(m_look.soft), QColor());
}

void TextCard::restyle()
{
    const int gap = m_theme.scaled(8);
    layout()->setContentsMargins(gap + gap / 2, gap, gap + gap / 2, gap);
    layout()->setSpacing(gap);
    m_words->setSpacing(gap / 2);
    // As high as the icon, so that a single line stands in its middle.
    m_title->setMinimumHeight(m_theme.scaled(22));
}

} // namespace Skillet::Ui
