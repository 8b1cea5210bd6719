// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerfarewell.h"

#include "runner/workerprocess.h"

#include <QTimer>

namespace Skillet::Runner {

namespace {

constexpr int LimitMs = 2000;

} // namespace

void WorkerFarewell::begin(WorkerProcess *worker, Work work)
{
    worker->disconnect();
    m_leaving.append(worker);
    connect(worker, &WorkerProcess::ended, this, [this, worker] { finish(worker); });
    QTimer::singleShot(LimitMs, worker, [this, worker] { finish(worker); });
    // Once: a second one could hit the exit handlers.
    if (work == Work::UnderWay)
        worker->interrupt();
    if (!worker->send(0, Protocol::Shutdown{true}))
        finish(worker);
}

void WorkerFarewell::finish(WorkerProcess *worker)
{
    if (!m_leaving.removeOne(worker))
        return;
    worker->retire();
    if (m_leaving.isEmpty())
        Q_EMIT over();
}

} // namespace Skillet::Runner
