// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/workerlaunch.h"
#include "runner/workerprocess.h"

#include <QObject>
#include <QTimer>

namespace Skillet::Runner {

enum class Standby { None, OneWorker };

/// Provides workers that are ready, one at a time, and keeps a started spare so that the next is there at
/// once. Tries again when one dies at its start, but not for ever. Owns every worker it made.
class WorkerSupply final : public QObject
{
    Q_OBJECT

public:
    WorkerSupply(WorkerLaunch launch, Standby standby, QObject *parent = nullptr);
    ~WorkerSupply() override;

    /// What the workers from here on are started with; a spare that was started with something else is
    /// dropped.
    void setLaunch(const WorkerLaunch &launch);
    [[nodiscard]] const WorkerLaunch &launch() const { return m_launch; }

    /// Asks for one worker: answered by one provided(), possibly within this call, or one failed().
    void request();

    /// Takes the request back, when there is one, and drops the spare.
    void reset();

    /// Starts the spare without a request.
    void warmUp();

Q_SIGNALS:
    /// `worker` is ready, and the receiver's to use: connect to it, and retire() it in the end.
    void provided(Skillet::Runner::WorkerProcess *worker);
    /// No worker can be started. `problem` is for the learner, up to how to try again.
    void failed(const QString &problem);

private:
    void start();
    void provide();
    void dropSpare();
    void spareEnded(const WorkerEnd &end);

    WorkerLaunch m_launch;
    Standby m_standby;
    WorkerProcess *m_spare = nullptr; // starting or ready
    bool m_isWanted = false;
    int m_failures = 0; // in a row
    QTimer m_standbyTimer;
};

} // namespace Skillet::Runner
