// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Skillet::Ui {

/// Notices that the learner is at work: keys, clicks and scrolling anywhere in the program.
class ActivityMeter final : public QObject
{
    Q_OBJECT

public:
    explicit ActivityMeter(QObject *parent);

Q_SIGNALS:
    /// At the first sign of activity in each minute of the clock.
    void minuteBegan();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    qint64 m_lastMinute = -1; // minutes since the epoch
};

} // namespace Skillet::Ui
