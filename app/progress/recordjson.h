// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/records.h"

#include <QByteArray>

#include <variant>

namespace Skillet::Progress {

using Record = std::variant<Attempt, Event, Incident, Guess>;

/// One line of JSON, without its end: {"format": 2, "attempt": {...}}; the second key may be "event",
/// "incident" or "guess" as well.
[[nodiscard]] QByteArray toJsonLine(const Record &record);
/// Empty when the line is damaged or of a newer format; one of an earlier format has empty values for what
/// it does not tell.
[[nodiscard]] std::optional<Record> recordFromJsonLine(const QByteArray &line);

} // namespace Skillet::Progress
