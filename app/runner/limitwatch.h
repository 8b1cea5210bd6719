// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/workerend.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace Skillet::Runner {

/// What a worker and the programs it started may use together. 0: no limit.
struct WorkerLimits
{
    qint64 memory = 0; ///< bytes
    int processes = 0;
};

/// Looks now and then at what a worker and its programs use, and says when it is too much. The worker's own
/// limits bind each process for itself; this one binds all of them together. Kills nothing.
class LimitWatch final : public QObject
{
    Q_OBJECT

public:
    enum class Pace { Running, Idle };

    explicit LimitWatch(WorkerLimits limits, QObject *parent = nullptr);

    /// Watches the session of `leader` from now on, or changes the pace.
    void watch(qint64 leader, Pace pace);
    void stop();

Q_SIGNALS:
    /// Once for each leader. `processes` are all that have to go.
    void exceeded(const Skillet::Runner::WorkerEnd &end, const QList<qint64> &processes);

private:
    void look();
    void report(WorkerEndReason reason, const QString &limit, const QList<qint64> &processes);

    WorkerLimits m_limits;
    qint64 m_leader = 0;
    QTimer m_timer;
};

} // namespace Skillet::Runner
