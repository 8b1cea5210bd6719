// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include "fuzztarget.h"

#include <string_view>

using namespace Skillet::Protocol;

/// Whatever the bytes: refused with a reason, or a message that survives the wire.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    std::string why;
    const auto message = decodeRequest(bytes, &why);
    if (!message) {
        require(!why.empty(), "a refusal says why");
        return 0;
    }
    const std::string encoded = encodeRequest(*message);
    const auto again = decodeRequest(encoded, &why);
    require(again.has_value(), "what was understood can be said");
    require(*again == *message, "and means the same");
    return 0;
}
