// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace Skillet::Worker {

/// A request with the run it belongs to.
struct Letter
{
    std::uint32_t run = 0;
    Protocol::Request request;
};

/// What the workbench asked for, from the pump's thread to the host's. Input lines have a box of their own,
/// since they are wanted in the middle of a run.
class Inbox final
{
public:
    Inbox();
    ~Inbox();
    Inbox(const Inbox &) = delete;
    Inbox &operator=(const Inbox &) = delete;

    void put(Letter letter);
    /// Waits for a letter. Call it without the GIL.
    [[nodiscard]] Letter take();
    /// As take(), but gives up after that time.
    [[nodiscard]] std::optional<Letter> takeWithin(std::chrono::milliseconds limit);

    /// Whether another request of the same kind waits already.
    [[nodiscard]] bool isAskedAgain(const Protocol::Request &request);

    /// Said by input() while it waits: a reply is for it then, and not for a program that was started.
    void setInputWanted(bool wanted) { m_inputWanted = wanted; }
    [[nodiscard]] bool isInputWanted() const { return m_inputWanted; }

    void putInput(Protocol::InputReply reply);
    /// Forgets a reply that nobody waited for any more.
    void clearInput();
    [[nodiscard]] std::optional<Protocol::InputReply> takeInput();
    /// Becomes readable when there is input: for poll().
    [[nodiscard]] int inputDescriptor() const { return m_inputEvent; }

    /// Makes the pump look at the time again.
    void wakePump();
    void pumpWoken();
    [[nodiscard]] int pumpDescriptor() const { return m_pumpEvent; }

private:
    [[nodiscard]] Letter takeFirst();

    std::atomic<bool> m_inputWanted = false;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Letter> m_letters;
    std::optional<Protocol::InputReply> m_input;
    int m_inputEvent;
    int m_pumpEvent;
};

} // namespace Skillet::Worker
