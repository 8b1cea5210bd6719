// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/toolforms.h"

#include "incident/lineparts.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Skillet::Incident {

namespace {

/// Longer lines are not worth a pattern.
constexpr std::size_t MaxPatternLine = 2000;

QRegularExpressionMatch matchOf(const QRegularExpression &pattern, std::string_view text)
{
    return pattern.match(text.size() > MaxPatternLine ? QString() : toText(text));
}

const QRegularExpression &placePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\S.*?\\.pyw?|<[^>]+>|sys):(\\d{1,8}): ?(in )?(.*)$"));
    return pattern;
}

Runner::TracebackFrame frameAt(const QString &file, int line, const QString &function)
{
    Runner::TracebackFrame frame;
    frame.file = file;
    frame.range.line = line;
    frame.function = function;
    frame.isLearners = !isLibraryFile(file);
    return frame;
}

FoundTraceback withException(const Runner::ExceptionInfo &exception)
{
    FoundTraceback found;
    found.traceback.exceptions = {exception};
    found.memberOf = {-1};
    found.complete = !exception.type.isEmpty();
    return found;
}

void setType(Runner::ExceptionInfo &exception, std::string_view text)
{
    if (!exception.type.isEmpty()) {
        exception.message += u'\n' + toText(text);
    } else if (const std::optional<ExceptionLine> line = readExceptionLine(trimmed(text))) {
        exception.type = line->type;
        exception.message = line->message;
    } else if (trimmed(text).substr(0, 7) == "assert ") { // pytest leaves out the type
        exception.type = QStringLiteral("AssertionError");
        exception.message = toText(trimmed(text));
    }
}

const QRegularExpression &cellPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(Cell In ?\\[\\d+\\]|Input In \\[\\d+\\]|<ipython-input-[^>]*>)|(?:File "
                       ")?(\\S.*?\\.pyw?|<[^>]+>))"
                       "(?::(\\d{1,8}))?(?:,? line (\\d{1,8}))?(?:,? in (.*))?$"));
    return pattern;
}

/// IPython writes the arguments too, and `<cell line: 1>()` or nothing at the top level.
QString functionOf(const QString &text)
{
    const QString name = text.section(u'(', 0, 0).trimmed();
    return name.isEmpty() || name.startsWith(QLatin1String("<cell line")) ? QStringLiteral("<module>") : name;
}

} // namespace

bool isPytestPlace(std::string_view text)
{
    return matchOf(placePattern(), text).hasMatch();
}

bool isPytestStart(std::string_view text)
{
    if (text.substr(0, 4) == ">   ")
        return true;
    return text.find(".py:") != std::string_view::npos
        && matchOf(placePattern(), text).captured(3) == QLatin1String("in ");
}

FoundTraceback readPytestForm(const std::vector<TextLine> &lines)
{
    Runner::ExceptionInfo exception;
    static const QRegularExpression definition(QStringLiteral("^[> ] +(?:async )?def (\\w+)\\("));
    std::string marked;
    QString function;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = lines[i].text;
        const QRegularExpressionMatch place = matchOf(placePattern(), text);
        if (const auto def = matchOf(definition, text); def.hasMatch())
            function = def.captured(1);
        if (text.substr(0, 4) == ">   ") {
            marked = std::string(text.substr(1));
        } else if (text.substr(0, 3) == "E  ") {
            setType(exception, text.substr(text.size() > 3 && text[3] == ' ' ? 4 : 3));
        } else if (place.hasMatch()) {
            const bool shortForm = !place.captured(3).isEmpty();
            Runner::TracebackFrame frame = frameAt(place.captured(1), place.captured(2).toInt(),
                                                   shortForm ? place.captured(4) : function);
            if (!shortForm)
                setSource(frame, marked, {});
            else if (i + 1 < lines.size() && lines[i + 1].text.substr(0, 4) == "    ")
                setSource(frame, lines[i + 1].text,
                          i + 2 < lines.size() && isCaretLine(lines[i + 2].text) ? lines[i + 2].text
                                                                                 : std::string());
            exception.frames.append(frame);
            marked.clear();
            function.clear();
            if (!shortForm && exception.type.isEmpty() && readExceptionLine(place.captured(4).toStdString()))
                exception.type = place.captured(4);
        }
    }
    exception.message = exception.message.trimmed();
    return exception.type.isEmpty() ? FoundTraceback() : withException(exception);
}

bool isIPythonPlace(std::string_view text)
{
    return matchOf(cellPattern(), text).hasMatch();
}

