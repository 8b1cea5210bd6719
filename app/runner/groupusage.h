// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace Skillet::Runner {

/// What a session of processes uses together: a worker with all the programs it started, except those that
/// made a session of their own.
struct GroupUsage
{
    QList<qint64> processes; ///< their ids
    qint64 memory = 0; ///< resident bytes; pages that processes share count for each of them
};

/// Of the session that process `leader` leads; empty when there is none. Costs a fraction of a microsecond
/// for each process of the machine, and a few for each of the session's.
[[nodiscard]] GroupUsage groupUsage(qint64 leader);

/// Bytes of memory that `processes` take from the machine, shared pages counted once. Costs milliseconds.
[[nodiscard]] qint64 proportionalMemory(const QList<qint64> &processes);

/// The machine's memory in bytes.
[[nodiscard]] qint64 machineMemory();

/// How many processes the kernel has ended since the machine started because no memory was left; 0 when it
/// does not tell.
[[nodiscard]] quint64 outOfMemoryKills();

} // namespace Skillet::Runner
