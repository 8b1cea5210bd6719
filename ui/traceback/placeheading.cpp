// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/placeheading.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int Gap = 8;

} // namespace

PlaceHeading::PlaceHeading(const Theme &theme, const Texts &texts, ColorRole placeColor, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_texts(texts)
    , m_placeColor(placeColor)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int PlaceHeading::rowHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::InterfaceBold)).height();
}

int PlaceHeading::naturalWidth() const
{
    const QFontMetrics plain(m_theme.font(FontRole::Interface));
    const QFontMetrics bold(m_theme.font(FontRole::InterfaceBold));
    return plain.horizontalAdvance(m_texts.caption) + bold.horizontalAdvance(m_texts.place)
        + plain.horizontalAdvance(m_texts.function) + 2 * m_theme.scaled(Gap) + m_theme.scaled(4);
}

int PlaceHeading::heightForWidth(int width) const
{
    return naturalWidth() <= width ? rowHeight() : 2 * rowHeight() + m_theme.scaled(2);
}

QSize PlaceHeading::sizeHint() const
{
    return {naturalWidth(), rowHeight()};
}

QSize PlaceHeading::minimumSizeHint() const
{
    return {m_theme.scaled(120), rowHeight()};
}

void PlaceHeading::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect rest(0, 0, width(), rowHeight());
    const auto draw = [&](FontRole role, ColorRole color, const QString &text, Qt::TextElideMode elide) {
        const QFont font = m_theme.font(role);
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        const QString shown = metrics.elidedText(text, elide, std::max(rest.width(), 0));
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, shown);
        rest.setLeft(rest.left() + metrics.horizontalAdvance(shown) + m_theme.scaled(Gap));
    };
    draw(FontRole::Interface, ColorRole::Muted, m_texts.caption, Qt::ElideRight);
    if (naturalWidth() > width())
        rest = QRect(0, rowHeight() + m_theme.scaled(2), width(), rowHeight());
    draw(FontRole::InterfaceBold, m_placeColor, m_texts.place, Qt::ElideMiddle);
    draw(FontRole::Interface, ColorRole::Text, m_texts.function, Qt::ElideRight);
}

} // namespace Skillet::Ui
