// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

#include "fuzztarget.h"

#include <string_view>
#include <vector>

using namespace Skillet::Protocol;

namespace {

std::vector<Frame> takeAll(FrameDecoder &decoder)
{
    std::vector<Frame> frames;
    while (auto frame = decoder.next())
        frames.push_back(std::move(*frame));
    return frames;
}

} // namespace

/// The first byte tells in what pieces the others are fed: the frames must not depend on it, and must be what
/// was fed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::size_t step = std::size_t{1} + data[0];
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);

    FrameDecoder whole;
    whole.feed(bytes);
    const std::vector<Frame> frames = takeAll(whole);

    FrameDecoder cut;
    std::vector<Frame> pieces;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        cut.feed(bytes.substr(at, step));
        for (Frame &frame : takeAll(cut))
            pieces.push_back(std::move(frame));
    }
    require(frames == pieces, "frames do not depend on how the bytes arrive");
    require(whole.problem() == cut.problem(), "nor does the problem");

    std::string encoded;
    for (const Frame &frame : frames) {
        require(frame.payload.size() <= LargestPayload, "no payload is larger than allowed");
        encoded += encodeFrame(frame.type, frame.run, frame.payload);
    }
    require(bytes.substr(0, encoded.size()) == encoded, "the frames are what was fed");
    require(encoded.size() + whole.pending() == bytes.size(), "and no byte is lost");
    return 0;
}
