// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Skillet::Protocol {

/// Version of frames and messages together. It goes up when either side would misread the other.
inline constexpr std::uint32_t Version = 3;

/// A frame's payload is refused above this size, before any memory is reserved for it.
inline constexpr std::size_t LargestPayload = std::size_t{16} * 1024 * 1024;

enum class FrameType : std::uint8_t {
    Control = 1, ///< one CBOR-encoded message, see messages.h
    Stdout = 2, ///< raw bytes that the run wrote to descriptor 1
    Stderr = 3, ///< raw bytes that the run wrote to descriptor 2
};

/// One unit on the wire: a 32-bit little-endian payload length, the type (one byte), the run id (32 bits,
/// little endian; 0 = belongs to no run), then the payload.
struct Frame
{
    FrameType type = FrameType::Control;
    std::uint32_t run = 0;
    std::string payload;

    friend bool operator==(const Frame &, const Frame &) = default;
};

/// Bytes before the payload.
inline constexpr std::size_t HeaderSize = 9;

/// The frame as bytes. \pre payload.size() <= LargestPayload
[[nodiscard]] std::string encodeFrame(FrameType type, std::uint32_t run, std::string_view payload);

/// The bytes before a payload of that size, for a sender that has the payload elsewhere.
/// \pre payloadSize <= LargestPayload
[[nodiscard]] std::string encodeFrameHeader(FrameType type, std::uint32_t run, std::size_t payloadSize);

/// Cuts a byte stream into frames. A pure class over bytes: no descriptor, no clock.
class FrameDecoder final
{
public:
    enum class Problem { None, PayloadTooLarge, UnknownType };

    /// Takes any number of bytes, split anywhere. Ignored after a problem.
    void feed(std::string_view bytes);

    /// The next whole frame, or nothing while more bytes are needed or after a problem.
    [[nodiscard]] std::optional<Frame> next();

    /// A problem is final: the stream cannot be trusted any more.
    [[nodiscard]] Problem problem() const { return m_problem; }

    /// Bytes fed and not yet returned in a frame.
    [[nodiscard]] std::size_t pending() const { return m_buffer.size() - m_read; }

    /// Those bytes themselves, until the next call: the beginning of a frame that its sender could not
    /// finish.
    [[nodiscard]] std::string_view rest() const { return std::string_view(m_buffer).substr(m_read); }

private:
    std::string m_buffer;
    std::size_t m_read = 0; // consumed prefix of m_buffer, cut off when it grows
    Problem m_problem = Problem::None;
};

} // namespace Skillet::Protocol
