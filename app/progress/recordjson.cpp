// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recordjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Skillet::Progress {

namespace {

constexpr int Format = 1;

QJsonObject common(const QUuid &id, const QDateTime &when, const QString &course)
{
    const StoredMoment moment = storedMoment(when);
    return {{QStringLiteral("id"), id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("at"), moment.milliseconds},
            {QStringLiteral("zone"), moment.zone},
            {QStringLiteral("course"), course}};
}

QJsonObject toJson(const Attempt &attempt)
{
    QJsonObject object = common(attempt.id, attempt.when, attempt.course);
    object.insert(QStringLiteral("version"), attempt.courseVersion);
    object.insert(QStringLiteral("exercise"), attempt.exercise);
    object.insert(QStringLiteral("kind"), attempt.kind);
    object.insert(QStringLiteral("outcome"), outcomeName(attempt.outcome));
    object.insert(QStringLiteral("duration"), attempt.durationMs);
    object.insert(QStringLiteral("hints"), attempt.hintsUsed);
    object.insert(QStringLiteral("error"), attempt.errorClass);
    object.insert(QStringLiteral("code"), attempt.code);
    return object;
}

QJsonObject toJson(const Event &event)
{
    QJsonObject object = common(event.id, event.when, event.course);
    object.insert(QStringLiteral("kind"), eventKindName(event.kind));
    object.insert(QStringLiteral("item"), event.item);
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
    const auto kind = eventKindFromName(text(object, "kind"));
    if (!kind) {
        return std::nullopt;
    }
    event.kind = *kind;
    return whyInvalid(event).isEmpty() ? std::optional<Record>(event) : std::nullopt;
}

} // namespace

QByteArray toJsonLine(const Record &record)
{
    QJsonObject object{{QStringLiteral("format"), Format}};
    if (const auto *attempt = std::get_if<Attempt>(&record)) {
        object.insert(QStringLiteral("attempt"), toJson(*attempt));
    } else {
        object.insert(QStringLiteral("event"), toJson(std::get<Event>(record)));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Record> recordFromJsonLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.value(QLatin1String("format")).toInt() != Format) {
        return std::nullopt;
    }
    const QJsonObject attempt = object.value(QLatin1String("attempt")).toObject();
    return attempt.isEmpty() ? eventFrom(object.value(QLatin1String("event")).toObject())
                             : attemptFrom(attempt);
}

} // namespace Skillet::Progress
