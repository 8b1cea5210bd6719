// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

namespace Skillet::Ui {

enum class Side { Above, Below };

/// Where something of `size` goes beside `line`: on the side asked for when there is room on the `screen`,
/// else on the other; its left edge at `left`, moved as far as the screen asks. All in the same coordinates.
[[nodiscard]] QRect placeBeside(const QRect &line, int left, QSize size, const QRect &screen, Side side);

/// A small window beside the line that is being written: it takes neither focus nor keys, and goes when the
/// owner is hidden, moved or loses the focus.
class AssistFrame : public QFrame
{
    Q_OBJECT

public:
    AssistFrame(const Theme &theme, QWidget *owner);

    /// Shows it beside `line`, in global coordinates.
    void place(const QRect &line, int left, Side side);

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    void applyTheme();

    const Theme &m_theme;
    QWidget *m_window = nullptr; ///< watched while shown
};

} // namespace Skillet::Ui
