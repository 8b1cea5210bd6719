// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recordjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Skillet::Progress {

namespace {

constexpr int Format = 2;
/// What it lacks is empty.
constexpr int OldestFormat = 1;

QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

template <typename Kind>
QJsonObject common(const Kind &record)
{
    const StoredMoment moment = storedMoment(record.when);
    return {{QStringLiteral("id"), idText(record.id)},
            {QStringLiteral("learner"), idText(record.learner)},
            {QStringLiteral("at"), moment.milliseconds},
            {QStringLiteral("zone"), moment.zone},
            {QStringLiteral("course"), record.course}};
}

QJsonObject toJson(const Attempt &attempt)
{
    QJsonObject object = common(attempt);
    object.insert(QStringLiteral("version"), attempt.courseVersion);
    object.insert(QStringLiteral("exercise"), attempt.exercise);
    object.insert(QStringLiteral("kind"), attempt.kind);
    object.insert(QStringLiteral("outcome"), outcomeName(attempt.outcome));
    object.insert(QStringLiteral("duration"), attempt.durationMs);
    object.insert(QStringLiteral("hints"), attempt.hintsUsed);
    object.insert(QStringLiteral("error"), attempt.errorClass);
    object.insert(QStringLiteral("code"), attempt.code);
    object.insert(QStringLiteral("failed"), attempt.failedCheck);
    object.insert(QStringLiteral("passed"), attempt.checksPassed);
    object.insert(QStringLiteral("checks"), attempt.checksTotal);
    return object;
}

QJsonObject toJson(const Event &event)
{
    QJsonObject object = common(event);
    object.insert(QStringLiteral("kind"), eventKindName(event.kind));
    object.insert(QStringLiteral("item"), event.item);
    object.insert(QStringLiteral("version"), event.courseVersion);
    object.insert(QStringLiteral("detail"), event.detail);
    return object;
}

QJsonObject toJson(const Incident &incident)
{
    QJsonObject object = common(incident);
    object.insert(QStringLiteral("exercise"), incident.exercise);
    object.insert(QStringLiteral("error"), incident.errorClass);
    object.insert(QStringLiteral("cause"), incident.cause);
    object.insert(QStringLiteral("source"), incidentSourceName(incident.source));
    object.insert(QStringLiteral("place"), incident.place);
    object.insert(QStringLiteral("line"), incident.line);
    object.insert(QStringLiteral("version"), incident.courseVersion);
    object.insert(QStringLiteral("attempt"), idText(incident.attempt));
    return object;
}

QJsonObject toJson(const Guess &guess)
{
    QJsonObject object = common(guess);
    object.insert(QStringLiteral("incident"), idText(guess.incident));
    object.insert(QStringLiteral("line"), guessAnswerName(guess.line));
    object.insert(QStringLiteral("cause"), guessAnswerName(guess.cause));
    return object;
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

template <typename Timed>
void readCommon(const QJsonObject &object, Timed &record)
{
    record.id = QUuid::fromString(text(object, "id"));
    record.when = momentFrom({object.value(QLatin1String("at")).toInteger(), text(object, "zone")});
    record.course = text(object, "course");
    record.learner = QUuid::fromString(text(object, "learner"));
}

std::optional<Record> attemptFrom(const QJsonObject &object)
{
    Attempt attempt;
    readCommon(object, attempt);
    attempt.courseVersion = text(object, "version");
    attempt.exercise = text(object, "exercise");
    attempt.kind = text(object, "kind");
    attempt.durationMs = object.value(QLatin1String("duration")).toInteger();
    attempt.hintsUsed = object.value(QLatin1String("hints")).toInt();
    attempt.errorClass = text(object, "error");
    attempt.code = text(object, "code");
    attempt.failedCheck = text(object, "failed");
    attempt.checksPassed = object.value(QLatin1String("passed")).toInt();
    attempt.checksTotal = object.value(QLatin1String("checks")).toInt();
    const auto outcome = outcomeFromName(text(object, "outcome"));
    if (!outcome || !whyInvalid(attempt).isEmpty()) {
        return std::nullopt;
    }
    attempt.outcome = *outcome;
    return attempt;
}

std::optional<Record> eventFrom(const QJsonObject &object)
{
    Event event;
    readCommon(object, event);
    event.item = text(object, "item");
    event.courseVersion = text(object, "version");
    event.detail = text(object, "detail");
    const auto kind = eventKindFromName(text(object, "kind"));
    if (!kind) {
        return std::nullopt;
    }
    event.kind = *kind;
    return whyInvalid(event).isEmpty() ? std::optional<Record>(event) : std::nullopt;
}

std::optional<Record> incidentFrom(const QJsonObject &object)
{
    Incident incident;
    readCommon(object, incident);
    incident.exercise = text(object, "exercise");
    incident.errorClass = text(object, "error");
    incident.cause = text(object, "cause");
    incident.place = text(object, "place");
    incident.line = object.value(QLatin1String("line")).toInt(-1);
    incident.courseVersion = text(object, "version");
    incident.attempt = QUuid::fromString(text(object, "attempt"));
    const auto source = incidentSourceFromName(text(object, "source"));
    if (!source || !whyInvalid(incident).isEmpty()) {
        return std::nullopt;
    }
    incident.source = *source;
    return incident;
}

std::optional<Record> guessFrom(const QJsonObject &object)
{
    Guess guess;
    readCommon(object, guess);
    guess.incident = QUuid::fromString(text(object, "incident"));
    const auto line = guessAnswerFromName(text(object, "line"));
    const auto cause = guessAnswerFromName(text(object, "cause"));
    if (!line || !cause || !whyInvalid(guess).isEmpty()) {
        return std::nullopt;
    }
    guess.line = *line;
    guess.cause = *cause;
    return guess;
}

struct Kind
{
    QLatin1String key;
    std::optional<Record> (*read)(const QJsonObject &object);
};

/// In the order of the variant.
constexpr std::array<Kind, std::variant_size_v<Record>> Kinds{{
    {QLatin1String("attempt"), attemptFrom},
    {QLatin1String("event"), eventFrom},
    {QLatin1String("incident"), incidentFrom},
    {QLatin1String("guess"), guessFrom},
}};

} // namespace

QByteArray toJsonLine(const Record &record)
{
    const QJsonObject content = std::visit([](const auto &kind) { return toJson(kind); }, record);
    return QJsonDocument(
               QJsonObject{{QStringLiteral("format"), Format}, {Kinds[record.index()].key, content}})
        .toJson(QJsonDocument::Compact);
}

std::optional<Record> recordFromJsonLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const int format = object.value(QLatin1String("format")).toInt();
    if (format < OldestFormat || format > Format) {
        return std::nullopt;
    }
    for (const Kind &kind : Kinds) {
        if (object.contains(kind.key)) {
            return kind.read(object.value(kind.key).toObject());
        }
    }
    return std::nullopt;
}

} // namespace Skillet::Progress
