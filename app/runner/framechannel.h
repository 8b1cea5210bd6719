// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/frame.h"
#include "runner/descriptor.h"

#include <QObject>
#include <QSocketNotifier>

#include <optional>
#include <string>
#include <string_view>

namespace Skillet::Runner {

/// The workbench's end of a protocol socket: frames out as fast as the other side takes them, frames in one
/// at a time as the owner asks for them. Never blocks. Judges no message.
class FrameChannel final : public QObject
{
    Q_OBJECT

public:
    /// `socket` must be non-blocking.
    explicit FrameChannel(Descriptor socket, QObject *parent = nullptr);

    /// Sends now or, when the socket is full, as soon as it takes more. Does nothing once the other end is
    /// gone.
    void send(std::string_view frame);

    /// The next whole frame among the bytes that are here; nothing when more have to come.
    [[nodiscard]] std::optional<Protocol::Frame> next();

    /// The other end is closed and all it sent has been returned by next().
    [[nodiscard]] bool atEnd() const { return m_atEnd; }

    /// The bytes are no frames: nothing more will come of them.
    [[nodiscard]] bool isBroken() const
    {
        return m_decoder.problem() != Protocol::FrameDecoder::Problem::None;
    }

    /// Bytes of a frame that was not finished.
    [[nodiscard]] std::string_view rest() const { return m_decoder.rest(); }

    /// While paused, readable() is not emitted.
    void setPaused(bool paused);

Q_SIGNALS:
    /// next() may have something, or the end was reached.
    void readable();

private:
    enum class Read { Some, NothingYet, End };

    Read readMore();
    void writeMore();

    Descriptor m_socket;
    Protocol::FrameDecoder m_decoder;
    std::string m_outgoing; // what the socket did not take yet
    bool m_atEnd = false;
    bool m_deaf = false; // the other end does not read any more
    // Last: they must go before the socket is closed.
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
};

} // namespace Skillet::Runner
