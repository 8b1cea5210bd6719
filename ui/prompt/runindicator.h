// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace Skillet::Ui {

/// Says that a run is under way, for how long, and offers to stop it. Floats in the corner of the prompt and
/// comes only when a run takes long enough to be noticed.
class RunIndicator final : public QFrame
{
    Q_OBJECT

public:
    explicit RunIndicator(const Theme &theme, QWidget *parent);

    void begin();
    void end();
    /// Runs that wait behind the current one.
    void setWaiting(int runs);
    /// The interrupt was sent.
    void setStopping();

    /// To the top right corner of the parent, which leaves `rightMargin` for its scroll bar.
    void place(int rightMargin);

Q_SIGNALS:
    void stopRequested();

private:
    void showState();
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_label = nullptr;
    QPushButton *m_stop = nullptr;
    QElapsedTimer m_clock;
    QTimer m_tick;
    int m_waiting = 0;
    int m_rightMargin = 0;
    bool m_stopping = false;
};

} // namespace Skillet::Ui
