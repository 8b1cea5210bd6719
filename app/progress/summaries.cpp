// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/summaries.h"

#include "progress/rows.h"

#include <QSqlRecord>

namespace Skillet::Progress {

namespace {

QVariantList columnsOf(const QSqlQuery &row)
{
    QVariantList columns;
    for (int i = 0; i < row.record().count(); ++i) {
        columns.append(row.value(i));
    }
    return columns;
}

/// Adds every record of a table; `fromRow` makes one of a row.
template <typename FromRow>
MaybeFailure addAll(Database &database, const QString &table, const FromRow &fromRow)
{
    MaybeFailure inner;
    const MaybeFailure outer = database.run(QStringLiteral("SELECT * FROM %1 ORDER BY seq").arg(table), {},
                                            [&](const QSqlQuery &row) {
                                                const auto record = fromRow(columnsOf(row));
                                                if (record && !inner) {
                                                    inner = addToSummaries(database, *record);
                                                }
                                            });
    return outer ? outer : inner;
}

QDate dateOf(const QVariant &day)
{
    return QDate::fromString(day.toString(), Qt::ISODate);
}

} // namespace

MaybeFailure addToSummaries(Database &database, const Attempt &attempt)
{
    const bool passed = attempt.outcome == Outcome::Passed;
    // The day's first attempt is the earliest, not the one that was recorded first: another machine's may
    // come later.
    return database.run(
        QStringLiteral(
            "INSERT INTO exercise_days (course, exercise, day, kind, attempts, passes, unaided, first_ms, "
            "first_passed, first_hints) VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?) "
            "ON CONFLICT (course, exercise, day) DO UPDATE SET attempts = attempts + 1, "
            "passes = passes + excluded.passes, unaided = unaided + excluded.unaided, "
            "first_passed = iif(excluded.first_ms < first_ms, excluded.first_passed, first_passed), "
            "first_hints = iif(excluded.first_ms < first_ms, excluded.first_hints, first_hints), "
            "first_ms = min(first_ms, excluded.first_ms)"),
        {attempt.course, attempt.exercise, attempt.when.date().toString(Qt::ISODate),
         attempt.kind.isNull() ? QLatin1String("") : attempt.kind, int(passed),
         int(passed && attempt.hintsUsed == 0), attempt.when.toMSecsSinceEpoch(), int(passed),
         attempt.hintsUsed});
}

MaybeFailure addToSummaries(Database &database, const Incident &incident)
{
    if (incident.source == IncidentSource::Pasted) {
        return std::nullopt;
    }
    return database.run(
        QStringLiteral("INSERT INTO cause_days (cause, error_class, day, count) VALUES (?, ?, ?, 1) "
                       "ON CONFLICT (cause, error_class, day) DO UPDATE SET count = count + 1"),
        {incident.cause, incident.errorClass, incident.when.date().toString(Qt::ISODate)});
}

MaybeFailure rebuildSummaries(Database &database)
{
    for (const char *statement : {"DELETE FROM exercise_days", "DELETE FROM cause_days"}) {
        if (auto failure = database.execute(QLatin1String(statement))) {
            return failure;
        }
    }
    if (auto failure = addAll(database, QStringLiteral("attempts"), attemptFromRow)) {
        return failure;
    }
    return addAll(database, QStringLiteral("incidents"), incidentFromRow);
}

MaybeFailure readExerciseDays(Database &database, const QString &course, QList<ExerciseDay> &days)
{
    days.clear();
    return database.run(
        QStringLiteral("SELECT exercise, kind, day, attempts, passes, unaided, first_passed, first_hints "
                       "FROM exercise_days WHERE course = ? ORDER BY exercise, day"),
        {course}, [&days](const QSqlQuery &row) {
            ExerciseDay day;
            day.exercise = row.value(0).toString();
            // Shared with the row before, as most rows have the same exercise.
            if (!days.isEmpty() && days.constLast().exercise == day.exercise) {
                day.exercise = days.constLast().exercise;
                day.kind = days.constLast().kind;
            } else {
                day.kind = row.value(1).toString();
            }
            day.day = dateOf(row.value(2));
            day.attempts = row.value(3).toInt();
            day.passes = row.value(4).toInt();
            day.unaided = row.value(5).toInt();
            day.firstPassed = row.value(6).toBool();
            day.firstHints = row.value(7).toInt();
            days.append(day);
        });
}

MaybeFailure readCauseDays(Database &database, QList<CauseDay> &days)
{
    days.clear();
    return database.run(
        QStringLiteral("SELECT cause, error_class, day, count FROM cause_days ORDER BY day, cause"), {},
        [&days](const QSqlQuery &row) {
            days.append({row.value(0).toString(), row.value(1).toString(), dateOf(row.value(2)),
                         row.value(3).toInt()});
        });
}

MaybeFailure readMinutesByDay(Database &database, QHash<QDate, int> &minutes)
{
    minutes.clear();
    return database.run(
        QStringLiteral("SELECT day, count(DISTINCT at_ms / 60000) FROM events WHERE kind = ? GROUP BY day"),
        {eventKindName(EventKind::Active)},
        [&minutes](const QSqlQuery &row) { minutes.insert(dateOf(row.value(0)), row.value(1).toInt()); });
}

MaybeFailure readMinutesByItem(Database &database, const QString &course, QHash<QString, int> &minutes)
{
    minutes.clear();
    return database.run(
        QStringLiteral("SELECT item, count(*) FROM events WHERE course = ? AND kind = ? GROUP BY item"),
        {course, eventKindName(EventKind::Active)},
        [&minutes](const QSqlQuery &row) { minutes.insert(row.value(0).toString(), row.value(1).toInt()); });
}

} // namespace Skillet::Progress
