// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/filenotice.h"

#include "theme/reading.h"
#include "theme/rolelabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace Skillet::Ui {

FileNotice::FileNotice(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_icon(new RoleLabel(theme, FontRole::Interface, ColorRole::Warn, this))
    , m_text(new RoleLabel(theme, FontRole::InterfaceSmall, ColorRole::Text, this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
    , m_third(new QPushButton(this))
{
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addLayout(m_rows, 1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_first, m_second, m_third})
        buttons->addWidget(button);
    buttons->addStretch();
    m_rows->addWidget(m_text, 1);
    m_rows->addLayout(buttons);
    connect(m_first, &QPushButton::clicked, this, &FileNotice::firstChosen);
    connect(m_second, &QPushButton::clicked, this, &FileNotice::secondChosen);
    connect(m_third, &QPushButton::clicked, this, &FileNotice::thirdChosen);
    connect(&theme, &Theme::changed, this, &FileNotice::restyle);
    restyle();
    hide();
}

void FileNotice::tell(const QString &icon, const QString &text, const QString &first, const QString &second,
                      const QString &third)
{
    m_icon->setIcon(icon, 16);
    m_text->setText(text);
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    m_third->setText(third);
    m_third->setVisible(!third.isEmpty());
    setAccessibleName(text);
    arrange();
    setVisible(true);
    announce(*this);
}

QString FileNotice::text() const
{
    return m_text->text();
}

void FileNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::WarnSoft));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(ColorRole::Border));
}

void FileNotice::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void FileNotice::arrange()
{
    int buttons = 0;
    for (const QPushButton *button : {m_first, m_second, m_third})
        buttons += button->isHidden() ? 0 : button->sizeHint().width() + m_theme.scaled(8);
    const bool isWide = width() - buttons >= m_theme.scaled(280);
    m_rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void FileNotice::restyle()
{
    const int space = m_theme.scaled(8);
    m_rows->setSpacing(space);
    layout()->setContentsMargins(2 * space, space, space, space);
    layout()->setSpacing(space);
    update();
}

} // namespace Skillet::Ui
