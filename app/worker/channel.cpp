// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/channel.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
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
    sendBytes(Protocol::encodeFrame(type, run, payload));
}

void Channel::sendFromPipe(Protocol::FrameType type, std::uint32_t run, int pipe, std::size_t length) const
{
    sendBytes(Protocol::encodeFrameHeader(type, run, length));
    while (length > 0) {
        const ssize_t moved = ::splice(pipe, nullptr, m_descriptor, nullptr, length, 0);
        if (moved > 0)
            length -= static_cast<std::size_t>(moved);
        else if (moved == 0 || errno != EINTR)
            endProcess(1);
    }
}

void Channel::sendBytes(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
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
