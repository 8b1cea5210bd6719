// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <string>
#include <sys/types.h>

namespace Skillet::Worker {

/// Standard input of the programs that the learner's program starts, and of whatever reads descriptor 0
/// itself: a pipe, and a look at who waits for it. input() and sys.stdin do not come here.
class ChildInput final
{
public:
    ChildInput() = default;
    ChildInput(const ChildInput &) = delete;
    ChildInput &operator=(const ChildInput &) = delete;

    /// Makes descriptor 0 the end of a fresh pipe. What was not read of the former is dropped, and who still
    /// reads it meets its end.
    void renew();

    /// Whether this process or one that it started is blocked because the pipe is empty. Never when the
    /// system hides that: then lines are simply handed on as they come.
    [[nodiscard]] bool isAwaited();

    void send(const std::string &line);
    /// The pipe ends here; what starts later gets a fresh one.
    void sendEnd();

    /// What did not fit into the pipe yet. True when something is left.
    bool sendRest();

    /// The child of a fork must not hold the end that is written to, or nobody would meet the end of input.
    static void closeInForkedChild();

private:
    void renewLocked();
    bool sendRestLocked();

    std::mutex m_mutex;
    std::string m_rest;
};

} // namespace Skillet::Worker
