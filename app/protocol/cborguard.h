// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace Skillet::Protocol {

inline constexpr int DeepestNesting = 32;
/// More values than any honest message has; keeps 16 MiB of one-byte values from becoming gigabytes.
inline constexpr std::size_t MostValues = 500'000;

/// What is wrong with these bytes as one CBOR value of bounded depth and size whose text is UTF-8, or
/// nothing. Builds no tree, and stops at the first problem.
[[nodiscard]] std::optional<std::string> problemInCbor(std::string_view bytes);

/// Whether the bytes are well-formed UTF-8 (no surrogates, nothing over U+10FFFF, no overlong forms).
[[nodiscard]] bool isUtf8(std::string_view bytes);

} // namespace Skillet::Protocol
