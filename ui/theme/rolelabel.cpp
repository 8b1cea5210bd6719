// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/rolelabel.h"

#include "theme/inlinetext.h"

#include <QIcon>

namespace Skillet::Ui {

RoleLabel::RoleLabel(const Theme &theme, FontRole font, ColorRole color, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_font(font)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &RoleLabel::restyle);
    restyle();
}

void RoleLabel::setColorRole(ColorRole color)
{
    m_color = color;
    restyle();
}

void RoleLabel::setInlineText(const QString &text)
{
    m_inline = text;
    setTextFormat(Qt::RichText);
    restyle();
}

void RoleLabel::setIcon(const QString &name, int pixels)
{
    m_icon = name;
    m_iconPixels = pixels;
    restyle();
}

QSize RoleLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    return wordWrap() ? QSize(qMin(size.width(), m_theme.scaled(80)), fontMetrics().height()) : size;
}

void RoleLabel::restyle()
{
    setFont(m_theme.font(m_font));
    QPalette colors = palette();
    // Text is what labels on a Base background take.
    colors.setColor(QPalette::WindowText, m_theme.color(m_color));
    colors.setColor(QPalette::Text, m_theme.color(m_color));
    setPalette(colors);
    if (!m_inline.isNull()) {
        setText(inlineHtml(m_theme, m_inline));
    }
    if (!m_icon.isEmpty()) {
        const int side = m_theme.scaled(m_iconPixels);
        setPixmap(m_theme.icon(m_icon, m_color).pixmap(QSize(side, side), devicePixelRatioF()));
    }
}

} // namespace Skillet::Ui
