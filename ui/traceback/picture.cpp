// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/picture.h"

#include "traceback/markedline.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

namespace Skillet::Ui {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::Picture", text);
}

QString counted(qint64 n, const char *one, const char *many)
{
    return n == 1 ? say(one) : say(many).arg(QLocale().toString(n));
}

QString lastPart(const QString &name, QString &outer)
{
    const qsizetype dot = name.lastIndexOf(QLatin1String(".<"));
    const bool special = name.startsWith(u'<') || dot >= 0;
    if (!special)
        return {};
    outer = dot < 0 ? QString() : name.left(dot);
    if (outer.endsWith(QLatin1String(".<locals>")))
        outer.chop(9);
    return dot < 0 ? name : name.mid(dot + 1);
}

QString specialName(const QString &part)
{
    if (part == QLatin1String("<genexpr>"))
        return say("in a generator expression");
    if (part == QLatin1String("<listcomp>"))
        return say("in a list comprehension");
    if (part == QLatin1String("<dictcomp>"))
        return say("in a dict comprehension");
    if (part == QLatin1String("<setcomp>"))
        return say("in a set comprehension");
    if (part == QLatin1String("<lambda>"))
        return say("in a lambda");
    return {};
}

QString plainFunction(QString name)
{
    return name.replace(QLatin1String(".<locals>."), QLatin1String("."));
}

} // namespace

QList<ChainEntry> chainOf(const Runner::ExceptionInfo &exception)
{
    QList<ChainEntry> chain;
    for (int i = 0; i < exception.frames.size(); ++i) {
        const Runner::TracebackFrame &frame = exception.frames[i];
        if (frame.function == Runner::syntaxFunction)
            continue;
        const int calls = 1 + std::max(frame.repeated, 0);
        if (frame.isLearners) {
            chain.append({ChainEntry::Kind::Frame, {i}, 1});
            if (frame.repeated > 0)
                chain.append({ChainEntry::Kind::Repeat, {i}, frame.repeated});
        } else if (!chain.isEmpty() && chain.last().kind == ChainEntry::Kind::Library) {
            chain.last().frames.append(i);
            chain.last().count += calls;
        } else {
            chain.append({ChainEntry::Kind::Library, {i}, calls});
        }
    }
    return chain;
}

bool isTypedAtPrompt(const Runner::TracebackFrame &frame)
{
    return frame.file.startsWith(QLatin1String("<python-input")) || frame.file == QLatin1String("<stdin>");
}

bool opensInEditor(const Runner::TracebackFrame &frame)
{
    return !frame.file.isEmpty() && !frame.file.startsWith(u'<');
}

QString placeName(const Runner::TracebackFrame &frame)
{
    const QString file = isTypedAtPrompt(frame) ? say("typed at the prompt")
        : opensInEditor(frame)                  ? QFileInfo(frame.file).fileName()
        : frame.file.isEmpty()                  ? say("an unknown place")
                                                : frame.file;
    return frame.range.line > 0 ? say("%1, line %2").arg(file).arg(frame.range.line) : file;
}

QString functionName(const Runner::TracebackFrame &frame)
{
    if (frame.function.isEmpty() || frame.function == Runner::syntaxFunction)
        return {};
    if (frame.function == QLatin1String("<module>"))
        return isTypedAtPrompt(frame) ? QString() : say("at the top level");
    QString outer;
    const QString special = specialName(lastPart(frame.function, outer));
    if (special.isEmpty())
        return say("in %1").arg(plainFunction(frame.function));
    return outer.isEmpty() ? special : say("%1 in %2").arg(special, plainFunction(outer));
}

QString headlineInWords(const Runner::ExceptionInfo &exception)
{
    return exception.message.isEmpty() ? exception.type
                                       : exception.type + QLatin1String(": ") + exception.message;
}

QString kindOfValue(const Runner::NamedValue &value)
{
    if (!value.known || value.type.isEmpty())
        return {};
    if (value.length < 0)
        return value.type;
    const bool text = value.type == QLatin1String("str");
    const bool bytes = value.type == QLatin1String("bytes") || value.type == QLatin1String("bytearray");
    const QString size = text ? counted(value.length, "1 character", "%1 characters")
        : bytes               ? counted(value.length, "1 byte", "%1 bytes")
                              : counted(value.length, "1 item", "%1 items");
    return value.type + QLatin1String(", ") + size;
}

QString valueInWords(const Runner::NamedValue &value)
{
    if (!value.known)
        return say("%1 has no value yet").arg(value.name);
    const QString kind = kindOfValue(value);
    const QString text = value.name + QLatin1String(" = ") + value.preview;
    return kind.isEmpty() ? text : text + QLatin1String(" (") + kind + u')';
}

QString frameInWords(const Runner::TracebackFrame &frame)
{
    QString where = placeName(frame);
    const QString function = functionName(frame);
    if (!function.isEmpty())
        where += u' ' + function;
    QStringList words{where};
    const MarkedLine line = markedLine(frame.sourceLine, frame.range);
    if (!line.text.isEmpty())
        words.append(line.text);
    if (!line.carets.isEmpty() && line.length > 0)
        words.append(say("The failing part is %1").arg(line.text.mid(line.start, line.length)));
    for (const Runner::NamedValue &value : frame.values)
        words.append(valueInWords(value));
    return words.join(QLatin1String(". "));
}

namespace {

/// `Error 2 of 3 in the group`
QString memberInWords(const Runner::Traceback &traceback, qsizetype index)
{
    int number = 0;
    int members = 0;
    for (qsizetype i = 0; i < traceback.exceptions.size(); ++i) {
        const Runner::ExceptionInfo &each = traceback.exceptions.at(i);
        if (each.memberOf != traceback.exceptions.at(index).memberOf || each.link != Runner::ChainLink::None)
            continue;
        ++members;
        number = i == index ? members : number;
    }
    return say("Error %1 of %2 in the group:").arg(number).arg(members);
}

} // namespace

QString linkInWords(const Runner::Traceback &traceback, qsizetype index)
{
    const Runner::ExceptionInfo &exception = traceback.exceptions.at(index);
    switch (exception.link) {
    case Runner::ChainLink::Cause:
        return say("It was raised because of this error:");
    case Runner::ChainLink::Context:
        return say("This happened while the program was handling another error:");
    case Runner::ChainLink::None:
        break;
    }
    return exception.memberOf >= 0 ? memberInWords(traceback, index) : say("This error belongs to it, too:");
}

int depthOf(const Runner::Traceback &traceback, qsizetype index)
{
    constexpr int deepest = 6;
    int depth = 0;
    // A group comes before what is in it; numbers that say otherwise are not followed.
    for (qsizetype group = traceback.exceptions.at(index).memberOf; group >= 0 && group < index;) {
        ++depth;
        index = group;
        group = traceback.exceptions.at(index).memberOf;
    }
    return std::min(depth, deepest);
}

} // namespace Skillet::Ui
