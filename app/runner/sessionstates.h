// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Skillet::Runner {

using RunId = quint32;

enum class SessionState {
    Stopped, ///< not started yet, or given up: see Session::problem()
    Starting, ///< a worker is coming up; requests are kept and sent when it is ready
    Idle, ///< the prompt is free
    Running, ///< a run is under way
    WaitingInput, ///< the run waits for a line from the learner
    Stopping, ///< an interrupt was sent; a kill follows when the run does not end
};

enum class OutputStream { Out, Err };

enum class RunOutcome {
    Finished,
    Failed, ///< ended by an exception; exceptionRaised came before
    Interrupted, ///< stopped, and Python reacted
    Exited, ///< by sys.exit() or exit()
    Killed, ///< the worker died or was killed
};

enum class Completeness { Complete, Incomplete, Invalid };

} // namespace Skillet::Runner
