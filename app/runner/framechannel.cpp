// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/framechannel.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>

namespace Skillet::Runner {

FrameChannel::FrameChannel(Descriptor socket, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_readNotifier(m_socket.number(), QSocketNotifier::Read)
    , m_writeNotifier(m_socket.number(), QSocketNotifier::Write)
{
    m_writeNotifier.setEnabled(false);
    connect(&m_readNotifier, &QSocketNotifier::activated, this, [this] { Q_EMIT readable(); });
    connect(&m_writeNotifier, &QSocketNotifier::activated, this, [this] { writeMore(); });
}

void FrameChannel::send(std::string_view frame)
{
    if (m_deaf)
        return;
    m_outgoing.append(frame);
    if (!m_writeNotifier.isEnabled())
        writeMore();
}

void FrameChannel::writeMore()
{
    while (!m_outgoing.empty()) {
        const ssize_t sent =
            ::send(m_socket.number(), m_outgoing.data(), m_outgoing.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0) {
            m_outgoing.erase(0, static_cast<std::size_t>(sent));
        } else if (sent < 0 && errno == EINTR) {
            continue;
        } else if (sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            break;
        } else {
            m_deaf = true;
            m_outgoing.clear();
        }
    }
    m_writeNotifier.setEnabled(!m_outgoing.empty());
}

FrameChannel::Read FrameChannel::readMore()
{
    std::array<char, 65536> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    for (;;) {
        const ssize_t got = ::recv(m_socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (got > 0) {
            m_decoder.feed(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
            return Read::Some;
        }
        if (got < 0 && errno == EINTR)
            continue;
        return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? Read::NothingYet : Read::End;
    }
}

std::optional<Protocol::Frame> FrameChannel::next()
{
    for (;;) {
        if (std::optional<Protocol::Frame> frame = m_decoder.next())
            return frame;
        if (isBroken() || m_atEnd)
            return std::nullopt;
        switch (readMore()) {
        case Read::Some:
            break;
        case Read::NothingYet:
            return std::nullopt;
        case Read::End:
            m_atEnd = true;
            m_readNotifier.setEnabled(false);
            return std::nullopt;
        }
    }
}

void FrameChannel::setPaused(bool paused)
{
    m_readNotifier.setEnabled(!paused && !m_atEnd);
}

} // namespace Skillet::Runner
