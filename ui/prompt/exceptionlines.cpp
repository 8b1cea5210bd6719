// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/exceptionlines.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Skillet::Ui {

namespace {

const QString &placePrefix()
{
    static const QString prefix = QStringLiteral("place:");
    return prefix;
}

TextLook look(ColorRole color, bool bold = false)
{
    TextLook result;
    result.color = color;
    result.bold = bold;
    return result;
}

bool isMarkers(const QString &line)
{
    return line.contains(u'^')
        && std::all_of(line.begin(), line.end(), [](QChar c) { return c == u' ' || c == u'~' || c == u'^'; });
}

bool isHeading(const QString &line)
{
    return line.startsWith(QLatin1String("Traceback (most recent call last)"))
        || line.startsWith(QLatin1String("During handling of the above exception"))
        || line.startsWith(QLatin1String("The above exception was the direct cause"));
}

bool beginsWithType(const QString &line, const QString &type)
{
    return line == type || line.startsWith(type + u':');
}

// The line on which the message of the exception that ended the run begins; messages may have several lines.
qsizetype messageLine(const QStringList &lines, const Runner::Traceback &traceback)
{
    const QString type = traceback.isEmpty() ? QString() : traceback.exceptions.first().type;
    for (qsizetype i = lines.size() - 1; i >= 0 && !type.isEmpty(); --i) {
        if (beginsWithType(lines[i], type))
            return i;
    }
    return lines.size() - 1;
}

QString plainText(const Runner::Traceback &traceback)
{
    if (!traceback.plainText.trimmed().isEmpty() || traceback.isEmpty())
        return traceback.plainText;
    const Runner::ExceptionInfo &raised = traceback.exceptions.first();
    return raised.message.isEmpty() ? raised.type : raised.type + QLatin1String(": ") + raised.message;
}

} // namespace

QList<StyledLine> exceptionLines(const Runner::Traceback &traceback, const QString &showLink)
{
    QStringList texts = plainText(traceback).split(u'\n');
    while (!texts.isEmpty() && texts.last().trimmed().isEmpty())
        texts.removeLast();
    const qsizetype message = messageLine(texts, traceback);
    QList<StyledLine> lines;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        StyledLine line{texts[i].left(4000), {}, false};
        const qsizetype length = line.text.size();
        if (i >= message)
            line.runs = {{0, length, look(ColorRole::Error, true)}};
        else if (isMarkers(line.text))
            line.runs = {{0, length, look(ColorRole::Error)}};
        else if (isHeading(line.text))
            line.runs = {{0, length, look(ColorRole::Muted)}};
        else if (std::any_of(traceback.exceptions.begin(), traceback.exceptions.end(),
                             [&](const auto &e) { return beginsWithType(line.text, e.type); }))
            line.runs = {{0, length, look(ColorRole::Error)}};
        else
            linkPlaces(line);
        lines.append(line);
    }
    if (!showLink.isEmpty()) {
        TextLook link = look(ColorRole::Accent);
        link.link = showLink;
        const QString text = QCoreApplication::translate("Skillet::Ui::PromptPane", "Show in Traceback");
        lines.append({text, {{0, text.size(), link}}, false});
    }
    return lines;
}

void linkPlaces(StyledLine &line)
{
    static const QRegularExpression place(QStringLiteral("File \"([^\"<][^\"]*)\", line (\\d{1,9})"));
    const qsizetype at = line.text.indexOf(QLatin1String("File \""));
    if (at < 0)
        return;
    const QRegularExpressionMatch match = place.match(line.text, at);
    if (!match.hasMatch())
        return;
    const qsizetype from = match.capturedStart();
    const qsizetype to = match.capturedEnd();
    QList<LookRun> runs;
    for (const LookRun &run : line.runs) {
        if (run.start < from)
            runs.append({run.start, std::min(run.length, from - run.start), run.look});
    }
    TextLook link = look(ColorRole::Accent);
    link.link = linkTo({match.captured(1), match.captured(2).toInt()});
    runs.append({from, to - from, link});
    for (const LookRun &run : line.runs) {
        const qsizetype begin = std::max(run.start, to);
        if (run.start + run.length > begin)
            runs.append({begin, run.start + run.length - begin, run.look});
    }
    line.runs = runs;
}

QString tracebackLink(int number)
{
    return QStringLiteral("traceback:") + QString::number(number);
}

QString linkTo(const FileLink &place)
{
    return placePrefix() + QString::number(place.line) + u':' + place.file;
}

std::optional<FileLink> fileLink(const QString &link)
{
    if (!link.startsWith(placePrefix()))
        return std::nullopt;
    const QString rest = link.mid(placePrefix().size());
    const qsizetype colon = rest.indexOf(u':');
    return FileLink{rest.mid(colon + 1), rest.left(colon).toInt()};
}

} // namespace Skillet::Ui
