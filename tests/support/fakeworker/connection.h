// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/messages.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// The fake worker's end of the protocol, blocking and without any care: it sends whatever it is told to.
class Connection final
{
public:
    explicit Connection(int descriptor)
        : m_descriptor(descriptor)
    { }

    void sendBytes(std::string_view bytes) const;
    void send(std::uint32_t run, const Skillet::Protocol::Event &event) const;
    void sendOutput(std::uint32_t run, std::string_view text,
                    Skillet::Protocol::FrameType type = Skillet::Protocol::FrameType::Stdout);
    void finish(std::uint32_t run, Skillet::Protocol::RunEnd end = Skillet::Protocol::RunEnd::Finished,
                std::int32_t code = 0) const;

    /// Waits for the next request. Nothing when a signal came, or the workbench has gone (then isClosed()).
    [[nodiscard]] std::optional<std::pair<std::uint32_t, Skillet::Protocol::Request>> receive();

    /// Takes the credit that has come without waiting; the sum allowed so far, less what was sent as output.
    [[nodiscard]] std::int64_t credit();
    void waitForCredit();
    /// More credit came back than output was sent.
    [[nodiscard]] bool wasOverpaid() const { return m_wasOverpaid; }

    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    void close();

private:
    enum class Wait { No, Yes };
    void readMore(Wait wait);

    int m_descriptor;
    bool m_isClosed = false;
    bool m_wasOverpaid = false;
    std::int64_t m_credit = static_cast<std::int64_t>(Skillet::Protocol::InitialCredit);
    Skillet::Protocol::FrameDecoder m_decoder;
    std::deque<std::pair<std::uint32_t, Skillet::Protocol::Request>> m_requests;
};
