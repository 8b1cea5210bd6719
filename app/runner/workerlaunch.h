// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"
#include "runner/limitwatch.h"
#include "runner/outputhold.h"
#include "runner/sessionoptions.h"
#include "runner/workerdescriptors.h"

#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace Skillet::Runner {

/// What it takes to start a worker.
struct WorkerLaunch
{
    QString executable;
    QString pythonFolder;
    Protocol::Role role = Protocol::Role::Prompt;
    QString workingFolder; ///< empty, or not there: the current one
    int handshakeLimitMs = 5000;
    WorkerLimits limits = {};
    QString environment = {}; ///< folder of a virtual environment; empty: none
    const OutputHold *hold = nullptr; ///< outlives the worker; null: output is never held
};

/// For a session's workers.
[[nodiscard]] WorkerLaunch promptLaunch(const SessionOptions &options, const OutputHold *hold);

/// The worker's command line. It names the descriptors the worker finds open besides 0, 1 and 2.
[[nodiscard]] QStringList workerArguments(const WorkerLaunch &launch,
                                          const WorkerDescriptors::WorkerSide &side);

/// To be called in the child between fork and exec, by a child of `parent`: makes it the leader of its own
/// session and process group, gives it its descriptors and the signal state Python expects.
/// Async-signal-safe.
void prepareWorkerChild(const WorkerDescriptors::WorkerSide &side, pid_t parent);

} // namespace Skillet::Runner
