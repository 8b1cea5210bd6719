// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QTimer>
#include <QWidget>

namespace Skillet::Ui {

/// A thin strip in which a piece wanders while work of unknown length goes on. Idle it is empty and keeps its
/// place, so that nothing jumps.
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(const Theme &theme, QWidget *parent = nullptr);

    void start();
    void stop();
    [[nodiscard]] bool isRunning() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace Skillet::Ui
