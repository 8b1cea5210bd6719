// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"
#include "theme/theme.h"

#include <QList>
#include <QWidget>

namespace Skillet::Ui {

/// The values of the names on a line, as chips that wrap: `name = value  type, length`. Long values are
/// elided; the tool tip has all that is known.
class ValueChips final : public QWidget
{
    Q_OBJECT

public:
    ValueChips(const Theme &theme, const QList<Runner::NamedValue> &values, QWidget *parent);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// Widths in pixels.
    struct Parts
    {
        int name = 0;
        int value = 0;
        int kind = 0;
        int padding = 0;
        [[nodiscard]] int total() const { return name + value + kind + 2 * padding; }
    };

    [[nodiscard]] QList<QRect> boxes(int width) const;
    [[nodiscard]] Parts partsOf(const Runner::NamedValue &value) const;
    [[nodiscard]] int chipHeight() const;
    void drawChip(QPainter &painter, const QRect &box, const Runner::NamedValue &value) const;

    const Theme &m_theme;
    QList<Runner::NamedValue> m_values;
};

} // namespace Skillet::Ui
