// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/rows.h"
#include "progress/storeprivate.h"
#include "progress/summaries.h"

#include <QSqlRecord>

namespace Skillet::Progress {

Core::Result<QList<ExerciseDay>> Store::exerciseDays(const QString &course) const
{
    QList<ExerciseDay> days;
    const auto done = d->perform([&] { return readExerciseDays(*d->database, course, days); });
    return done ? Core::Result<QList<ExerciseDay>>(days) : done.error();
}

Core::Result<QList<CauseDay>> Store::causeDays() const
{
    QList<CauseDay> days;
    const auto done = d->perform([&] { return readCauseDays(*d->database, days); });
    return done ? Core::Result<QList<CauseDay>>(days) : done.error();
}

Core::Result<QHash<QDate, int>> Store::minutesByDay() const
{
    QHash<QDate, int> minutes;
    const auto done = d->perform([&] { return readMinutesByDay(*d->database, minutes); });
    return done ? Core::Result<QHash<QDate, int>>(minutes) : done.error();
}

Core::Result<QHash<QString, int>> Store::minutesByItem(const QString &course) const
{
    QHash<QString, int> minutes;
    const auto done = d->perform([&] { return readMinutesByItem(*d->database, course, minutes); });
    return done ? Core::Result<QHash<QString, int>>(minutes) : done.error();
}

Core::Result<QList<Event>> Store::events(const QString &course, EventKind kind) const
{
    const auto rows =
        d->read(QStringLiteral("SELECT * FROM events WHERE course = ? AND kind = ? ORDER BY at_ms, seq"),
                {course, eventKindName(kind)});
    if (!rows) {
        return rows.error();
    }
    QList<Event> events;
    for (const QVariantList &row : rows.value()) {
        if (const auto event = eventFromRow(row)) {
            events.append(*event);
        }
    }
    return events;
}

Core::Result<int> Store::hintsInThisPractice(const QString &course, const QString &exercise,
                                             const QDateTime &dayStart) const
{
    return d->count(
        QStringLiteral("SELECT count(*) FROM events WHERE course = ? AND item = ? AND kind = ? AND at_ms > "
                       "coalesce((SELECT max(at_ms) FROM attempts WHERE course = ? AND exercise = ? "
                       "AND outcome = ? AND at_ms < ?), 0)"),
        {course, exercise, eventKindName(EventKind::HintShown), course, exercise,
         outcomeName(Outcome::Passed), dayStart.toMSecsSinceEpoch()});
}

} // namespace Skillet::Progress
