// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workersupply.h"

#include "core/log.h"

#include <utility>

namespace Skillet::Runner {

namespace {

constexpr int mostAttempts = 3;
// The spare's start shall not compete with the first run of the worker just handed out.
constexpr int standbyDelayMs = 200;

} // namespace

WorkerSupply::WorkerSupply(WorkerLaunch launch, Standby standby, QObject *parent)
    : QObject(parent)
    , m_launch(std::move(launch))
    , m_standby(standby)
{
    m_standbyTimer.setSingleShot(true);
    m_standbyTimer.setInterval(standbyDelayMs);
    connect(&m_standbyTimer, &QTimer::timeout, this, &WorkerSupply::warmUp);
}

WorkerSupply::~WorkerSupply() = default;

void WorkerSupply::setLaunch(const WorkerLaunch &launch)
{
    m_launch = launch;
    if (!m_spare)
        return;
    dropSpare();
    start();
}

void WorkerSupply::request()
{
    m_isWanted = true;
    if (!m_spare) {
        m_failures = 0;
        start();
    } else if (m_spare->isReady()) {
        provide();
    }
}

void WorkerSupply::reset()
{
    m_isWanted = false;
    m_standbyTimer.stop();
    dropSpare();
}

void WorkerSupply::warmUp()
{
    if (!m_spare)
        start();
}

void WorkerSupply::start()
{
    m_standbyTimer.stop();
    m_spare = new WorkerProcess(m_launch, this);
    connect(m_spare, &WorkerProcess::ready, this, [this] {
        if (m_isWanted)
            provide();
    });
    connect(m_spare, &WorkerProcess::ended, this, &WorkerSupply::spareEnded);
    // What a worker says while it cannot start is of use to whoever has to find out why.
    connect(m_spare, &WorkerProcess::outputReceived, this,
            [](quint32, OutputStream, const QByteArray &bytes) {
                qCWarning(Core::logRunner).noquote()
                    << "worker:" << QString::fromUtf8(bytes.left(2000)).trimmed();
            });
    m_spare->start();
}

void WorkerSupply::provide()
{
    WorkerProcess *worker = std::exchange(m_spare, nullptr);
    worker->disconnect(this);
    m_isWanted = false;
    m_failures = 0;
    if (m_standby == Standby::OneWorker)
        m_standbyTimer.start();
    Q_EMIT provided(worker);
}

void WorkerSupply::dropSpare()
{
    if (WorkerProcess *spare = std::exchange(m_spare, nullptr))
        spare->retire();
}

void WorkerSupply::spareEnded(const WorkerEnd &end)
{
    dropSpare();
    ++m_failures;
    if (!end.isLasting() && m_failures < mostAttempts) {
        start();
        return;
    }
    const QString problem = end.startProblem(m_launch.executable, m_failures);
    qCWarning(Core::logRunner).noquote() << problem;
    m_failures = 0;
    // Without a request nobody waits: the next one makes a fresh attempt.
    if (std::exchange(m_isWanted, false))
        Q_EMIT failed(problem);
}

} // namespace Skillet::Runner
