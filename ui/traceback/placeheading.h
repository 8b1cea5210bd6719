// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QWidget>

namespace Skillet::Ui {

/// The first line of a card: what the card is, the place, the function. Takes a line more when the pane is
/// narrow, and elides the function before the place.
class PlaceHeading final : public QWidget
{
    Q_OBJECT

public:
    struct Texts
    {
        QString caption;
        QString place;
        QString function;
    };

    PlaceHeading(const Theme &theme, const Texts &texts, ColorRole placeColor, QWidget *parent);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int naturalWidth() const;
    [[nodiscard]] int rowHeight() const;

    const Theme &m_theme;
    Texts m_texts;
    ColorRole m_placeColor;
};

} // namespace Skillet::Ui
