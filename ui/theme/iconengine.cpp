// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/iconengine.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

namespace Skillet::Ui {

namespace {

/// Breeze draws most icons twice; the one for 16 pixels has fewer details.
QString drawing(const QString &name, qreal side)
{
    return QStringLiteral(":/icons/%1/%2.svg").arg(QLatin1String(side < 20 ? "16" : "22"), name);
}

} // namespace

IconEngine::IconEngine(QString name, ColorRole role, std::shared_ptr<const Scheme> scheme)
    : m_name(std::move(name))
    , m_role(role)
    , m_scheme(std::move(scheme))
    , m_isNull(!QFile::exists(drawing(m_name, 22)))
{ }

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/)
{
    painter->drawPixmap(rect, render(rect.size(), painter->device()->devicePixelRatio(), mode));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/)
{
    return render(size, 1.0, mode);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale)
{
    // Until Qt 6.8 the size came in device pixels.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return render(size, scale, mode);
#else
    return render(QSizeF(size) / scale, scale, mode);
#endif
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return QStringLiteral("skillet");
}

QString IconEngine::iconName()
{
    return m_name;
}

bool IconEngine::isNull()
{
    return m_isNull;
}

QList<QSize> IconEngine::availableSizes(QIcon::Mode /*mode*/, QIcon::State /*state*/)
{
    return {QSize(16, 16), QSize(22, 22)};
}

QPixmap IconEngine::render(const QSizeF &size, qreal ratio, QIcon::Mode mode) const
{
    QColor color = m_scheme->color(mode == QIcon::Disabled ? ColorRole::Muted : m_role);
    if (mode == QIcon::Disabled) {
        color.setAlphaF(0.5F);
    }
    const QSize pixels = (size * ratio).toSize();
    if (pixels.isEmpty()) {
        return {};
    }
    // The colour is part of the key: a change of theme finds its own pictures.
    const QString cacheKey = QStringLiteral("skillet-icon/%1/%2/%3x%4/%5")
                                 .arg(m_name)
                                 .arg(color.rgba(), 0, 16)
                                 .arg(pixels.width())
                                 .arg(pixels.height())
                                 .arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(cacheKey, &pixmap)) {
        return pixmap;
    }
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer svg(drawing(m_name, qMin(size.width(), size.height())));
    if (svg.isValid()) {
        const qreal side = qMin(pixels.width(), pixels.height());
        QPainter painter(&image);
        svg.render(&painter, QRectF((pixels.width() - side) / 2, (pixels.height() - side) / 2, side, side));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
    }
    image.setDevicePixelRatio(ratio);
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(cacheKey, pixmap);
    return pixmap;
}

} // namespace Skillet::Ui
