// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/valuechips.h"

#include "traceback/picture.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Skillet::Ui {

namespace {

/// Widest a chip gets, in pixels of the design: several stay side by side.
constexpr int MaxChip = 520;
/// Characters of a preview worth measuring.
constexpr int MaxPreview = 240;

QString valueText(const Runner::NamedValue &value)
{
    if (!value.known)
        return {};
    QString preview = value.preview.left(MaxPreview);
    for (QChar &c : preview) {
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    }
    return QLatin1String(" = ") + preview;
}

} // namespace

ValueChips::ValueChips(const Theme &theme, const QList<Runner::NamedValue> &values, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_values(values)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ValueChips::chipHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).height() + m_theme.scaled(6);
}

int ValueChips::chipWidth(const Runner::NamedValue &value, int most) const
{
    QFont name = m_theme.font(FontRole::Code);
    name.setBold(true);
    const QFontMetrics small(m_theme.font(FontRole::InterfaceSmall));
    const QString kind = value.known ? kindOfValue(value) : tr("no value yet");
    const int width = QFontMetrics(name).horizontalAdvance(value.name)
        + QFontMetrics(m_theme.font(FontRole::Code)).horizontalAdvance(valueText(value))
        + (kind.isEmpty() ? 0 : m_theme.scaled(10) + small.horizontalAdvance(kind)) + m_theme.scaled(18);
    return std::min({width, most, m_theme.scaled(MaxChip)});
}

QList<QRect> ValueChips::boxes(int width) const
{
    QList<QRect> result;
    const int gap = m_theme.scaled(6);
    int x = 0;
    int y = 0;
    for (const Runner::NamedValue &value : m_values) {
        const int chip = chipWidth(value, width);
        if (x > 0 && x + chip > width) {
            x = 0;
            y += chipHeight() + gap;
        }
        result.append(QRect(x, y, chip, chipHeight()));
        x += chip + gap;
    }
    return result;
}

int ValueChips::heightForWidth(int width) const
{
    const QList<QRect> all = boxes(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ValueChips::sizeHint() const
{
    return {m_theme.scaled(400), heightForWidth(m_theme.scaled(400))};
}

QSize ValueChips::minimumSizeHint() const
{
    return {m_theme.scaled(120), chipHeight()};
}

void ValueChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRect> all = boxes(width());
    for (qsizetype i = 0; i < all.size(); ++i)
        drawChip(painter, all[i], m_values[i]);
}

void ValueChips::drawChip(QPainter &painter, const QRect &box, const Runner::NamedValue &value) const
{
    QPen border(m_theme.color(value.known ? ColorRole::Border : ColorRole::Warn));
    if (!value.known)
        border.setStyle(Qt::DashLine);
    painter.setPen(border);
    painter.setBrush(m_theme.color(value.known ? ColorRole::Ground : ColorRole::WarnSoft));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.scaled(6), m_theme.scaled(6));

    const int pad = m_theme.scaled(9);
    QRect inner = box.adjusted(pad, 0, -pad, 0);
    const QFont small = m_theme.font(FontRole::InterfaceSmall);
    const QFont code = m_theme.font(FontRole::Code);
    QFont bold = code;
    bold.setBold(true);
    const QString kind = value.known ? kindOfValue(value) : tr("no value yet");
    const int nameWidth = QFontMetrics(bold).horizontalAdvance(value.name);
    int kindWidth = kind.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(kind) + m_theme.scaled(10);
    // The kind gives way before the value does when there is no room for both.
    if (kindWidth > inner.width() / 2)
        kindWidth = 0;
    const auto text = [&](const QFont &font, ColorRole color, const QString &string, int width,
                          Qt::Alignment side) {
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        const QRect place(inner.left(), inner.top(), width, inner.height());
        painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(string, Qt::ElideRight, width));
        inner.setLeft(inner.left() + width);
    };
    text(bold, ColorRole::Text, value.name, std::min(nameWidth, inner.width() - kindWidth), Qt::AlignLeft);
    text(code, ColorRole::Text, valueText(value), std::max(inner.width() - kindWidth, 0), Qt::AlignLeft);
    text(small, value.known ? ColorRole::Muted : ColorRole::Text, kind, kindWidth, Qt::AlignRight);
}

bool ValueChips::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QList<QRect> all = boxes(width());
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i].contains(help->pos())) {
                // Rich text wraps; plain text of 200 characters would be one long line.
                QToolTip::showText(help->globalPos(),
                                   QLatin1String("<p>") + valueInWords(m_values[i]).toHtmlEscaped()
                                       + QLatin1String("</p>"),
                                   this, all[i]);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace Skillet::Ui
