// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/limitwatch.h"

#include "runner/groupusage.h"
#include "runner/session.h"

#include <QLocale>

namespace Skillet::Runner {

namespace {

constexpr int runningIntervalMs = 250;
// Threads and programs that outlive their run are rare, and a laptop wants to sleep.
constexpr int idleIntervalMs = 2000;

} // namespace

LimitWatch::LimitWatch(WorkerLimits limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    connect(&m_timer, &QTimer::timeout, this, &LimitWatch::look);
}

void LimitWatch::watch(qint64 leader, Pace pace)
{
    if (m_limits.memory <= 0 && m_limits.processes <= 0)
        return;
    m_leader = leader;
    const int interval = pace == Pace::Running ? runningIntervalMs : idleIntervalMs;
    if (!m_timer.isActive() || m_timer.interval() != interval)
        m_timer.start(interval);
}

void LimitWatch::stop()
{
    m_timer.stop();
}

void LimitWatch::look()
{
    const GroupUsage usage = groupUsage(m_leader);
    if (m_limits.processes > 0 && usage.processes.size() > m_limits.processes)
        return report(WorkerEndReason::TooManyProcesses, QString::number(m_limits.processes),
                      usage.processes);
    if (m_limits.memory <= 0 || usage.memory <= m_limits.memory)
        return;
    // Children of a fork share most of their memory with their parent: that is counted exactly only when it
    // matters, because it takes its time.
    if (usage.processes.size() == 1 || proportionalMemory(usage.processes) > m_limits.memory)
        report(WorkerEndReason::TooMuchMemory,
               QLocale().formattedDataSize(m_limits.memory, 1, QLocale::DataSizeSIFormat), usage.processes);
}

void LimitWatch::report(WorkerEndReason reason, const QString &limit, const QList<qint64> &processes)
{
    stop();
    Q_EMIT exceeded({reason, 0, limit}, processes);
}

qint64 defaultMemoryLimit()
{
    return machineMemory() / 2;
}

} // namespace Skillet::Runner
