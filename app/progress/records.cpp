// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/records.h"

#include <QTimeZone>

#include <array>
#include <utility>

namespace Skillet::Progress {

namespace {

constexpr std::array<std::pair<Outcome, const char *>, 6> OutcomeNames{{
    {Outcome::Passed, "passed"},
    {Outcome::Failed, "failed"},
    {Outcome::Error, "error"},
    {Outcome::TimedOut, "timed-out"},
    {Outcome::Crashed, "crashed"},
    {Outcome::Stopped, "stopped"},
}};

constexpr std::array<std::pair<EventKind, const char *>, 12> EventKindNames{{
    {EventKind::LessonOpened, "lesson-opened"},
    {EventKind::LessonFinished, "lesson-finished"},
    {EventKind::ExerciseOpened, "exercise-opened"},
    {EventKind::HintShown, "hint-shown"},
    {EventKind::Active, "active"},
    {EventKind::HelpSwitchedOff, "help-off"},
    {EventKind::HelpSwitchedOn, "help-on"},
    {EventKind::Recalled, "recalled"},
    {EventKind::Overridden, "overridden"},
    {EventKind::Planned, "planned"},
    {EventKind::Noted, "noted"},
    {EventKind::Shared, "shared"},
}};

constexpr std::array<std::pair<IncidentSource, const char *>, 4> IncidentSourceNames{{
    {IncidentSource::Prompt, "prompt"},
    {IncidentSource::File, "file"},
    {IncidentSource::Check, "check"},
    {IncidentSource::Pasted, "pasted"},
}};

constexpr std::array<std::pair<GuessAnswer, const char *>, 4> GuessAnswerNames{{
    {GuessAnswer::NotAsked, "not-asked"},
    {GuessAnswer::Right, "right"},
    {GuessAnswer::Wrong, "wrong"},
    {GuessAnswer::GivenUp, "given-up"},
}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value) {
            return QLatin1String(name);
        }
    }
    return {};
}

template <typename Value, std::size_t Size>
std::optional<Value> valueIn(const std::array<std::pair<Value, const char *>, Size> &names,
                             const QString &name)
{
    for (const auto &[value, candidate] : names) {
        if (name == QLatin1String(candidate)) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QString outcomeName(Outcome outcome)
{
    return nameIn(OutcomeNames, outcome);
}

std::optional<Outcome> outcomeFromName(const QString &name)
{
    return valueIn(OutcomeNames, name);
}

QString eventKindName(EventKind kind)
{
    return nameIn(EventKindNames, kind);
}

std::optional<EventKind> eventKindFromName(const QString &name)
{
    return valueIn(EventKindNames, name);
}

QString incidentSourceName(IncidentSource source)
{
    return nameIn(IncidentSourceNames, source);
}

std::optional<IncidentSource> incidentSourceFromName(const QString &name)
{
    return valueIn(IncidentSourceNames, name);
}

QString guessAnswerName(GuessAnswer answer)
{
    return nameIn(GuessAnswerNames, answer);
}

std::optional<GuessAnswer> guessAnswerFromName(const QString &name)
{
    return valueIn(GuessAnswerNames, name);
}

StoredMoment storedMoment(const QDateTime &when)
{
    QTimeZone zone = when.timeZone();
    if (when.timeSpec() == Qt::OffsetFromUTC || !zone.isValid()) {
        zone = QTimeZone(when.offsetFromUtc());
    }
    return {when.toMSecsSinceEpoch(), QString::fromLatin1(zone.id())};
}

QDateTime momentFrom(const StoredMoment &stored)
{
    const QTimeZone zone(stored.zone.toLatin1());
    return QDateTime::fromMSecsSinceEpoch(stored.milliseconds, zone.isValid() ? zone : QTimeZone::utc());
}

QString whyInvalid(const Attempt &attempt)
{
    if (attempt.id.isNull() || !attempt.when.isValid()) {
        return QStringLiteral("an attempt without an id or a time");
    }
    const bool named = !attempt.course.isEmpty() && !attempt.exercise.isEmpty();
    return named ? QString() : QStringLiteral("an attempt without a course or an exercise");
}

QString whyInvalid(const Event &event)
{
    if (event.id.isNull() || !event.when.isValid()) {
        return QStringLiteral("an event without an id or a time");
    }
    const bool isAnywhere = event.kind == EventKind::Active || event.kind == EventKind::HelpSwitchedOff
        || event.kind == EventKind::HelpSwitchedOn || event.kind == EventKind::Planned
        || event.kind == EventKind::Shared;
    const bool named = !event.course.isEmpty() && (!event.item.isEmpty() || isAnywhere);
    return named ? QString() : QStringLiteral("an event without a course or an item");
}

QString whyInvalid(const Incident &incident)
{
    if (incident.id.isNull() || !incident.when.isValid()) {
        return QStringLiteral("an incident without an id or a time");
    }
    const bool named = !incident.errorClass.isEmpty() && !incident.cause.isEmpty();
    return named ? QString() : QStringLiteral("an incident without a class or a cause");
}

QString whyInvalid(const Guess &guess)
{
    if (guess.id.isNull() || !guess.when.isValid()) {
        return QStringLiteral("a guess without an id or a time");
    }
    return guess.incident.isNull() ? QStringLiteral("a guess without its incident") : QString();
}

} // namespace Skillet::Progress
