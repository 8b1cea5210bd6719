// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/channel.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

constexpr std::size_t ReceiveSize = 65536;

} // namespace

void endProcess(int code)
{
    // Only the leader of a group of its own may tell the group to end: the workbench starts it as one.
    if (::getpgrp() == ::getpid()) {
        ::signal(SIGHUP, SIG_IGN);
        ::kill(0, SIGHUP);
    }
    ::_exit(code);
}

void Channel::send(Protocol::FrameType type, std::uint32_t run, std::string_view payload) const
{
    const std::string bytes = Protocol::encodeFrame(type, run, payload);
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t sent = ::send(m_descriptor, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno != EINTR) {
            endProcess(1);
        }
    }
}

void Channel::sendEvent(std::uint32_t run, const Protocol::Event &event) const
{
    send(Protocol::FrameType::Control, run, Protocol::encodeEvent(event));
}

Channel::State Channel::receive()
{
    std::array<char, ReceiveSize> bytes;
    const ssize_t received = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
    if (received > 0) {
        m_decoder.feed({bytes.data(), static_cast<std::size_t>(received)});
        return State::Open;
    }
    if (received < 0 && errno == EINTR)
        return State::Open;
    return received == 0 ? State::Ended : State::Broken;
}

} // namespace Skillet::Worker
