// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/records.h"

#include <QByteArray>

#include <variant>

namespace Skillet::Progress {

using Record = std::variant<Attempt, Event, Incident, Guess>;

/// One line of JSON, without its end: {"format": 1, "attempt": {...}}; the second key may be "event",
/// "incident" or "guess" as well.
[[nodiscard]] QByteArray toJsonLine(const Record &record);
/// Empty when the line is damaged or of another format.
[[nodiscard]] std::optional<Record> recordFromJsonLine(const QByteArray &line);

} // namespace Skillet::Progress
