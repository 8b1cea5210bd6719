// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traceback/placebutton.h"

namespace Skillet::Ui {

/// One answer of several, with its number in front; its words wrap.
class ChoiceButton final : public PlaceButton
{
    Q_OBJECT

public:
    ChoiceButton(const Theme &theme, int number, const QString &words, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Skillet::Ui
