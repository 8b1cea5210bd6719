// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/database.h"

#include <QLatin1String>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <optional>

namespace Skillet::Progress {

/// What a store knows of itself, by key: append-only as all tables are, so that the newest value of a key
/// counts and earlier ones are kept.
struct MetaEntry
{
    QString key; ///< small letters, dots and dashes: `learner`, `sync.pushed`
    QString value;
};

/// The UUID of whom the store belongs to.
inline constexpr QLatin1String LearnerKey("learner");
/// How that learner wants to be called.
inline constexpr QLatin1String LearnerNameKey("learner.name");

[[nodiscard]] bool isMetaKey(const QString &key);
/// From the columns of its row in schema order; empty when they are no such row.
[[nodiscard]] std::optional<MetaEntry> metaFromRow(const QVariantList &columns);

/// The newest value of `key`; empty without one.
[[nodiscard]] MaybeFailure readMeta(Database &database, const QString &key, QString &value);
[[nodiscard]] MaybeFailure writeMeta(Database &database, const MetaEntry &entry);

/// Reads whom the store belongs to; a store of nobody gets a new learner. Two programs that do so at once
/// get the same one.
[[nodiscard]] MaybeFailure ensureLearner(Database &database, QUuid &learner);

} // namespace Skillet::Progress
