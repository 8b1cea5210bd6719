// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/database.h"
#include "progress/records.h"

#include <QList>
#include <QVariant>

namespace Skillet::Progress {

/// Appends, and keeps the summaries true; a row whose id is there already is left as it is.
[[nodiscard]] MaybeFailure insertRow(Database &database, const Attempt &attempt);
[[nodiscard]] MaybeFailure insertRow(Database &database, const Event &event);
[[nodiscard]] MaybeFailure insertRow(Database &database, const Incident &incident);
[[nodiscard]] MaybeFailure insertRow(Database &database, const Guess &guess);

/// A record from the columns of its row in schema order, `seq` included; empty when they are not such a
/// record.
[[nodiscard]] std::optional<Attempt> attemptFromRow(const QVariantList &columns);
[[nodiscard]] std::optional<Event> eventFromRow(const QVariantList &columns);
[[nodiscard]] std::optional<Incident> incidentFromRow(const QVariantList &columns);
[[nodiscard]] std::optional<Guess> guessFromRow(const QVariantList &columns);

} // namespace Skillet::Progress
