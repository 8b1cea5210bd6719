// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostBytes = 32 * 1024 * 1024;
constexpr int LongestSide = 20000;
constexpr qint64 MostPixels = 16 * 1000 * 1000;
constexpr qreal SmallestScale = 0.01;
constexpr qreal LargestScale = 8;
constexpr int WidestColumn = 320;
constexpr int Padding = 8;

Core::Error refused(const QString &why)
{
    return {Core::ErrorCode::Invalid, why};
}

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::Picture", text);
}

Core::Result<QImage> imageIn(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (!size.isValid())
        return refused(say("A picture cannot be shown: its data is no PNG."));
    if (size.width() > LongestSide || size.height() > LongestSide
        || qint64(size.width()) * size.height() > MostPixels)
        return refused(say("A picture of %1 by %2 pixels is too large to show here. Save it to a file from "
                           "your program, or make it smaller.")
                           .arg(size.width())
                           .arg(size.height()));
    QImage image = reader.read();
    if (image.isNull())
        return refused(say("A picture cannot be shown: its data is damaged."));
    return image;
}

/// How much finer the picture was drawn than it is to be shown; see Protocol::Displayed.
qreal scaleOf(const QImage &image)
{
    const qreal scale = image.text(QStringLiteral("Skillet-Scale")).toDouble();
    return scale >= SmallestScale && scale <= LargestScale ? scale : 1;
}

bool isNumber(const QString &text)
{
    bool isNumber = false;
    (void)QString(text).remove(u',').remove(u'%').toDouble(&isNumber);
    return isNumber || text == QLatin1String("NaN") || text == QLatin1String("...");
}

} // namespace

Core::Result<std::shared_ptr<const Picture>> Picture::make(const QString &mimeType, const QByteArray &data,
                                                           const QString &text)
{
    auto picture = std::make_shared<Picture>();
    picture->m_text = text;
    if (data.size() > MostBytes)
        return refused(say("What the program wanted to show is too large: more than %1 MB.")
                           .arg(MostBytes / 1024 / 1024));
    if (mimeType == QLatin1String("image/png")) {
        picture->m_bytes = QByteArray::fromBase64(data);
        Core::Result<QImage> image = imageIn(picture->m_bytes);
        if (!image)
            return image.error();
        picture->m_image = image.value();
        picture->m_scale = scaleOf(picture->m_image);
    } else if (mimeType == QLatin1String("text/html")) {
        std::optional<TableRows> rows = tableIn(QString::fromUtf8(data));
        if (!rows)
            return refused({});
        picture->m_rows = std::move(*rows);
        picture->m_bytes = text.toUtf8();
    } else {
        return refused({});
    }
    return std::shared_ptr<const Picture>(std::move(picture));
}

qreal Picture::rowHeight(const Theme &theme)
{
    return QFontMetricsF(theme.font(FontRole::Code)).height() + theme.scaled(6);
}

QList<qreal> Picture::columnWidths(const Theme &theme) const
{
    const QFont font = theme.font(FontRole::Code);
    QFont bold = font;
    bold.setBold(true);
    const QFontMetricsF metrics(font);
    const QFontMetricsF boldMetrics(bold);
    QList<qreal> widths;
    for (const QList<TableCell> &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            const qreal width = (row[i].isHeader ? boldMetrics : metrics).horizontalAdvance(row[i].text);
            const qreal bounded =
                std::min<qreal>(width, theme.scaled(WidestColumn)) + 2 * theme.scaled(Padding);
            if (i >= widths.size())
                widths.append(bounded);
            else
                widths[i] = std::max(widths[i], bounded);
        }
    }
    return widths;
}

QSizeF Picture::naturalSize(const Theme &theme) const
{
    if (!isTable())
        return QSizeF(m_image.size()) / m_scale * theme.zoomPercent() / 100;
    qreal width = 1;
    for (const qreal column : columnWidths(theme))
        width += column;
    return {width, rowHeight(theme) * static_cast<qreal>(m_rows.size()) + 1};
}

void Picture::draw(QPainter &painter, const QRectF &target, const QRectF &clip, const Theme &theme) const
{
    painter.save();
    painter.setClipRect(clip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (isTable()) {
        const QSizeF natural = naturalSize(theme);
        const qreal scale = target.width() / natural.width();
        painter.translate(target.topLeft());
        painter.scale(scale, scale);
        drawTable(painter, QRectF((clip.topLeft() - target.topLeft()) / scale, clip.size() / scale), theme);
    } else {
        painter.drawImage(target, m_image);
        // A white figure on a white ground has no edge of its own.
        painter.setPen(theme.color(ColorRole::Border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(target.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

QRectF Picture::rowOf(int line, const QRectF &target) const
{
    if (!isTable() || line >= m_rows.size())
        return {};
    const qreal height = target.height() / static_cast<qreal>(m_rows.size());
    return {target.left(), target.top() + line * height, target.width(), height};
}

void Picture::drawTable(QPainter &painter, const QRectF &clip, const Theme &theme) const
{
    const QList<qreal> widths = columnWidths(theme);
    const qreal height = rowHeight(theme);
    const QSizeF size = naturalSize(theme);
    const int padding = theme.scaled(Padding);
    QFont font = theme.font(FontRole::Code);
    painter.fillRect(QRectF(QPointF(), size), theme.color(ColorRole::Surface));
    for (qsizetype number = 0; number < m_rows.size(); ++number) {
        const qreal top = static_cast<qreal>(number) * height;
        if (top > clip.bottom() || top + height < clip.top())
            continue;
        const QList<TableCell> &row = m_rows[number];
        const bool isHead =
            std::all_of(row.begin(), row.end(), [](const TableCell &cell) { return cell.isHeader; });
        if (isHead)
            painter.fillRect(QRectF(0, top, size.width(), height), theme.color(ColorRole::Code));
        qreal left = 0;
        for (qsizetype i = 0; i < row.size(); ++i) {
            font.setBold(row[i].isHeader);
            painter.setFont(font);
            painter.setPen(theme.color(row[i].isHeader && !isHead ? ColorRole::Muted : ColorRole::Text));
            const QRectF cell(left + padding, top, widths[i] - 2 * padding, height);
            const bool right = isHead || isNumber(row[i].text);
            painter.drawText(cell, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft),
                             QFontMetricsF(font).elidedText(row[i].text, Qt::ElideRight, cell.width()));
            left += widths[i];
        }
        painter.setPen(theme.color(ColorRole::Border));
        painter.drawLine(QPointF(0, top + height), QPointF(size.width(), top + height));
    }
    painter.setPen(theme.color(ColorRole::Border));
    painter.drawRect(QRectF(QPointF(0, 0), size - QSizeF(1, 1)));
}

} // namespace Skillet::Ui
