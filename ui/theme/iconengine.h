// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/scheme.h"

#include <QIconEngine>

#include <memory>

namespace Skillet::Ui {

/// Draws one packed icon in the current colour of a role at any size. Only the drawing's shape counts: its
/// own colours are replaced. Disabled icons are Muted and half transparent.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, ColorRole role, std::shared_ptr<const Scheme> scheme);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                                       qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString iconName() override;
    [[nodiscard]] bool isNull() override;
    [[nodiscard]] QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;

private:
    /// `size` in pixels of the design, drawn with `ratio` device pixels each.
    [[nodiscard]] QPixmap render(const QSizeF &size, qreal ratio, QIcon::Mode mode) const;

    QString m_name;
    ColorRole m_role;
    std::shared_ptr<const Scheme> m_scheme;
    bool m_isNull; ///< asked for at every layout
};

} // namespace Skillet::Ui
