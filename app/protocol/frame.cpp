// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

namespace Skillet::Protocol {

namespace {

constexpr std::size_t TypeOffset = 4;
constexpr std::size_t RunOffset = 5;

void appendLittleEndian(std::string &bytes, std::uint32_t number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<char>((number >> shift) & 0xFFU));
}

std::uint32_t littleEndian(std::string_view bytes)
{
    std::uint32_t number = 0;
    for (unsigned index = 0; index < 4; ++index)
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[index])) << (8 * index);
    return number;
}

bool isKnown(unsigned char type)
{
    return type >= static_cast<unsigned char>(FrameType::Control)
        && type <= static_cast<unsigned char>(FrameType::Stderr);
}

} // namespace

std::string encodeFrameHeader(FrameType type, std::uint32_t run, std::size_t payloadSize)
{
    std::string bytes;
    bytes.reserve(HeaderSize);
    appendLittleEndian(bytes, static_cast<std::uint32_t>(payloadSize));
    bytes.push_back(static_cast<char>(type));
    appendLittleEndian(bytes, run);
    return bytes;
}

std::string encodeFrame(FrameType type, std::uint32_t run, std::string_view payload)
{
    std::string bytes = encodeFrameHeader(type, run, payload.size());
    bytes.append(payload);
    return bytes;
}

void FrameDecoder::feed(std::string_view bytes)
{
    if (m_problem != Problem::None)
        return;
    // Cutting only when at least half is consumed keeps the copying linear in the bytes fed.
    if (m_read > 0 && m_read >= m_buffer.size() / 2) {
        m_buffer.erase(0, m_read);
        m_read = 0;
    }
    m_buffer.append(bytes);
}

std::optional<Frame> FrameDecoder::next()
{
    if (m_problem != Problem::None)
        return std::nullopt;
    const std::string_view rest = std::string_view(m_buffer).substr(m_read);

    // Each header field is judged as soon as it is there: a bad stream must not be waited for.
    if (rest.size() < TypeOffset)
        return std::nullopt;
    const std::size_t length = littleEndian(rest);
    if (length > LargestPayload) {
        m_problem = Problem::PayloadTooLarge;
        return std::nullopt;
    }
    if (rest.size() < RunOffset)
        return std::nullopt;
    if (!isKnown(static_cast<unsigned char>(rest[TypeOffset]))) {
        m_problem = Problem::UnknownType;
        return std::nullopt;
    }
    if (rest.size() < HeaderSize + length)
        return std::nullopt;

    Frame frame;
    frame.type = static_cast<FrameType>(rest[TypeOffset]);
    frame.run = littleEndian(rest.substr(RunOffset));
    frame.payload.assign(rest.substr(HeaderSize, length));
    m_read += HeaderSize + length;
    return frame;
}

} // namespace Skillet::Protocol
