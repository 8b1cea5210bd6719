// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLatin1String>
#include <QString>
#include <QUuid>

#include <optional>

namespace Skillet::Progress {

/// How an attempt ended.
enum class Outcome { Passed, Failed, Error, TimedOut, Crashed, Stopped };

/// One try at an exercise. Recorded once, never changed.
struct Attempt
{
    QUuid id = QUuid::createUuid();
    QDateTime when = QDateTime::currentDateTime(); ///< with its zone
    QString course;
    QString courseVersion;
    QString exercise;
    QString kind; ///< Course::kindName
    Outcome outcome = Outcome::Failed;
    qint64 durationMs = 0; ///< of the check itself
    int hintsUsed = 0;
    QString code; ///< what was checked
    QString errorClass; ///< `KeyError`, empty without an exception
    QUuid learner; ///< null: whoever the store belongs to
    QString failedCheck; ///< id of the first check that did not pass; empty: all did, or it came to none
    int checksPassed = 0;
    int checksTotal = 0; ///< 0: it came to none, or an earlier Skillet did not keep it
};

enum class EventKind {
    LessonOpened,
    LessonFinished,
    ExerciseOpened,
    HintShown,
    Active, ///< one minute in which the learner did something
    HelpSwitchedOff, ///< from here on the learner writes without help
    HelpSwitchedOn,
    Recalled, ///< an item of the recall queue was answered; `detail` tells how
    Overridden, ///< the learner set the state of an item; `detail` tells to what and why
    Planned, ///< the learner chose a plan, which `detail` holds
    Noted, ///< the learner wrote a note to an item, which `detail` holds
    Shared, ///< the learner let an instructor see the code, or no longer; see `detail`
};

struct Event
{
    QUuid id = QUuid::createUuid();
    QDateTime when = QDateTime::currentDateTime();
    QString course;
    EventKind kind = EventKind::LessonOpened;
    QString item; ///< id of the lesson or exercise
    QUuid learner; ///< null: whoever the store belongs to
    QString courseVersion; ///< empty: an earlier Skillet did not keep it
    QString detail; ///< a JSON object, by the kind of event; empty: none
};

/// Where an error was met.
enum class IncidentSource {
    Prompt,
    File, ///< a run of a program
    Check,
    Pasted, ///< it was raised elsewhere
};

/// An error that the learner met, without any of the learner's code. Recorded once, never changed.
struct Incident
{
    QUuid id = QUuid::createUuid();
    QDateTime when = QDateTime::currentDateTime();
    QString course; ///< empty: none is open
    QString exercise; ///< empty: outside of all
    QString errorClass; ///< `KeyError`
    QString cause; ///< id of a known cause, or unknownCause
    IncidentSource source = IncidentSource::Prompt;
    QString place; ///< file, relative to the workspace, or its name alone; empty: not known
    int line = -1; ///< from 1
    QUuid learner; ///< null: whoever the store belongs to
    QString courseVersion; ///< empty: an earlier Skillet did not keep it
    QUuid attempt; ///< in whose check it was met, which is how an attempt has a cause; null: in none
};
inline constexpr QLatin1String unknownCause("unknown");

/// How the learner did when asked about an error.
enum class GuessAnswer { NotAsked, Right, Wrong, GivenUp };

/// What the learner said of an incident before its explanation was shown.
struct Guess
{
    QUuid id = QUuid::createUuid();
    QDateTime when = QDateTime::currentDateTime();
    QString course;
    QUuid incident;
    GuessAnswer line = GuessAnswer::NotAsked;
    GuessAnswer cause = GuessAnswer::NotAsked;
    QUuid learner; ///< null: whoever the store belongs to
};

/// Names as they are kept in files: `passed`, `timed-out`, `lesson-opened`, ...
[[nodiscard]] QString outcomeName(Outcome outcome);
[[nodiscard]] std::optional<Outcome> outcomeFromName(const QString &name);
[[nodiscard]] QString eventKindName(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromName(const QString &name);
[[nodiscard]] QString incidentSourceName(IncidentSource source);
[[nodiscard]] std::optional<IncidentSource> incidentSourceFromName(const QString &name);
[[nodiscard]] QString guessAnswerName(GuessAnswer answer);
[[nodiscard]] std::optional<GuessAnswer> guessAnswerFromName(const QString &name);

/// A moment as it is kept: milliseconds since 1970 in UTC, and the zone's IANA name or `UTC+02:00`.
struct StoredMoment
{
    qint64 milliseconds = 0;
    QString zone;
};

[[nodiscard]] StoredMoment storedMoment(const QDateTime &when);
/// In UTC when this machine does not know the zone.
[[nodiscard]] QDateTime momentFrom(const StoredMoment &stored);

/// Why it cannot be recorded at all, for the developer: empty when it can.
[[nodiscard]] QString whyInvalid(const Attempt &attempt);
[[nodiscard]] QString whyInvalid(const Event &event);
[[nodiscard]] QString whyInvalid(const Incident &incident);
[[nodiscard]] QString whyInvalid(const Guess &guess);

} // namespace Skillet::Progress
