// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/schema.h"

#include "progress/summaries.h"

#include <QStringList>

#include <array>

namespace Skillet::Progress {

namespace {

/// The statements that lead from one version to the next. A step that has shipped is never changed.
using Step = QStringList (*)();

// All tables are append-only: a row is written once and never changed, which is what lets recovery take rows
// from any page that can still be read. Long texts stand last, so that the rest of a row stays on one page.
QStringList stepTo1()
{
    return {
        QStringLiteral(
            "CREATE TABLE attempts ("
            "seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
            "course_version TEXT NOT NULL, exercise TEXT NOT NULL, kind TEXT NOT NULL, "
            "outcome TEXT NOT NULL, at_ms INTEGER NOT NULL, zone TEXT NOT NULL, "
            "duration_ms INTEGER NOT NULL, hints_used INTEGER NOT NULL, error_class TEXT NOT NULL, "
            "code TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE events ("
                       "seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
                       "kind TEXT NOT NULL, item TEXT NOT NULL, at_ms INTEGER NOT NULL, zone TEXT NOT NULL, "
                       "day TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX attempts_by_exercise ON attempts (course, exercise, outcome)"),
        QStringLiteral("CREATE INDEX events_by_item ON events (course, item, kind)"),
        QStringLiteral("CREATE INDEX events_by_day ON events (kind, day, at_ms)"),
        QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId),
    };
}

QStringList stepTo2()
{
    return {
        QStringLiteral("CREATE TABLE incidents ("
                       "seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
                       "exercise TEXT NOT NULL, error_class TEXT NOT NULL, cause TEXT NOT NULL, "
                       "source TEXT NOT NULL, at_ms INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL, "
                       "line INTEGER NOT NULL, place TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE guesses ("
                       "seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
                       "incident TEXT NOT NULL, line TEXT NOT NULL, cause TEXT NOT NULL, "
                       "at_ms INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX incidents_by_time ON incidents (at_ms, seq)"),
        QStringLiteral("CREATE INDEX incidents_by_cause ON incidents (course, cause, at_ms)"),
    };
}

QStringList stepTo3()
{
    const auto textColumn = [](const char *table, const char *column) {
        return QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 TEXT NOT NULL DEFAULT ''")
            .arg(QLatin1String(table), QLatin1String(column));
    };
    const auto numberColumn = [](const char *table, const char *column) {
        return QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 INTEGER NOT NULL DEFAULT 0")
            .arg(QLatin1String(table), QLatin1String(column));
    };
    return {
        textColumn("attempts", "learner"),
        textColumn("attempts", "failed_check"),
        numberColumn("attempts", "checks_passed"),
        numberColumn("attempts", "checks_total"),
        textColumn("events", "learner"),
        textColumn("events", "course_version"),
        textColumn("events", "detail"),
        textColumn("incidents", "learner"),
        textColumn("incidents", "course_version"),
        textColumn("incidents", "attempt"),
        textColumn("guesses", "learner"),
        QStringLiteral("CREATE TABLE meta (seq INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX meta_by_key ON meta (key, seq)"),
    };
}

/// Summaries, see summaries.h. Without row ids they lie on pages of another kind than the records, so that
/// recovery never takes one for the other; migrate() fills them.
QStringList stepTo4()
{
    return {
        QStringLiteral("CREATE TABLE exercise_days (course TEXT NOT NULL, exercise TEXT NOT NULL, "
                       "day TEXT NOT NULL, kind TEXT NOT NULL, attempts INTEGER NOT NULL, "
                       "passes INTEGER NOT NULL, unaided INTEGER NOT NULL, first_ms INTEGER NOT NULL, "
                       "first_passed INTEGER NOT NULL, first_hints INTEGER NOT NULL, "
                       "PRIMARY KEY (course, exercise, day)) WITHOUT ROWID"),
        QStringLiteral("CREATE TABLE cause_days (cause TEXT NOT NULL, error_class TEXT NOT NULL, "
                       "day TEXT NOT NULL, count INTEGER NOT NULL, "
                       "PRIMARY KEY (cause, error_class, day)) WITHOUT ROWID"),
    };
}

constexpr int SummariesVersion = 4;

constexpr std::array<Step, SchemaVersion> Steps{stepTo1, stepTo2, stepTo3, stepTo4};

} // namespace

MaybeFailure migrate(Database &database, int version)
{
    for (int next = version + 1; next <= SchemaVersion; ++next) {
        const QStringList statements = Steps[static_cast<std::size_t>(next - 1)]();
        for (const QString &statement : statements) {
            if (auto failure = database.execute(statement)) {
                return failure;
            }
        }
        if (auto failure = database.execute(QStringLiteral("PRAGMA user_version = %1").arg(next))) {
            return failure;
        }
    }
    return version > 0 && version < SummariesVersion ? rebuildSummaries(database) : std::nullopt;
}

} // namespace Skillet::Progress
