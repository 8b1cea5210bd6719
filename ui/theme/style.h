// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/scheme.h"

#include <QProxyStyle>

#include <memory>

class QStyleOptionButton;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace Skillet::Ui {

/// Skillet's look: Fusion's behaviour with own drawing and measures. Measures are those of the zoom at the
/// time of making; colours are the scheme's at the time of painting.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(std::shared_ptr<const Scheme> scheme);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    [[nodiscard]] bool drawPanel(PrimitiveElement element, const QStyleOption &option,
                                 QPainter *painter) const;
    [[nodiscard]] bool drawBar(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider &option, SubControl part) const;
    [[nodiscard]] QRect fieldRect(const QRect &rect, Qt::LayoutDirection direction, ComplexControl control,
                                  SubControl part) const;
    [[nodiscard]] QIcon icon(const char *name, ColorRole role) const;

    std::shared_ptr<const Scheme> m_scheme;
    int m_zoom;
};

} // namespace Skillet::Ui
