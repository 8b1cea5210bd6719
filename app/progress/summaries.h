// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "progress/database.h"
#include "progress/records.h"

#include <QDate>
#include <QHash>
#include <QList>

namespace Skillet::Progress {

/// What a learner did with one exercise on one local day.
struct ExerciseDay
{
    QString exercise;
    QString kind; ///< Course::kindName
    QDate day;
    int attempts = 0;
    int passes = 0;
    int unaided = 0; ///< of the passes, those without a hint
    bool firstPassed = false; ///< how the day's first attempt ended
    int firstHints = 0; ///< hints that it had
};

/// How often an error with one cause was met on one local day, tracebacks that were pasted left out.
struct CauseDay
{
    QString cause;
    QString errorClass;
    QDate day;
    int count = 0;
};

/// Summaries are derived: they follow from the rows of attempts and incidents, are kept in the transaction
/// that appends those, and can be made anew at any time. They let years of practice be shown without reading
/// every attempt. Each function needs the schema of this version.
[[nodiscard]] MaybeFailure addToSummaries(Database &database, const Attempt &attempt);
[[nodiscard]] MaybeFailure addToSummaries(Database &database, const Incident &incident);
[[nodiscard]] inline MaybeFailure addToSummaries(Database & /*database*/, const Event & /*event*/)
{
    return std::nullopt;
}
[[nodiscard]] inline MaybeFailure addToSummaries(Database & /*database*/, const Guess & /*guess*/)
{
    return std::nullopt;
}

/// Forgets all summaries and makes them from the records. Call inside a transaction.
[[nodiscard]] MaybeFailure rebuildSummaries(Database &database);

/// By exercise, then by day.
[[nodiscard]] MaybeFailure readExerciseDays(Database &database, const QString &course,
                                            QList<ExerciseDay> &days);
/// By day.
[[nodiscard]] MaybeFailure readCauseDays(Database &database, QList<CauseDay> &days);
/// Minutes with an Active event, of all courses.
[[nodiscard]] MaybeFailure readMinutesByDay(Database &database, QHash<QDate, int> &minutes);
/// Minutes with an Active event by the lesson or exercise that was open.
[[nodiscard]] MaybeFailure readMinutesByItem(Database &database, const QString &course,
                                             QHash<QString, int> &minutes);

} // namespace Skillet::Progress
