// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/events.h"
#include "protocol/requests.h"

#include <optional>
#include <string>
#include <string_view>

/// Control messages between the workbench and a worker. Each is one CBOR map in a Control frame: key "t"
/// names the message, the other keys are the struct's members under their own names. Unknown keys are
/// ignored, missing ones take the member's default; a wrong type, an unknown "t", nesting over 32 or trailing
/// bytes make the message refused. All text is UTF-8, or the message is refused.
///
/// Order: the workbench sends Hello first, the worker answers with Welcome or Refusal. The worker sends
/// nothing about a run before its Execute or CheckAttempt, and ends each run with exactly one RunFinished,
/// after all its output.
namespace Skillet::Protocol {

[[nodiscard]] std::string encodeRequest(const Request &request);
[[nodiscard]] std::string encodeEvent(const Event &event);

/// Nothing when the bytes are not a request (or event) as documented above; `why`, when given, says what was
/// wrong. Never throws, whatever the bytes.
[[nodiscard]] std::optional<Request> decodeRequest(std::string_view bytes, std::string *why = nullptr);
[[nodiscard]] std::optional<Event> decodeEvent(std::string_view bytes, std::string *why = nullptr);

/// The same members as on the wire, as JSON text: for programs in Python, and for people. Bytes that are not
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string encodeAsJson(const Traceback &traceback);

} // namespace Skillet::Protocol
