// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/sessionoptions.h"

#include "runner/workerlaunch.h"

namespace Skillet::Runner {

WorkerLaunch workerLaunch(const SessionOptions &options)
{
    return {options.worker,        options.workerPython,     Protocol::Role::Prompt,
            options.workingFolder, options.handshakeLimitMs, {options.memoryLimit, options.processLimit},
            options.environment};
}

} // namespace Skillet::Runner
