// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/pump.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <poll.h>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int LargestChunk = 256 * 1024;
/// Between two looks at the pipes, so that many small writes become one frame. The first write is sent at
/// once.
constexpr auto Coalescing = std::chrono::milliseconds(2);

/// Between two looks whether a program waits for input.
constexpr auto InputLook = std::chrono::milliseconds(100);

constexpr std::int64_t NotArmed = 0;
constexpr std::int64_t FirstPause = 200'000'000; // nanoseconds, after the first bark of the watchdog
constexpr std::int64_t LeastPause = 1'000'000;

// Set in the child of a fork, where neither the pump nor its lock can be used.
std::atomic<bool> forkedChild = false;
std::atomic<int> protocolToClose = -1;

void afterForkInChild()
{
    forkedChild = true;
    ::close(protocolToClose);
    ChildInput::closeInForkedChild();
}

int roundedUp(std::chrono::nanoseconds duration)
{
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(duration).count();
    return static_cast<int>(std::clamp<std::int64_t>(whole, 0, 60'000));
}

std::int64_t now()
{
    return Clock::now().time_since_epoch().count();
}

} // namespace

Pump::Pump(Channel &channel, Inbox &inbox, const Descriptors &descriptors)
    : m_channel(channel)
    , m_inbox(inbox)
    , m_descriptors(descriptors)
    , m_host(pthread_self())
    , m_credit(static_cast<std::int64_t>(Protocol::InitialCredit))
{ }

void Pump::start()
{
    protocolToClose = m_channel.descriptor();
    pthread_atfork(nullptr, nullptr, afterForkInChild);
    // Signals belong to the host's thread: Python reacts to them there only.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread([this] { loop(); }).detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

bool Pump::isForkedChild()
{
    return forkedChild;
}

void Pump::beginRun(std::uint32_t run)
{
    const std::lock_guard lock(m_mutex);
    forwardPresent(); // of threads that outlived an earlier run
    m_run = run;
}

void Pump::offerInput()
{
    m_childInput.renew();
    m_offersInput = true;
    m_inbox.wakePump();
}

void Pump::sendAfterOutput(const Protocol::Event &event)
{
    const std::lock_guard lock(m_mutex);
    forwardPresent();
    m_channel.sendEvent(m_run, event);
}

void Pump::endRun(const Protocol::RunFinished &finished)
{
    const std::lock_guard lock(m_mutex);
    forwardPresent();
    m_channel.sendEvent(m_run, finished);
    m_run = 0;
    m_offersInput = false;
    m_creditWaived = false;
}

void Pump::waiveCredit()
{
    m_creditWaived = true;
    m_inbox.wakePump();
}

bool Pump::forwardWithinCredit()
{
    const std::lock_guard lock(m_mutex);
    forward(m_descriptors.stdoutRead, Protocol::FrameType::Stdout, Limit::Credit);
    forward(m_descriptors.stderrRead, Protocol::FrameType::Stderr, Limit::Credit);
    return mayForward();
}

void Pump::armWatchdog(std::chrono::milliseconds limit)
{
    m_untilNextBark = FirstPause;
    m_watchdog = now() + std::chrono::nanoseconds(limit).count();
    m_inbox.wakePump();
}

void Pump::disarmWatchdog()
{
    m_watchdog = NotArmed;
}

void Pump::barkWhenDue()
{
    std::int64_t due = m_watchdog;
    const std::int64_t pause = m_untilNextBark;
    if (due > 0 && now() >= due && m_watchdog.compare_exchange_strong(due, now() + pause)) {
        m_untilNextBark = std::max(pause / 2, LeastPause);
        pthread_kill(m_host, SIGINT);
    }
}

void Pump::askForInputWhenDue()
{
    if (!m_offersInput) {
        m_hasAsked = false;
        m_nextLook = Clock::now() + InputLook;
        return;
    }
    if (Clock::now() < m_nextLook)
        return;
    const bool isBusy = m_childInput.sendRest() || m_inbox.isInputWanted() || m_hasAsked;
    if (!isBusy && m_childInput.isAwaited()) {
        const std::lock_guard lock(m_mutex);
        if (m_offersInput) { // the run may have ended meanwhile
            forwardPresent();
            m_channel.sendEvent(m_run, Protocol::InputRequested{});
            m_hasAsked = true;
        }
    }
    m_nextLook = Clock::now() + InputLook;
}

void Pump::takeInput(Protocol::InputReply reply)
{
    if (!m_offersInput || m_inbox.isInputWanted()) {
        m_inbox.putInput(std::move(reply));
        return;
    }
    m_hasAsked = false;
    if (reply.endOfFile)
        m_childInput.sendEnd();
    else
        m_childInput.send(reply.line);
}

int Pump::pollTimeout() const
{
    auto wait = std::chrono::nanoseconds(std::chrono::minutes(1));
    if (const std::int64_t due = m_watchdog; due > 0)
        wait = std::min(wait, std::chrono::nanoseconds(due - now()));
    if (m_offersInput)
        wait = std::min<std::chrono::nanoseconds>(wait, m_nextLook - Clock::now());
    if (mayForward() && Clock::now() < m_nextForward)
        wait = std::min<std::chrono::nanoseconds>(wait, m_nextForward - Clock::now());
    return roundedUp(wait);
}

void Pump::loop()
{
    for (;;) {
        const bool due = mayForward() && Clock::now() >= m_nextForward;
        // A negative descriptor is left out by poll().
        std::array<pollfd, 4> waits{{{m_channel.descriptor(), POLLIN, 0},
                                     {m_inbox.pumpDescriptor(), POLLIN, 0},
                                     {due ? m_descriptors.stdoutRead : -1, POLLIN, 0},
                                     {due ? m_descriptors.stderrRead : -1, POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), pollTimeout());
        if (waits[0].revents != 0)
            receive();
        if (waits[1].revents != 0)
            m_inbox.pumpWoken();
        barkWhenDue();
        askForInputWhenDue();
        if ((waits[2].revents | waits[3].revents) != 0) {
            (void)forwardWithinCredit();
            m_nextForward = Clock::now() + Coalescing;
        }
    }
}

void Pump::receive()
{
    if (m_channel.receive() != Channel::State::Open)
        endProcess(0);
    while (const auto frame = m_channel.next())
        handle(*frame);
    if (m_channel.misunderstood())
        refuse("The workbench sent bytes that are no message. Start Skillet again.");
}

void Pump::handle(const Protocol::Frame &frame)
{
    std::string why;
    auto request = frame.type == Protocol::FrameType::Control ? Protocol::decodeRequest(frame.payload, &why)
                                                              : std::nullopt;
    if (!request)
        refuse("The workbench sent a message that this worker does not understand (" + why
               + "). Install Skillet again, so that both are of one version.");
    if (const auto *credit = std::get_if<Protocol::Credit>(&*request)) {
        // Clamped, so that no number from the wire can overflow the sum.
        m_credit += static_cast<std::int64_t>(std::min<std::uint64_t>(credit->bytes, std::uint64_t{1} << 40));
    } else if (auto *reply = std::get_if<Protocol::InputReply>(&*request)) {
        takeInput(std::move(*reply));
    } else if (const auto *shutdown = std::get_if<Protocol::Shutdown>(&*request);
               shutdown && !shutdown->orderly) {
        endProcess(0);
    } else {
        m_inbox.put({frame.run, std::move(*request)});
    }
}

void Pump::refuse(const std::string &reason)
{
    const std::lock_guard lock(m_mutex);
    m_channel.sendEvent(0, Protocol::Refusal{reason});
    endProcess(1);
}

void Pump::forward(int readEnd, Protocol::FrameType type, Limit limit)
{
    int present = 0;
    ::ioctl(readEnd, FIONREAD, &present);
    while (present > 0 && (limit == Limit::Present || mayForward())) {
        int length = std::min(present, LargestChunk);
        if (limit == Limit::Credit && !m_creditWaived)
            length = static_cast<int>(std::min<std::int64_t>(length, m_credit));
        m_channel.sendFromPipe(type, m_run, readEnd, static_cast<std::size_t>(length));
        m_credit -= length;
        present -= length;
    }
}

void Pump::forwardPresent()
{
    forward(m_descriptors.stdoutRead, Protocol::FrameType::Stdout, Limit::Present);
    forward(m_descriptors.stderrRead, Protocol::FrameType::Stderr, Limit::Present);
}

} // namespace Skillet::Worker
