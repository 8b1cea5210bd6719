// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traceback/placebutton.h"

#include <QString>

namespace Skillet::Ui {

/// A line of the chain that is no call of its own: a group of library calls, which a click unfolds, or a
/// remark such as how often the call above was repeated.
class FoldRow final : public PlaceButton
{
    Q_OBJECT

public:
    enum class Kind { Foldable, Remark };

    FoldRow(const Theme &theme, Kind kind, const QString &text, QWidget *parent);

    void setUnfolded(bool unfolded);
    void setRail(bool up, bool down);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawArrow(QPainter &painter, int left) const;

    Kind m_kind;
    bool m_unfolded = false;
    bool m_railUp = false;
    bool m_railDown = false;
};

} // namespace Skillet::Ui