FoundTraceback readIPythonForm(const std::vector<TextLine> &lines)
{
    static const QRegularExpression arrow(QStringLiteral("^-+> *(\\d{1,8}) ?(.*)$"));
    std::vector<Runner::ExceptionInfo> printed;
    Runner::ChainLink link = Runner::ChainLink::None;
    for (const TextLine &line : lines) {
        const std::string_view text = line.text;
        const Runner::ChainLink sentence = readChainSentence(text);
        if (headerAt(text) != std::string_view::npos) {
            if (!printed.empty())
                printed.back().link = link;
            printed.emplace_back();
        } else if (sentence != Runner::ChainLink::None) {
            link = sentence;
        } else if (const auto place = matchOf(cellPattern(), text); place.hasMatch() && !printed.empty()) {
            const QString file = place.captured(1).isEmpty()
                ? place.captured(2)
                : u'<' + place.captured(1).remove(u'<').remove(u'>') + u'>';
            const int number = std::max(place.captured(3).toInt(), place.captured(4).toInt());
            printed.back().frames.append(
                frameAt(file, number > 0 ? number : -1, functionOf(place.captured(5))));
        } else if (const auto source = matchOf(arrow, text); source.hasMatch()) {
            if (printed.empty() || printed.back().frames.isEmpty())
                continue;
            Runner::TracebackFrame &frame = printed.back().frames.last();
            frame.range.line = source.captured(1).toInt();
            frame.sourceLine = source.captured(2).trimmed();
        } else if (!text.empty() && text[0] != ' ' && text[0] != '-' && !printed.empty()) {
            setType(printed.back(), text);
        }
    }
    FoundTraceback found;
    for (auto one = printed.rbegin(); one != printed.rend(); ++one) {
        found.complete = found.complete && !one->type.isEmpty();
        if (one->frames.isEmpty() && one->type.isEmpty())
            continue;
        found.traceback.exceptions.append(*one);
        found.memberOf.append(-1);
    }
    return found;
}

bool isBoxLine(std::string_view text)
{
    const std::string_view start = text.substr(0, 3);
    return start == "\xe2\x94\x82" || start == "\xe2\x95\xb0" || start == "\xe2\x95\xad";
}

FoundTraceback readRichForm(const std::vector<TextLine> &lines)
{
    static const QRegularExpression place(
        QStringLiteral("^(?:(\\S.*):(\\d{1,8}) )?in ([^\\s:]+)(?::(\\d{1,8}))?$"));
    static const QRegularExpression marked(QStringLiteral("^\u2771 *(\\d{1,8}) (.*)$"));
    Runner::ExceptionInfo exception;
    for (const TextLine &line : lines) {
        if (!isBoxLine(line.text)) {
            setType(exception, line.text);
            continue;
        }
        QString text = toText(line.text).mid(1);
        if (text.endsWith(u'\u2502'))
            text.chop(1);
        text = text.left(static_cast<qsizetype>(MaxPatternLine)).trimmed();
        if (const auto found = place.match(text); found.hasMatch())
            exception.frames.append(frameAt(found.captured(1),
                                            std::max(found.captured(2).toInt(), found.captured(4).toInt()),
                                            found.captured(3)));
        else if (const auto source = marked.match(text); source.hasMatch() && !exception.frames.isEmpty())
            exception.frames.last().sourceLine = source.captured(2).trimmed();
    }
    exception.message = exception.message.trimmed();
    return withException(exception);
}

FoundTraceback readFaultForm(const std::vector<TextLine> &lines)
{
    Runner::ExceptionInfo exception;
    exception.type = QStringLiteral("Fatal Python error");
    bool current = false;
    for (const TextLine &line : lines) {
        const std::string_view text = line.text;
        const std::size_t fatal = text.find("Fatal Python error: ");
        const std::size_t windows = text.find("Windows fatal exception: ");
        if (fatal != std::string_view::npos)
            exception.message = toText(text.substr(fatal + 20));
        else if (windows != std::string_view::npos)
            exception.message = toText(text.substr(windows + 25));
        else if (text.find("hread 0x") != std::string_view::npos)
            current = exception.frames.isEmpty() && text.substr(0, 7) == "Current";
        else if (const auto frame = readFileLine(text); frame && current)
            exception.frames.prepend(*frame);
    }
    return withException(exception);
}

bool readWarning(std::string_view text)
{
    static const QRegularExpression warning(QStringLiteral("^[A-Za-z_][\\w.]*(?:Warning|Error|Exception): "));
    const auto place = matchOf(placePattern(), text);
    return place.hasMatch() && warning.match(place.captured(4)).hasMatch();
}

FoundTraceback readWarningForm(const std::vector<TextLine> &lines)
{
    const auto place = matchOf(placePattern(), lines.front().text);
    Runner::ExceptionInfo exception;
    setType(exception, place.captured(4).toStdString());
    Runner::TracebackFrame frame = frameAt(place.captured(1), place.captured(2).toInt(), QString());
    if (lines.size() > 1)
        setSource(frame, lines[1].text, {});
    exception.frames.append(frame);
    FoundTraceback found = withException(exception);
    found.traceback.isWarning = exception.type.endsWith(QLatin1String("Warning"));
    return found;
}

} // namespace Skillet::Incident
