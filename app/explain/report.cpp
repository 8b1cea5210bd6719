// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain/report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace Skillet::Explain {

using Runner::ExceptionInfo;
using Runner::TracebackFrame;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Explain::Report)
};

QString indented(const QString &text, const QString &by)
{
    QString result = by + text;
    return result.replace(u'\n', u'\n' + by);
}

constexpr qsizetype mostInChain = 10;

/// `KeyError: 'tea'`
QString headOf(const ExceptionInfo &exception)
{
    return exception.message.isEmpty() ? exception.type
                                       : QStringLiteral("%1: %2").arg(exception.type, exception.message);
}

/// `orders.py, line 8, in total`
QString placeOf(const TracebackFrame &frame)
{
    const QString place =
        frame.range.line > 0 ? Words::tr("%1, line %2").arg(frame.file).arg(frame.range.line) : frame.file;
    const bool isNamed = !frame.function.isEmpty() && !frame.function.startsWith(u'<');
    return isNamed ? Words::tr("%1, in %2").arg(place, frame.function) : place;
}

QStringList where(const ExceptionInfo &raised)
{
    const qsizetype index = raised.whereToLook();
    if (index < 0)
        return {};
    const TracebackFrame &frame = raised.frames.at(index);
    QStringList lines{Words::tr("Where to look first: %1").arg(placeOf(frame))};
    if (frame.sourceLine.trimmed().isEmpty())
        return lines;
    lines.append(QLatin1String("    ") + frame.sourceLine);
    const Runner::SourceRange &range = frame.range;
    if (range.column >= 0) {
        const int size =
            std::max(1, range.endColumn - range.column); // of most syntax errors only the begin is known
        // A tab stays one, so that the marks stand below what they mark.
        QString marks = frame.sourceLine.left(range.column);
        for (QChar &character : marks)
            character = character == u'\t' ? u'\t' : u' ';
        lines.append(QLatin1String("    ") + marks + QString(size, u'^'));
    }
    return lines;
}

/// The errors behind the one that ended the program, a line each.
QString chainText(const Runner::Traceback &traceback)
{
    QStringList lines;
    for (qsizetype i = 1; i < std::min(traceback.exceptions.size(), mostInChain + 1); ++i) {
        const ExceptionInfo &exception = traceback.exceptions.at(i);
        const QString what = headOf(exception);
        switch (exception.link) {
        case Runner::ChainLink::Cause:
            lines.append(Words::tr("Raised because of %1").arg(what));
            break;
        case Runner::ChainLink::Context:
            lines.append(Words::tr("Raised while %1 was handled").arg(what));
            break;
        case Runner::ChainLink::None:
            lines.append(Words::tr("In the group: %1").arg(what));
        }
    }
    if (traceback.exceptions.size() > mostInChain + 1)
        lines.append(Words::tr("And more: %1").arg(traceback.exceptions.size() - mostInChain - 1));
    return lines.join(u'\n');
}

QString suggestionText(const Runner::Suggestion &suggestion)
{
    QStringList lines;
    lines.append(suggestion.after.isEmpty() ? Words::tr("Line %1 could go:").arg(suggestion.line)
                                            : Words::tr("Line %1 could be:").arg(suggestion.line));
    lines.append(indented(suggestion.before, QStringLiteral("  - ")));
    if (!suggestion.after.isEmpty())
        lines.append(indented(suggestion.after, QStringLiteral("  + ")));
    return lines.join(u'\n');
}

