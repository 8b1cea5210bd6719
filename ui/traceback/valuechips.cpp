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
/// What is left of a long value before its kind gives way.
constexpr int MinValue = 140;
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

QString kindText(const Runner::NamedValue &value)
{
    return value.known ? kindOfValue(value) : ValueChips::tr("no value yet");
}

} // namespace

ValueChips::ValueChips(const Theme &theme, const QList<Runner::NamedValue> &values, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_values(values)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ValueChips::chipHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Code)).height() + m_theme.scaled(6);
}

// All parts beside one another, each rounded up so that nothing is elided that fits.
ValueChips::Parts ValueChips::partsOf(const Runner::NamedValue &value) const
{
    QFont bold = m_theme.font(FontRole::Code);
    bold.setBold(true);
    const auto widthOf = [](const QFont &font, const QString &text) {
        return text.isEmpty() ? 0 : qCeil(QFontMetricsF(font).horizontalAdvance(text)) + 1;
    };
    Parts parts;
    parts.name = widthOf(bold, value.name);
    parts.value = widthOf(m_theme.font(FontRole::Code), valueText(value));
    const int kind = widthOf(m_theme.font(FontRole::InterfaceSmall), kindText(value));
    parts.kind = kind == 0 ? 0 : kind + m_theme.scaled(10);
    parts.padding = m_theme.scaled(9);
    return parts;
}

QList<QRect> ValueChips::boxes(int width) const
{
    QList<QRect> result;
    const int gap = m_theme.scaled(6);
    int x = 0;
    int y = 0;
    qsizetype inRow = 0;
    // A long value that has its row for itself may take all of it.
    const auto widenLast = [&] {
        if (inRow == 1)
            result.last().setWidth(std::min(partsOf(m_values[result.size() - 1]).total(), width));
    };
    for (const Runner::NamedValue &value : m_values) {
        const int chip = std::min({partsOf(value).total(), width, m_theme.scaled(MaxChip)});
        if (x > 0 && x + chip > width) {
            widenLast();
            x = 0;
            y += chipHeight() + gap;
            inRow = 0;
        }
        result.append(QRect(x, y, chip, chipHeight()));
        x += chip + gap;
        ++inRow;
    }
    widenLast();
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

    Parts parts = partsOf(value);
    QRect inner = box.adjusted(parts.padding, 0, -parts.padding, 0);
    const QFont small = m_theme.font(FontRole::InterfaceSmall);
    const QFont code = m_theme.font(FontRole::Code);
    QFont bold = code;
    bold.setBold(true);
    // The kind gives way before the value does when there is no room for both.
    const int left = inner.width() - parts.name - parts.kind;
    if (parts.total() > box.width() && left < std::min(parts.value, m_theme.scaled(MinValue)))
        parts.kind = 0;
    const auto text = [&](const QFont &font, ColorRole color, const QString &string, int width,
                          Qt::Alignment side) {
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        const QRect place(inner.left(), inner.top(), width, inner.height());
        painter.drawText(place,
                         static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip,
                         QFontMetrics(font).elidedText(string, Qt::ElideRight, width));
        inner.setLeft(inner.left() + width);
    };
    const int most = std::max(inner.width() - parts.kind, 0);
    text(bold, ColorRole::Text, value.name, std::min(parts.name, most), Qt::AlignLeft);
    text(code, ColorRole::Text, valueText(value), std::max(inner.width() - parts.kind, 0), Qt::AlignLeft);
    text(small, value.known ? ColorRole::Muted : ColorRole::Text, kindText(value), parts.kind,
         Qt::AlignRight);
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
