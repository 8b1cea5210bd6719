// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Skillet;

namespace {

QJsonObject jsonOfFrame(const Runner::TracebackFrame &frame)
{
    QJsonObject object{{QStringLiteral("file"), frame.file},
                       {QStringLiteral("line"), frame.range.line},
                       {QStringLiteral("function"), frame.function},
                       {QStringLiteral("source"), frame.sourceLine}};
    if (frame.range.column >= 0)
        object.insert(QStringLiteral("columns"), QJsonArray{frame.range.column, frame.range.endColumn});
    if (frame.range.endLine > frame.range.line)
        object.insert(QStringLiteral("endLine"), frame.range.endLine);
    if (frame.repeated > 0)
        object.insert(QStringLiteral("repeated"), frame.repeated);
    if (!frame.isLearners)
        object.insert(QStringLiteral("library"), true);
    return object;
}

QJsonObject jsonOfException(const Runner::ExceptionInfo &exception, int group)
{
    QJsonArray frames;
    for (const Runner::TracebackFrame &frame : exception.frames)
        frames.append(jsonOfFrame(frame));
    QJsonObject object{{QStringLiteral("type"), exception.type},
                       {QStringLiteral("message"), exception.message},
                       {QStringLiteral("frames"), frames}};
    if (exception.link == Runner::ChainLink::Cause)
        object.insert(QStringLiteral("link"), QStringLiteral("cause"));
    if (exception.link == Runner::ChainLink::Context)
        object.insert(QStringLiteral("link"), QStringLiteral("context"));
    if (group >= 0)
        object.insert(QStringLiteral("memberOf"), group);
    if (!exception.notes.isEmpty())
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(exception.notes));
    return object;
}

} // namespace

QByteArray jsonOf(const QList<Incident::FoundTraceback> &found)
{
    QJsonArray all;
    for (const Incident::FoundTraceback &one : found) {
        QJsonArray exceptions;
        for (qsizetype i = 0; i < one.traceback.exceptions.size(); ++i)
            exceptions.append(jsonOfException(one.traceback.exceptions[i], one.memberOf.value(i, -1)));
        QJsonObject object{{QStringLiteral("at"), QJsonArray{one.offset, one.length, one.line, one.lines}},
                           {QStringLiteral("exceptions"), exceptions}};
        if (!one.complete)
            object.insert(QStringLiteral("cutOff"), true);
        if (!one.heading.isEmpty())
            object.insert(QStringLiteral("heading"), one.heading);
        all.append(object);
    }
    return QJsonDocument(all).toJson();
}