QJsonValue known(int number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QJsonValue known(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// Where a text could not be read; no function is meant.
bool isPlaceOfSyntax(const TracebackFrame &frame)
{
    return frame.function == Runner::syntaxFunction;
}

QJsonObject asObject(const TracebackFrame &frame)
{
    return {{QStringLiteral("file"), known(frame.file)},
            {QStringLiteral("function"), known(isPlaceOfSyntax(frame) ? QString() : frame.function)},
            {QStringLiteral("line"), known(frame.range.line)},
            {QStringLiteral("endLine"), known(frame.range.endLine)},
            {QStringLiteral("column"), known(frame.range.column)},
            {QStringLiteral("endColumn"), known(frame.range.endColumn)},
            {QStringLiteral("source"), known(frame.sourceLine)},
            {QStringLiteral("isLibrary"), !frame.isLearners},
            {QStringLiteral("repeated"), frame.repeated}};
}

QString linkName(Runner::ChainLink link)
{
    switch (link) {
    case Runner::ChainLink::Cause:
        return QStringLiteral("cause");
    case Runner::ChainLink::Context:
        return QStringLiteral("context");
    case Runner::ChainLink::None:
        break;
    }
    return QStringLiteral("member");
}

QJsonArray chainOf(const Runner::Traceback &traceback)
{
    QJsonArray chain;
    for (qsizetype i = 1; i < traceback.exceptions.size(); ++i) {
        const ExceptionInfo &exception = traceback.exceptions.at(i);
        chain.append(QJsonObject{{QStringLiteral("type"), exception.type},
                                 {QStringLiteral("message"), exception.message},
                                 {QStringLiteral("link"), linkName(exception.link)}});
    }
    return chain;
}

QJsonObject asObject(const Explained &explained)
{
    const ExceptionInfo &raised = explained.traceback.exceptions.constFirst();
    const Runner::Explanation &words = explained.explanation;
    QJsonArray frames;
    for (const TracebackFrame &frame : raised.frames)
        frames.append(asObject(frame));
    const qsizetype look = raised.whereToLook();
    const Runner::Suggestion &suggestion = words.suggestion;
    return {{QStringLiteral("type"), raised.type},
            {QStringLiteral("message"), raised.message},
            {QStringLiteral("notes"), QJsonArray::fromStringList(raised.notes)},
            {QStringLiteral("where"), look < 0 ? QJsonValue() : QJsonValue(frames.at(look))},
            {QStringLiteral("cause"), known(words.cause)},
            {QStringLiteral("certain"), words.certain},
            {QStringLiteral("title"), known(words.title)},
            {QStringLiteral("why"), known(words.why)},
            {QStringLiteral("tries"), QJsonArray::fromStringList(words.tries)},
            {QStringLiteral("suggestion"),
             suggestion.isEmpty() ? QJsonValue()
                                  : QJsonValue(QJsonObject{{QStringLiteral("line"), suggestion.line},
                                                           {QStringLiteral("before"), suggestion.before},
                                                           {QStringLiteral("after"), suggestion.after}})},
            {QStringLiteral("frames"), frames},
            {QStringLiteral("chain"), chainOf(explained.traceback)},
            {QStringLiteral("foundAtLine"), explained.line > 0 ? QJsonValue(explained.line) : QJsonValue()}};
}

} // namespace

QString asText(const Explained &explained)
{
    const ExceptionInfo &raised = explained.traceback.exceptions.constFirst();
    const Runner::Explanation &words = explained.explanation;
    QStringList parts{headOf(raised)};
    if (const QString chain = chainText(explained.traceback); !chain.isEmpty())
        parts.append(chain);
    if (const QStringList place = where(raised); !place.isEmpty())
        parts.append(place.join(u'\n'));
    if (words.isEmpty())
        parts.append(Words::tr("It could not be explained: Skillet's own Python did not answer."));
    else
        parts.append(words.mustSayMay() ? Words::tr("This may be what happened: %1").arg(words.title)
                                        : words.title);
    if (!words.why.isEmpty())
        parts.append(words.why);
    if (!words.tries.isEmpty()) {
        QStringList tries{Words::tr("Things to try:")};
        for (const QString &line : words.tries)
            tries.append(QLatin1String("  * ") + line);
        parts.append(tries.join(u'\n'));
    }
    if (!words.suggestion.isEmpty())
        parts.append(suggestionText(words.suggestion));
    return parts.join(QLatin1String("\n\n")) + u'\n';
}

QByteArray asJson(const QList<Explained> &errors)
{
    QJsonArray list;
    for (const Explained &each : errors)
        list.append(asObject(each));
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("errors"), list}})
        .toJson();
}

} // namespace Skillet::Explain
