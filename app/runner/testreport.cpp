// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/testreport.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Skillet::Runner {

namespace {

constexpr qsizetype mostFrames = 200;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

int number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInt(-1);
}

QStringList texts(const QJsonArray &array)
{
    QStringList list;
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

TracebackFrame readFrame(const QJsonObject &object)
{
    TracebackFrame frame;
    frame.file = text(object, "file");
    frame.function = text(object, "function");
    frame.range = {number(object, "line"), number(object, "endLine"), number(object, "column"),
                   number(object, "endColumn")};
    frame.sourceLine = text(object, "text");
    frame.isLearners = object.value(QLatin1String("own")).toBool();
    const QJsonArray values = object.value(QLatin1String("values")).toArray();
    for (const auto &value : values) {
        const QStringList parts = texts(value.toArray());
        if (parts.size() == 3)
            frame.values.append({parts.at(0), parts.at(1), parts.at(2)});
    }
    return frame;
}

ExceptionInfo readException(const QJsonObject &object)
{
    ExceptionInfo exception;
    exception.type = text(object, "type");
    exception.message = text(object, "message");
    exception.notes = texts(object.value(QLatin1String("notes")).toArray());
    exception.isSyntaxError = object.value(QLatin1String("syntax")).toBool();
    const QString link = text(object, "link");
    if (link == QLatin1String("cause"))
        exception.link = ChainLink::Cause;
    else if (link == QLatin1String("context"))
        exception.link = ChainLink::Context;
    const QJsonArray frames = object.value(QLatin1String("frames")).toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(frames.size(), mostFrames); ++i)
        exception.frames.append(readFrame(frames.at(i).toObject()));
    return exception;
}

Traceback readTraceback(const QJsonObject &object)
{
    Traceback traceback;
    const QJsonArray exceptions = object.value(QLatin1String("exceptions")).toArray();
    for (const auto &exception : exceptions)
        traceback.exceptions.append(readException(exception.toObject()));
    traceback.plainText = text(object, "text");
    return traceback;
}

TestOutcome readOutcome(const QString &name)
{
    static const QHash<QString, TestOutcome> outcomes{
        {QStringLiteral("passed"), TestOutcome::Passed},
        {QStringLiteral("failed"), TestOutcome::Failed},
        {QStringLiteral("error"), TestOutcome::Error},
        {QStringLiteral("skipped"), TestOutcome::Skipped},
        {QStringLiteral("xfailed"), TestOutcome::ExpectedFailure},
        {QStringLiteral("xpassed"), TestOutcome::UnexpectedPass},
    };
    return outcomes.value(name, TestOutcome::Error);
}

TestResult readResult(const QJsonObject &object)
{
    TestResult result;
    result.id = text(object, "id");
    result.file = text(object, "file");
    result.outcome = readOutcome(text(object, "outcome"));
    result.seconds = std::max(0.0, object.value(QLatin1String("seconds")).toDouble());
    result.reason = text(object, "reason");
    result.output = text(object, "output");
    result.traceback = readTraceback(object.value(QLatin1String("traceback")).toObject());
    return result;
}

TestsCollected readCollected(const QJsonObject &object)
{
    TestsCollected collected;
    const QJsonArray tests = object.value(QLatin1String("tests")).toArray();
    collected.tests.reserve(tests.size());
    for (const auto &each : tests) {
        const QJsonObject test = each.toObject();
        const QStringList names = texts(test.value(QLatin1String("names")).toArray());
        if (!names.isEmpty())
            collected.tests.append({text(test, "id"), text(test, "file"), number(test, "line"), names});
    }
    return collected;
}

} // namespace

TestEvent parseTestEvent(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString event = text(object, "event");
    if (event == QLatin1String("begun"))
        return TestsBegun{text(object, "pytest"), text(object, "python")};
    if (event == QLatin1String("missing"))
        return TestsMissing{};
    if (event == QLatin1String("collected"))
        return readCollected(object);
    if (event == QLatin1String("started"))
        return TestStarted{text(object, "id")};
    if (event == QLatin1String("done"))
        return TestsDone{number(object, "status")};
    if (event == QLatin1String("ended"))
        return readResult(object);
    if (event == QLatin1String("broken")) {
        TestResult result = readResult(object);
        result.isBroken = true;
        result.outcome = TestOutcome::Error;
        return result;
    }
    return {};
}

} // namespace Skillet::Runner
