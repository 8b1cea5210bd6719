// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"
#include "theme/theme.h"

#include <QAbstractButton>

namespace Skillet::Ui {

/// What all cards of a traceback share: a click or Enter means the place, the keyboard focus is seen, and a
/// screen reader reads the frame. Up and Down are left to the pane, which walks through the cards.
class PlaceButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PlaceButton(const Theme &theme, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] bool isHot() const { return isEnabled() && (underMouse() || isDown()); }
    void drawFocus(QPainter &painter, const QRectF &box, qreal radius) const;

private:
    const Theme &m_theme;
};

} // namespace Skillet::Ui
