// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/rows.h"

#include "progress/schema.h"
#include "progress/summaries.h"

namespace Skillet::Progress {

namespace {

/// A text that is never NULL: the columns are NOT NULL, and a null QString would be bound as NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? QLatin1String("") : text;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Of nobody in particular: empty.
QString idTextOrNone(const QUuid &id)
{
    return id.isNull() ? QLatin1String("") : idText(id);
}

/// Whether the row has as many columns as such a row has now, or had in the version before.
template <typename Column>
bool hasColumns(const QVariantList &columns)
{
    return columns.size() == static_cast<qsizetype>(Column::Count)
        || columns.size() == static_cast<qsizetype>(Column::CountBefore);
}

/// Invalid, that is empty or 0, when the row was written before there was such a column.
template <typename Column>
QVariant at(const QVariantList &columns, Column column)
{
    return columns.value(static_cast<qsizetype>(column));
}

template <typename Column>
QUuid idAt(const QVariantList &columns, Column column)
{
    return QUuid::fromString(at(columns, column).toString());
}

template <typename Column>
std::optional<QDateTime> momentAt(const QVariantList &columns, Column atMs, Column zone)
{
    bool isNumber = false;
    const qint64 milliseconds = at(columns, atMs).toLongLong(&isNumber);
    const QDateTime when = momentFrom({milliseconds, at(columns, zone).toString()});
    return isNumber && when.isValid() ? std::optional(when) : std::nullopt;
}

MaybeFailure append(Database &database, const Attempt &attempt)
{
    const StoredMoment moment = storedMoment(attempt.when);
    return database.run(
        QStringLiteral("INSERT INTO attempts (id, course, course_version, exercise, kind, outcome, "
                       "at_ms, zone, duration_ms, hints_used, error_class, code, learner, failed_check, "
                       "checks_passed, checks_total) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        {idText(attempt.id), notNull(attempt.course), notNull(attempt.courseVersion),
         notNull(attempt.exercise), notNull(attempt.kind), outcomeName(attempt.outcome), moment.milliseconds,
         moment.zone, attempt.durationMs, attempt.hintsUsed, notNull(attempt.errorClass),
         notNull(attempt.code), idTextOrNone(attempt.learner), notNull(attempt.failedCheck),
         attempt.checksPassed, attempt.checksTotal});
}

MaybeFailure append(Database &database, const Event &event)
{
    const StoredMoment moment = storedMoment(event.when);
    return database.run(
        QStringLiteral(
            "INSERT INTO events (id, course, kind, item, at_ms, zone, day, learner, course_version, detail) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        {idText(event.id), notNull(event.course), eventKindName(event.kind), notNull(event.item),
         moment.milliseconds, moment.zone, event.when.date().toString(Qt::ISODate),
         idTextOrNone(event.learner), notNull(event.courseVersion), notNull(event.detail)});
}

MaybeFailure append(Database &database, const Incident &incident)
{
    const StoredMoment moment = storedMoment(incident.when);
    return database.run(
        QStringLiteral(
            "INSERT INTO incidents (id, course, exercise, error_class, cause, source, at_ms, zone, "
            "day, line, place, learner, course_version, attempt) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        {idText(incident.id), notNull(incident.course), notNull(incident.exercise),
         notNull(incident.errorClass), notNull(incident.cause), incidentSourceName(incident.source),
         moment.milliseconds, moment.zone, incident.when.date().toString(Qt::ISODate), incident.line,
         notNull(incident.place), idTextOrNone(incident.learner), notNull(incident.courseVersion),
         idTextOrNone(incident.attempt)});
}

MaybeFailure append(Database &database, const Guess &guess)
{
    const StoredMoment moment = storedMoment(guess.when);
    return database.run(
        QStringLiteral("INSERT INTO guesses (id, course, incident, line, cause, at_ms, zone, day, learner) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"),
        {idText(guess.id), notNull(guess.course), idText(guess.incident), guessAnswerName(guess.line),
         guessAnswerName(guess.cause), moment.milliseconds, moment.zone,
         guess.when.date().toString(Qt::ISODate), idTextOrNone(guess.learner)});
}

/// The row and what follows from it, both or neither.
template <typename Record>
MaybeFailure insertWithSummaries(Database &database, const Record &record)
{
    if (auto failure = database.execute(QStringLiteral("SAVEPOINT record"))) {
        return failure;
    }
    qint64 isNew = 0;
    MaybeFailure failure = append(database, record);
    failure = failure ? failure : database.readNumber(QStringLiteral("SELECT changes()"), isNew);
    if (!failure && isNew > 0) {
        failure = addToSummaries(database, record);
    }
    failure = failure ? failure : database.execute(QStringLiteral("RELEASE record"));
    if (failure) {
        // Both fail where SQLite has ended the transaction by itself, which is as good.
        (void)database.execute(QStringLiteral("ROLLBACK TO record"));
        (void)database.execute(QStringLiteral("RELEASE record"));
    }
    return failure;
}

} // namespace

MaybeFailure insertRow(Database &database, const Attempt &attempt)
{
    return insertWithSummaries(database, attempt);
}

MaybeFailure insertRow(Database &database, const Event &event)
{
    return insertWithSummaries(database, event);
}

MaybeFailure insertRow(Database &database, const Incident &incident)
{
    return insertWithSummaries(database, incident);
}

MaybeFailure insertRow(Database &database, const Guess &guess)
{
    return insertWithSummaries(database, guess);
}

std::optional<Attempt> attemptFromRow(const QVariantList &columns)
{
    using Column = AttemptColumn;
    if (!hasColumns<Column>(columns)) {
        return std::nullopt;
    }
    const auto outcome = outcomeFromName(at(columns, Column::Outcome).toString());
    const auto when = momentAt(columns, Column::AtMs, Column::Zone);
    if (!outcome || !when) {
        return std::nullopt;
    }
    Attempt attempt;
    attempt.id = idAt(columns, Column::Id);
    attempt.when = *when;
    attempt.course = at(columns, Column::Course).toString();
    attempt.courseVersion = at(columns, Column::CourseVersion).toString();
    attempt.exercise = at(columns, Column::Exercise).toString();
    attempt.kind = at(columns, Column::Kind).toString();
    attempt.outcome = *outcome;
    attempt.durationMs = at(columns, Column::DurationMs).toLongLong();
    attempt.hintsUsed = at(columns, Column::HintsUsed).toInt();
    attempt.errorClass = at(columns, Column::ErrorClass).toString();
    attempt.code = at(columns, Column::Code).toString();
    attempt.learner = idAt(columns, Column::Learner);
    attempt.failedCheck = at(columns, Column::FailedCheck).toString();
    attempt.checksPassed = at(columns, Column::ChecksPassed).toInt();
    attempt.checksTotal = at(columns, Column::ChecksTotal).toInt();
    return whyInvalid(attempt).isEmpty() ? std::optional(attempt) : std::nullopt;
}

std::optional<Event> eventFromRow(const QVariantList &columns)
{
    using Column = EventColumn;
    if (!hasColumns<Column>(columns)) {
        return std::nullopt;
    }
    const auto kind = eventKindFromName(at(columns, Column::Kind).toString());
    const auto when = momentAt(columns, Column::AtMs, Column::Zone);
    if (!kind || !when) {
        return std::nullopt;
    }
    Event event;
    event.id = idAt(columns, Column::Id);
    event.when = *when;
    event.course = at(columns, Column::Course).toString();
    event.kind = *kind;
    event.item = at(columns, Column::Item).toString();
    event.learner = idAt(columns, Column::Learner);
    event.courseVersion = at(columns, Column::CourseVersion).toString();
    event.detail = at(columns, Column::Detail).toString();
    return whyInvalid(event).isEmpty() ? std::optional(event) : std::nullopt;
}

std::optional<Incident> incidentFromRow(const QVariantList &columns)
{
    using Column = IncidentColumn;
    if (!hasColumns<Column>(columns)) {
        return std::nullopt;
    }
    const auto source = incidentSourceFromName(at(columns, Column::Source).toString());
    const auto when = momentAt(columns, Column::AtMs, Column::Zone);
    if (!source || !when) {
        return std::nullopt;
    }
    Incident incident;
    incident.id = idAt(columns, Column::Id);
    incident.when = *when;
    incident.course = at(columns, Column::Course).toString();
    incident.exercise = at(columns, Column::Exercise).toString();
    incident.errorClass = at(columns, Column::ErrorClass).toString();
    incident.cause = at(columns, Column::Cause).toString();
    incident.source = *source;
    incident.line = at(columns, Column::Line).toInt();
    incident.place = at(columns, Column::Place).toString();
    incident.learner = idAt(columns, Column::Learner);
    incident.courseVersion = at(columns, Column::CourseVersion).toString();
    incident.attempt = idAt(columns, Column::Attempt);
    return whyInvalid(incident).isEmpty() ? std::optional(incident) : std::nullopt;
}

std::optional<Guess> guessFromRow(const QVariantList &columns)
{
    using Column = GuessColumn;
    if (!hasColumns<Column>(columns)) {
        return std::nullopt;
    }
    const auto line = guessAnswerFromName(at(columns, Column::Line).toString());
    const auto cause = guessAnswerFromName(at(columns, Column::Cause).toString());
    const auto when = momentAt(columns, Column::AtMs, Column::Zone);
    if (!line || !cause || !when) {
        return std::nullopt;
    }
    Guess guess;
    guess.id = idAt(columns, Column::Id);
    guess.when = *when;
    guess.course = at(columns, Column::Course).toString();
    guess.incident = idAt(columns, Column::Incident);
    guess.line = *line;
    guess.cause = *cause;
    guess.learner = idAt(columns, Column::Learner);
    return whyInvalid(guess).isEmpty() ? std::optional(guess) : std::nullopt;
}

} // namespace Skillet::Progress
