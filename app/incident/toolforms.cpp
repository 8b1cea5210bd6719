// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/toolforms.h"

#include "incident/formparts.h"
#include "incident/lineparts.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Skillet::Incident {

namespace {

const QRegularExpression &placePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\S.*?\\.pyw?|<[^>]+>|sys):(\\d{1,8}): ?(in )?(.*)$"));
    return pattern;
}

FoundTraceback withException(const Runner::ExceptionInfo &exception)
{
    FoundTraceback found;
    found.traceback.exceptions = {exception};
    found.memberOf = {-1};
    found.complete = !exception.type.isEmpty();
    return found;
}

/// The forms `long` and `short`. The long one prints the code before the place, the short one behind it.
class PytestReader final
{
public:
    void read(std::string_view text);
    [[nodiscard]] FoundTraceback finish();

private:
    void readError(std::string_view text);
    void readPlace(const QRegularExpressionMatch &place);
    void readCarets(std::string_view text);
    void readCode(std::string_view text);

    std::vector<Runner::ExceptionInfo> m_printed{1};
    QString m_function; ///< the long form's, printed above its place
    std::string m_marked;
    std::string m_carets;
    std::string m_source; ///< of the last frame
    std::size_t m_margin = 0; ///< of the messages' first line
    bool m_awaitsSource = false;
};

void PytestReader::read(std::string_view text)
{
    const Runner::ChainLink link = readChainSentence(text);
    const QRegularExpressionMatch place = matchOf(placePattern(), text);
    if (link != Runner::ChainLink::None) {
        m_printed.back().link = link;
        m_printed.emplace_back();
        m_function.clear();
        m_source.clear();
        m_awaitsSource = false;
    } else if (text.substr(0, 3) == "E  ") {
        readError(text.substr(1));
    } else if (place.hasMatch()) {
        readPlace(place);
    } else if (isCaretLine(text)) {
        readCarets(text);
    } else {
        readCode(text);
    }
}

void PytestReader::readCode(std::string_view text)
{
    static const QRegularExpression definition(QStringLiteral("^[> ] +(?:async )?def (\\w+)\\("));
    // Functions inside the function that is shown come later.
    if (const auto def = matchOf(definition, text); m_function.isEmpty() && def.hasMatch())
        m_function = def.captured(1);
    if (text.substr(0, 4) == ">   ") {
        m_marked = std::string(text.substr(1));
        m_carets.clear();
    } else if (m_awaitsSource && text.substr(0, 4) == "    ") {
        m_source = std::string(text);
        setSource(m_printed.back().frames.last(), m_source, {});
    }
    m_awaitsSource = false;
}

void PytestReader::readCarets(std::string_view text)
{
    if (!m_source.empty() && !m_printed.back().frames.isEmpty())
        setSource(m_printed.back().frames.last(), m_source, text);
    else if (m_carets.empty())
        m_carets = std::string(text.substr(1));
    m_source.clear();
}

void PytestReader::readPlace(const QRegularExpressionMatch &place)
{
    Runner::ExceptionInfo &exception = m_printed.back();
    m_awaitsSource = !place.captured(3).isEmpty();
    Runner::TracebackFrame frame = frameAt(place.captured(1), place.captured(2).toInt(),
                                           m_awaitsSource ? place.captured(4) : m_function);
    if (!m_awaitsSource)
        setSource(frame, m_marked, m_carets);
    exception.frames.append(frame);
    m_marked.clear();
    m_carets.clear();
    m_source.clear();
    m_function.clear();
    if (!m_awaitsSource && exception.type.isEmpty() && readExceptionLine(place.captured(4).toStdString()))
        exception.type = place.captured(4);
}

// A module that cannot be compiled has its place among the lines of the message.
void PytestReader::readError(std::string_view text)
{
    Runner::ExceptionInfo &exception = m_printed.back();
    const std::string_view inner = trimmed(text);
    if (const auto frame = readFileLine(text); frame && exception.type.isEmpty()) {
        exception.frames.append(*frame);
        m_awaitsSource = true;
    } else if (exception.type.isEmpty() && isCaretLine(text)) {
        readCarets(text);
    } else if (m_awaitsSource && exception.type.isEmpty()) {
        readCode(text);
    } else {
        if (exception.type.isEmpty())
            m_margin = static_cast<std::size_t>(inner.data() - text.data());
        setType(exception, text.substr(std::min({m_margin, text.size(), text.find_first_not_of(' ')})));
    }
}

FoundTraceback PytestReader::finish()
{
    for (Runner::ExceptionInfo &one : m_printed)
        markSyntaxError(one);
    return m_printed.back().type.isEmpty() ? FoundTraceback() : lastFirst(m_printed);
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
    PytestReader reader;
    for (const TextLine &line : lines)
        reader.read(line.text);
    return reader.finish();
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

bool isUnreadableSource(std::string_view text)
{
    static const QRegularExpression unreadable(
        QStringLiteral("^SyntaxError: (?:Non-UTF-8 code starting with |encoding problem: |unknown encoding: "
                       "|source code (?:string )?cannot contain null bytes)"));
    return matchOf(unreadable, text).hasMatch();
}

FoundTraceback readUnreadableSource(const std::vector<TextLine> &lines)
{
    static const QRegularExpression place(
        QStringLiteral(" in file (.+) on line (\\d{1,8}), but no encoding "));
    const std::string_view text = lines.front().text;
    Runner::ExceptionInfo exception;
    setType(exception, text);
    if (const auto found = matchOf(place, text); found.hasMatch())
        exception.frames.append(frameAt(found.captured(1), found.captured(2).toInt(), QString()));
    markSyntaxError(exception);
    return withException(exception);
}

} // namespace Skillet::Incident
