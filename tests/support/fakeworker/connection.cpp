// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

using namespace Skillet::Protocol;

void Connection::sendBytes(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void Connection::send(std::uint32_t run, const Event &event) const
{
    sendBytes(encodeFrame(FrameType::Control, run, encodeEvent(event)));
}

void Connection::sendOutput(std::uint32_t run, std::string_view text, FrameType type)
{
    m_credit -= static_cast<std::int64_t>(text.size());
    sendBytes(encodeFrame(type, run, text));
}

void Connection::finish(std::uint32_t run, RunEnd end, std::int32_t code) const
{
    send(run, RunFinished{end, code});
}

void Connection::readMore(Wait wait)
{
    std::array<char, 4096> buffer{};
    const ssize_t got =
        ::recv(m_descriptor, buffer.data(), buffer.size(), wait == Wait::Yes ? 0 : MSG_DONTWAIT);
    if (got == 0)
        m_isClosed = true;
    if (got <= 0)
        return;
    m_decoder.feed(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
    while (const std::optional<Frame> frame = m_decoder.next()) {
        if (std::optional<Request> request = decodeRequest(frame->payload)) {
            if (const auto *more = std::get_if<Credit>(&*request))
                m_credit += static_cast<std::int64_t>(more->bytes);
            else
                m_requests.emplace_back(frame->run, std::move(*request));
        }
    }
    m_wasOverpaid = m_wasOverpaid || m_credit > static_cast<std::int64_t>(InitialCredit);
}

std::optional<std::pair<std::uint32_t, Request>> Connection::receive()
{
    if (m_requests.empty())
        readMore(Wait::Yes);
    if (m_requests.empty())
        return std::nullopt;
    auto request = std::move(m_requests.front());
    m_requests.pop_front();
    return request;
}

std::int64_t Connection::credit()
{
    readMore(Wait::No);
    return m_credit;
}

void Connection::waitForCredit()
{
    readMore(Wait::Yes);
}

void Connection::close()
{
    ::close(m_descriptor);
}
