// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/execution.h"
#include "worker/inbox.h"
#include "worker/options.h"
#include "worker/pump.h"

#include <memory>
#include <optional>
#include <string>

namespace Skillet::Worker {

/// Answers the workbench's requests one after the other, in the host's thread, which is Python's main thread.
class Service final
{
public:
    Service(const Options &options, const Descriptors &descriptors, Pump &pump, Inbox &inbox);
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// Starts Python, then serves until the process ends.
    [[noreturn]] void serve();

private:
    struct Host; // what needs a running Python

    [[nodiscard]] std::optional<std::string> start();
    void greet(const Protocol::Hello &hello);
    /// Waits for it, and lets the learner's windows live meanwhile.
    [[nodiscard]] Letter nextLetter();
    void answer(const Letter &letter);
    /// All: false when the letter asks nothing of that sort.
    [[nodiscard]] bool answerAboutNames(const Letter &letter);
    [[nodiscard]] bool answerAboutSource(const Letter &letter);
    /// The role has no namespace to answer from.
    [[nodiscard]] bool answerEmpty(const Letter &letter);
    void send(const Protocol::Event &event);
    [[noreturn]] void refuse(const std::string &reason);

    const Options &m_options;
    const Descriptors &m_descriptors;
    Pump &m_pump;
    Inbox &m_inbox;
    std::unique_ptr<Host> m_host;
    std::optional<std::string> m_problem;
    bool m_greeted = false;
};

} // namespace Skillet::Worker
