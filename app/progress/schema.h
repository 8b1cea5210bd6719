// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/database.h"

namespace Skillet::Progress {

/// Version of the newest schema known here, kept as SQLite's user_version.
inline constexpr int SchemaVersion = 4;
/// "SKLT": marks the file as ours, kept as SQLite's application_id.
inline constexpr qint64 ApplicationId = 0x534B4C54;
/// In bytes; SQLite's default, which recovery relies on.
inline constexpr int PageSize = 4096;

/// Columns of the tables in their order, as recovery finds them in a damaged file; it tells the tables apart
/// by how many they have, so no two tables may ever have had the same number. `CountBefore`: of the version
/// before, whose rows stay as short as they were written; what they lack is empty.
enum class AttemptColumn {
    Seq,
    Id,
    Course,
    CourseVersion,
    Exercise,
    Kind,
    Outcome,
    AtMs,
    Zone,
    DurationMs,
    HintsUsed,
    ErrorClass,
    Code,
    CountBefore,
    Learner = CountBefore,
    FailedCheck,
    ChecksPassed,
    ChecksTotal,
    Count
};
enum class EventColumn {
    Seq,
    Id,
    Course,
    Kind,
    Item,
    AtMs,
    Zone,
    Day,
    CountBefore,
    Learner = CountBefore,
    CourseVersion,
    Detail,
    Count
};
enum class IncidentColumn {
    Seq,
    Id,
    Course,
    Exercise,
    ErrorClass,
    Cause,
    Source,
    AtMs,
    Zone,
    Day,
    Line,
    Place,
    CountBefore,
    Learner = CountBefore,
    CourseVersion,
    Attempt,
    Count
};
enum class GuessColumn {
    Seq,
    Id,
    Course,
    Incident,
    Line,
    Cause,
    AtMs,
    Zone,
    Day,
    CountBefore,
    Learner = CountBefore,
    Count
};
enum class MetaColumn { Seq, Key, Value, Count };

/// Brings the schema from `version` (0: an empty file) to SchemaVersion, step by step. Call inside a
/// transaction.
[[nodiscard]] MaybeFailure migrate(Database &database, int version);

} // namespace Skillet::Progress
