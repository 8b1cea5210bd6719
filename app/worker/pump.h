// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/channel.h"
#include "worker/childinput.h"
#include "worker/descriptors.h"
#include "worker/inbox.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <pthread.h>
#include <string>

namespace Skillet::Worker {

/// The only thread that neither runs Python nor takes the GIL: it forwards what the run writes to descriptors
/// 1 and 2, and receives what the workbench asks for. All sending goes through here, so that output and
/// events keep their order.
///
/// Output waits for credit. What lies in the pipes when an event is sent goes out before it even without
/// credit (at most what the two pipes hold) and is paid back from the next credit.
class Pump final
{
public:
    Pump(Channel &channel, Inbox &inbox, const Descriptors &descriptors);
    Pump(const Pump &) = delete;
    Pump &operator=(const Pump &) = delete;

    /// Starts the thread. It ends with the process only.
    void start();

    /// Output from here on belongs to this run.
    void beginRun(std::uint32_t run);
    /// Until the run ends, the learner is asked for lines whenever a program reads descriptor 0.
    void offerInput();
    /// Sends what has been written so far, then the event.
    void sendAfterOutput(const Protocol::Event &event);
    /// The run's own code has ended: until endRun() output goes out without credit.
    void waiveCredit();
    /// As sendAfterOutput; later output (of threads and children that live on) belongs to no run.
    void endRun(const Protocol::RunFinished &finished);

    /// Sends what has been written so far as far as credit allows. True when nothing is left.
    [[nodiscard]] bool forwardWithinCredit();

    /// Interrupts the host's thread by SIGINT unless disarmed within that time, and then ever more often:
    /// code that catches what interrupts it may be followed by more of its kind.
    void armWatchdog(std::chrono::milliseconds limit);
    void disarmWatchdog();

    /// In a forked child there is no thread, and the lock may be held for ever: nothing here may be used
    /// then.
    [[nodiscard]] static bool isForkedChild();

private:
    enum class Limit { Credit, Present };

    [[nodiscard]] bool mayForward() const { return m_credit > 0 || m_creditWaived; }
    void loop();
    int pollTimeout() const;
    void receive();
    void handle(const Protocol::Frame &frame);
    /// Sends what lies in one pipe. \pre m_mutex is held
    void forward(int readEnd, Protocol::FrameType type, Limit limit);
    void forwardPresent();
    void barkWhenDue();
    /// Asks the learner for a line when a program waits for one.
    void askForInputWhenDue();
    void takeInput(Protocol::InputReply reply);
    [[noreturn]] void refuse(const std::string &reason);

    Channel &m_channel;
    Inbox &m_inbox;
    const Descriptors m_descriptors;
    const pthread_t m_host;
    std::mutex m_mutex; // held while forwarding from a pipe, and for each event
    std::uint32_t m_run = 0;
    std::atomic<std::int64_t> m_credit; // negative: owed
    ChildInput m_childInput;
    std::atomic<bool> m_offersInput = false;
    bool m_hasAsked = false; // for a program that reads descriptor 0
    std::chrono::steady_clock::time_point m_nextLook;
    std::atomic<bool> m_creditWaived = false;
    std::atomic<std::int64_t> m_watchdog{0}; // steady time in nanoseconds, 0: not armed
    std::atomic<std::int64_t> m_untilNextBark{0}; // nanoseconds
    std::chrono::steady_clock::time_point m_nextForward;
};

} // namespace Skillet::Worker
