// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/frame.h"
#include "protocol/messages.h"

#include <optional>
#include <string_view>

namespace Skillet::Worker {

/// The worker's end of the protocol's socket. Writing is not locked here: Pump alone sends, under its own
/// lock.
class Channel final
{
public:
    enum class State { Open, Ended, Broken };

    explicit Channel(int descriptor)
        : m_descriptor(descriptor)
    { }

    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Sends the whole frame, however long that takes. Ends the process when the workbench is gone.
    void send(Protocol::FrameType type, std::uint32_t run, std::string_view payload) const;
    void sendEvent(std::uint32_t run, const Protocol::Event &event) const;

    /// Sends `length` bytes of a pipe as one frame. They leave the pipe only as they enter the socket: when
    /// the process is killed in between, each byte is in one of the two and none in both, and the workbench,
    /// which reads both to the end, gets it. \pre the pipe holds so much, and nobody else reads from it
    void sendFromPipe(Protocol::FrameType type, std::uint32_t run, int pipe, std::size_t length) const;

    /// Reads what is there. Blocks when nothing is.
    State receive();

    /// The next whole frame of what has been received.
    [[nodiscard]] std::optional<Protocol::Frame> next() { return m_decoder.next(); }
    [[nodiscard]] bool misunderstood() const
    {
        return m_decoder.problem() != Protocol::FrameDecoder::Problem::None;
    }

private:
    void sendBytes(std::string_view bytes) const;

    int m_descriptor;
    Protocol::FrameDecoder m_decoder;
};

/// Ends the worker at once: nothing of the learner's runs any more, and programs it started are told to end.
[[noreturn]] void endProcess(int code);

} // namespace Skillet::Worker
