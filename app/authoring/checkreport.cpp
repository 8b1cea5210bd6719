// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checkreport.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <array>
#include <utility>

namespace Skillet::Authoring {

using Runner::AttemptEnd;
using Runner::CheckOutcome;
using Runner::CheckResult;
using Runner::CheckStatus;
using Runner::OutcomePart;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Authoring::CheckReport)
};

constexpr std::array StatusNames{
    std::pair{CheckStatus::Passed, "passed"}, std::pair{CheckStatus::Failed, "failed"},
    std::pair{CheckStatus::Error, "error"}, std::pair{CheckStatus::NotRun, "not_run"}};
constexpr std::array StatusSigns{
    std::pair{CheckStatus::Passed, "ok  "}, std::pair{CheckStatus::Failed, "FAIL"},
    std::pair{CheckStatus::Error, "STOP"}, std::pair{CheckStatus::NotRun, "--  "}};
constexpr std::array EndNames{
    std::pair{AttemptEnd::Graded, "graded"}, std::pair{AttemptEnd::TimedOut, "timedOut"},
    std::pair{AttemptEnd::Crashed, "crashed"}, std::pair{AttemptEnd::Stopped, "stopped"},
    std::pair{AttemptEnd::Refused, "refused"}};
constexpr std::array PartNames{
    std::pair{OutcomePart::Check, "check"},   std::pair{OutcomePart::Question, "question"},
    std::pair{OutcomePart::Cause, "cause"},   std::pair{OutcomePart::Flaw, "flaw"},
    std::pair{OutcomePart::Tree, "tree"},     std::pair{OutcomePart::Test, "test"},
    std::pair{OutcomePart::Mutant, "mutant"}, std::pair{OutcomePart::Text, "text"},
    std::pair{OutcomePart::Points, "points"}, std::pair{OutcomePart::Milestone, "milestone"}};

template <typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

QString detail(const QString &name, const QString &text)
{
    if (text.isEmpty())
        return {};
    QString shown = text;
    shown.replace(u'\n', QLatin1String("\n            "));
    return QStringLiteral("       %1: %2\n").arg(name, shown);
}

QString asText(const CheckOutcome &outcome)
{
    return QStringLiteral("%1 %2\n").arg(nameOf(StatusSigns, outcome.status), outcome.title)
        + detail(Words::tr("message"), outcome.message) + detail(Words::tr("call"), outcome.call)
        + detail(Words::tr("expected"), outcome.expected) + detail(Words::tr("actual"), outcome.actual)
        + detail(Words::tr("why"), outcome.why);
}

QJsonValue known(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject asObject(const CheckOutcome &outcome)
{
    return {{QStringLiteral("id"), outcome.id},
            {QStringLiteral("title"), outcome.title},
            {QStringLiteral("status"), nameOf(StatusNames, outcome.status)},
            {QStringLiteral("part"), nameOf(PartNames, outcome.part)},
            {QStringLiteral("number"), outcome.number},
            {QStringLiteral("message"), known(outcome.message)},
            {QStringLiteral("call"), known(outcome.call)},
            {QStringLiteral("expected"), known(outcome.expected)},
            {QStringLiteral("actual"), known(outcome.actual)},
            {QStringLiteral("why"), known(outcome.why)},
            {QStringLiteral("line"), outcome.line > 0 ? QJsonValue(outcome.line) : QJsonValue()}};
}

QJsonValue errorOf(const CheckResult &result)
{
    if (result.traceback.isEmpty())
        return {};
    const Runner::ExceptionInfo &raised = result.traceback.exceptions.constFirst();
    return QJsonObject{{QStringLiteral("type"), raised.type},
                       {QStringLiteral("message"), raised.message},
                       {QStringLiteral("traceback"), result.traceback.plainText}};
}

} // namespace

QString asText(const CheckResult &result)
{
    QString text;
    for (const CheckOutcome &outcome : result.outcomes)
        text += asText(outcome);
    if (!result.traceback.isEmpty())
        text += result.traceback.plainText;
    if (!result.feedback.isEmpty())
        text += Words::tr("feedback: %1").arg(result.feedback) + u'\n';
    if (!result.message.isEmpty())
        text += result.message + u'\n';
    return text + (result.passed ? Words::tr("passed") : Words::tr("not passed")) + u'\n';
}

QByteArray asJson(const CheckResult &result)
{
    QJsonArray outcomes;
    for (const CheckOutcome &outcome : result.outcomes)
        outcomes.append(asObject(outcome));
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                     {QStringLiteral("passed"), result.passed},
                                     {QStringLiteral("end"), nameOf(EndNames, result.end)},
                                     {QStringLiteral("message"), known(result.message)},
                                     {QStringLiteral("feedback"), known(result.feedback)},
                                     {QStringLiteral("outcomes"), outcomes},
                                     {QStringLiteral("error"), errorOf(result)},
                                     {QStringLiteral("output"), result.output},
                                     {QStringLiteral("milliseconds"), result.milliseconds}})
        .toJson();
}

} // namespace Skillet::Authoring
