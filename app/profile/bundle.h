// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

/// A learner's progress in one file, `NAME.skilletprofile`: a zip with exactly these files at its top.
///
///   manifest.json    {"format": "skillet-profile", "version": 1, "files": {"attempts.jsonl":
///                    {"records": 2, "bytes": 812, "sha256": "..."}, ...}}; each file below is named
///   attempts.jsonl   a record a line, as in progress/recordjson.h, each line ended by a line feed;
///                    compact, the keys sorted, each once
///   events.jsonl     incidents.jsonl     guesses.jsonl     likewise
///
/// A record is known by its UUID: what is there already is left as it is.
namespace Skillet::Profile {

struct ImportReport
{
    qint64 records = 0; ///< in the bundle
    qint64 added = 0; ///< that were not in the database yet
};

/// Writes all records of the progress `database`, which may be in use, into the new file `bundle`.
/// \return how many. Nothing is left behind when it fails.
[[nodiscard]] Core::Result<qint64> exportBundle(const QString &database, const QString &bundle);

/// Adds the records of `bundle` to the progress `database`, which is made when it is not there. All of the
/// bundle is proven before the first is added, and all are added or none. May take long: not for the window's
/// thread.
[[nodiscard]] Core::Result<ImportReport> importBundle(const QString &bundle, const QString &database);

} // namespace Skillet::Profile
