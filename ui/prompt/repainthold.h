// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace Skillet::Ui {

/// Lets a widget's window wait a few milliseconds with painting, so that what comes in quick succession is
/// painted once: an input, the answer to it and the next prompt. Nothing is lost by it: what changes
/// meanwhile is painted at the end, which comes by itself when nobody ends it.
class RepaintHold final : public QObject
{
    Q_OBJECT

public:
    /// Longer than a short input takes, shorter than an eye sees.
    static constexpr int LimitMs = 4;

    explicit RepaintHold(QWidget &widget);

    void begin();
    void end();
    [[nodiscard]] bool isHeld() const { return m_window != nullptr; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_widget;
    QPointer<QWidget> m_window; ///< that waits; none: nothing is held
    QTimer m_limit;
    bool m_isDue = false; ///< the window wanted to paint meanwhile
};

} // namespace Skillet::Ui
