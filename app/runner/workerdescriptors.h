// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/descriptor.h"

namespace Skillet::Runner {

/// The descriptors between the workbench and one worker. All are close-on-exec and numbered 20 or higher, so
/// that none of them can be in the way when the child lays the worker's ends over 0, 1 and 2.
class WorkerDescriptors final
{
public:
    /// A socket pair and three pipes; those for the worker's output hold up to 1 MiB each.
    [[nodiscard]] static Core::Result<WorkerDescriptors> open();

    // What the worker inherits.
    struct WorkerSide
    {
        Descriptor protocol;
        Descriptor stdinRead;
        Descriptor stdoutWrite;
        Descriptor stderrWrite;
        Descriptor stdoutRead; // the worker itself reads what its program writes
        Descriptor stderrRead;
    };
    WorkerSide worker;

    // What stays here.
    Descriptor protocol; ///< does not block
    Descriptor stdinWrite; ///< held open, so that a program which reads descriptor 0 waits instead of meeting
                           ///< its end
    Descriptor stdoutRead; ///< the same pipe as worker.stdoutRead: read here only once the worker is dead
    Descriptor stderrRead;
};

} // namespace Skillet::Runner
