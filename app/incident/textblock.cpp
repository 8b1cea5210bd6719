// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/textblock.h"

#include "incident/ipythonform.h"
#include "incident/lineparts.h"
#include "incident/plainform.h"
#include "incident/toolforms.h"

#include <algorithm>

namespace Skillet::Incident {

namespace {

constexpr std::size_t MaxLines = 6000;
constexpr std::size_t MaxBytes = 1 << 20;
/// A traceback with a prefix of its own may be far apart in a busy log; without one, lines in between are
/// few.
constexpr int MaxStrangersPrefixed = 200;
constexpr int MaxStrangersPlain = 2;
constexpr int MaxBlanks = 3;
constexpr int MaxMessageLines = 60;

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// The line begins a record of a log, a prompt or a report, so that it is no further line of a message.
bool beginsSomethingElse(std::string_view text)
{
    if (text.empty())
        return false;
    for (const std::string_view start :
         {">>>", "$ ", "# ", "```", "##[", "Exception in thread ", "Exception ignored in", "Task exception",
          "====", "----", "____", "****", "INFO", "DEBUG", "WARNING", "ERROR", "CRITICAL",
          "Fatal Python error", "In ["}) {
        if (startsWith(text, start))
            return true;
    }
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto is = [&](std::size_t i, char c) { return i < text.size() && text[i] == c; };
    const std::size_t at = text[0] == '[' ? 1 : 0;
    if (digit(at) && digit(at + 1) && (is(at + 2, ':') || is(at + 4, '-') || (at == 1 && is(at + 2, '/'))))
        return true;
    if (text.find("Warning: ") != std::string_view::npos && readWarning(text))
        return true;
    return headerAt(text) != std::string_view::npos;
}

/// What stands before the header, without the marks of an exception group.
std::string_view prefixOf(std::string_view line, std::size_t header)
{
    constexpr std::string_view group = "Exception Group ";
    std::string_view prefix = line.substr(0, header);
    if (prefix.size() >= group.size() && prefix.substr(prefix.size() - group.size()) == group)
        prefix.remove_suffix(group.size());
    if (prefix.size() >= 4 && prefix.substr(prefix.size() - 4) == "  + ")
        prefix.remove_suffix(4);
    return prefix;
}

/// Some services print the exception above its traceback instead of below.
void completeFromHeading(FoundTraceback &found, std::string_view heading)
{
    Runner::ExceptionInfo &exception = found.traceback.exceptions.first();
    const std::optional<ExceptionLine> line = readErrorHeading(heading);
    if (!exception.type.isEmpty() || exception.frames.isEmpty() || !line)
        return;
    exception.type = line->type;
    exception.message = line->message;
    found.complete = true;
}

} // namespace

TextBlock::TextBlock(Form form, LinePrefix prefix)
    : m_form(form)
    , m_prefix(std::move(prefix))
{ }

std::optional<TextBlock> TextBlock::beginningWith(const TextLine &line)
{
    const std::string_view text = line.text;
    const auto begin = [&](Form form, std::string_view prefix) {
        TextBlock block(form, LinePrefix(prefix));
        block.append(line, block.m_prefix.cutFrom(text));
        return block;
    };
    const std::size_t header = headerAt(text);
    if (header != std::string_view::npos) {
        const std::string_view before = text.substr(0, header);
        if (before.find("\xe2\x95\xad") != std::string_view::npos) // the corner of a box
            return begin(Form::Rich, before.substr(0, before.find("\xe2\x95\xad")));
        const bool isType = text.substr(header).find(':') == std::string_view::npos && header > 8
            && readExceptionLine(trimmed(before)).has_value();
        if (isType)
            return begin(Form::IPython, {});
        TextBlock block = begin(Form::Plain, prefixOf(text, header));
        block.m_group = text.find("Exception Group Traceback") != std::string_view::npos;
        return block;
    }
    if (text.find("Fatal Python error: ") != std::string_view::npos
        || text.find("Windows fatal exception: ") != std::string_view::npos)
        return begin(Form::Fault, text.substr(0, std::min(text.find("Fatal "), text.find("Windows "))));
    if (startsWith(text, "Current thread 0x"))
        return begin(Form::Fault, {});
    const std::size_t file = text.find("File \"");
    if (file != std::string_view::npos && readFileLine(text.substr(file))) {
        const std::string_view before = text.substr(0, file);
        return begin(Form::Plain, before.substr(0, before.size() - std::min<std::size_t>(2, before.size())));
    }
    if (const std::size_t cell = cellAt(text); cell != std::string_view::npos) {
        TextBlock block(Form::IPython, LinePrefix());
        block.append(line, text.substr(cell));
        return block;
    }
    if (isPytestStart(text))
        return begin(Form::Pytest, {});
    if (isUnreadableSource(text))
        return begin(Form::LoneLine, {});
    if (readWarning(text)) {
        TextBlock block = begin(Form::Warning, {});
        return block;
    }
    return std::nullopt;
}

std::optional<TextBlock> TextBlock::beginningWithCause(const TextLine &exception, const TextLine &sentence)
{
    const std::string_view text = sentence.text;
    const std::size_t start = std::min(text.find("The above exception was"), text.find("During handling of"));
    if (start == std::string_view::npos || readChainSentence(text) == Runner::ChainLink::None)
        return std::nullopt;
    TextBlock block(Form::Plain, LinePrefix(text.substr(0, start)));
    if (!readExceptionLine(block.m_prefix.cutFrom(exception.text)))
        return std::nullopt;
    block.append(exception, block.m_prefix.cutFrom(exception.text));
    block.append({{}, exception.end + 1, exception.end + 1, exception.number + 1}, {});
    block.append(sentence, block.m_prefix.cutFrom(text));
    block.m_step = Step::Chained;
    return block;
}

void TextBlock::setCode(const std::vector<TextLine> &lines)
{
    if (m_form == Form::Pytest && startsWith(m_lines.front().text, ">"))
        m_lines.insert(m_lines.begin(), lines.begin(), lines.end());
}

void TextBlock::append(const TextLine &line, std::string_view text)
{
    m_lines.push_back({std::string(text), line.offset, line.end, line.number});
    m_bytes += text.size() + sizeof(TextLine);
}

TextBlock::Answer TextBlock::offer(const TextLine &line)
{
    if (m_step == Step::Over || m_lines.size() >= MaxLines || m_bytes + line.text.size() > MaxBytes)
        return Answer::Ended;
    std::string_view text = line.text;
    const bool ours = m_prefix.isBlank() || m_prefix.isOf(text);
    // A logger puts its prefix before the first line of a record only.
    if (!ours && m_lines.size() == 1 && readFileLine(text))
        m_prefix = LinePrefix();
    else if (!ours)
        return ++m_strangers > MaxStrangersPrefixed ? Answer::Ended : Answer::Stranger;
    // Indented as a whole, as in a document: what stands further left is none of it.
    const bool isLeft = text.find_first_not_of(" \t") < m_prefix.text().size();
    if (m_prefix.isBlank() && m_form == Form::Plain && m_step == Step::Message && isLeft)
        return Answer::Ended;
    text = m_prefix.cutFrom(text);
    if (takes(text)) {
        append(line, text);
        return Answer::Taken;
    }
    const bool mayBeAnother = m_form == Form::Plain && m_step == Step::Frames && !m_group
        && !beginsSomethingElse(trimmed(text)) && !isBlank(text) && m_lines.size() > 1;
    if (mayBeAnother && ++m_strangers <= MaxStrangersPlain)
        return Answer::Stranger;
    return Answer::Ended;
}

bool TextBlock::takes(std::string_view text)
{
    switch (m_form) {
    case Form::Plain:
        return takesPlain(text);
    case Form::IPython:
        return takesIPython(text);
    case Form::Pytest:
        return takesPytest(text);
    case Form::Rich:
        return takesRich(text);
    case Form::Fault:
        return takesFault(text);
    case Form::Warning:
        m_step = Step::Over;
        return startsWith(text, "  ") && !isBlank(text);
    case Form::LoneLine:
        return false;
    }
    return false;
}

bool TextBlock::takesPlain(std::string_view text)
{
    const std::string_view inner = trimmed(text);
    if (m_group && (startsWith(inner, "|") || startsWith(inner, "+"))) {
        m_step = Step::Message;
        return true;
    }
    switch (m_step) {
    case Step::Frames:
        if (inner.empty() && text.size() >= 4 && m_lines.size() == 1)
            return true; // the line of a syntax error, which has nothing to be seen
        if (inner.empty() && m_lines.size() == 1 && !m_group) {
            m_form = Form::IPython; // so it prints the error of a module that cannot be compiled
            return true;
        }
        if (headerAt(text) != std::string_view::npos || inner.empty())
            return false;
        if (text[0] == ' ' || text[0] == '\t')
            return true;
        if (!readExceptionLine(text))
            return false;
        m_step = Step::Message;
        return true;
    case Step::Message:
    case Step::Blank:
        return takesMessage(text);
    case Step::Chained: {
        if (inner.empty())
            return ++m_blanks <= MaxBlanks;
        if (headerAt(text) == std::string_view::npos)
            return false;
        m_group = text.find("Exception Group Traceback") != std::string_view::npos;
        m_step = Step::Frames;
        m_blanks = 0;
        m_messageLines = 0;
        return true;
    }
    case Step::Over:
        break;
    }
    return false;
}

bool TextBlock::takesMessage(std::string_view text)
{
    if (isBlank(text)) {
        m_step = Step::Blank;
        return ++m_blanks <= MaxBlanks;
    }
    if (readChainSentence(text) != Runner::ChainLink::None) {
        m_step = Step::Chained;
        m_blanks = 0;
        return true;
    }
    // A thread ends and the program goes on: what follows is more likely its output.
    if (m_heading || m_step == Step::Blank || m_group || beginsSomethingElse(text) || readFileLine(text))
        return false;
    return ++m_messageLines <= MaxMessageLines;
}

bool TextBlock::takesIPython(std::string_view text)
{
    if (m_step == Step::Message)
        return takesMessage(text);
    if (headerAt(text) != std::string_view::npos) {
        const bool isNext = m_step == Step::Chained;
        m_step = Step::Frames;
        return isNext;
    }
    if (m_step == Step::Chained || m_step == Step::Blank)
        return m_step == Step::Blank ? takesMessage(text)
                                     : isBlank(text) || startsWith(text, "-----") || readExceptionLine(text);
    const bool place = isIPythonPlace(text);
    if (isBlank(text) || place || text[0] == ' ' || text[0] == '-')
        return m_lines.size() < MaxLines;
    if (!readExceptionLine(text))
        return false;
    m_step = Step::Message;
    m_blanks = 0;
    return true;
}

bool TextBlock::takesPytest(std::string_view text)
{
    if (startsWith(text, "====") || startsWith(text, "____") || startsWith(text, "----"))
        return false;
    const bool error = startsWith(text, "E  ");
    if (m_step != Step::Frames && readChainSentence(text) != Runner::ChainLink::None) {
        m_step = Step::Chained;
        return true;
    }
    if (m_step == Step::Blank)
        return isBlank(text) && ++m_blanks <= MaxBlanks;
    if (m_step == Step::Message && !error && !isBlank(text)) {
        // The long form ends with the place of the failure; the short one has none.
        m_step = Step::Blank;
        m_blanks = 0;
        return isPytestPlace(text);
    }
    if (error)
        m_step = Step::Message;
    else if (m_step == Step::Chained && !isBlank(text))
        m_step = Step::Frames;
    return m_lines.size() < MaxLines;
}

bool TextBlock::takesRich(std::string_view text)
{
    if (m_step == Step::Message)
        return takesMessage(text);
    if (isBoxLine(text))
        return true;
    m_step = Step::Message;
    return readExceptionLine(text).has_value();
}

bool TextBlock::takesFault(std::string_view text)
{
    if (isBlank(text))
        return ++m_blanks <= MaxBlanks;
    return startsWith(text, "  ") || startsWith(text, "Current thread ") || startsWith(text, "Thread 0x")
        || startsWith(text, "Python runtime state");
}

std::optional<FoundTraceback> TextBlock::read() const
{
    std::vector<TextLine> lines = m_lines;
    while (!lines.empty() && Incident::isBlank(lines.back().text))
        lines.pop_back();
    if (lines.empty())
        return std::nullopt;
    FoundTraceback found = m_form == Form::Plain ? readPlainForm(lines)
        : m_form == Form::IPython                ? readIPythonForm(lines)
        : m_form == Form::Pytest                 ? readPytestForm(lines)
        : m_form == Form::Rich                   ? readRichForm(lines)
        : m_form == Form::Fault                  ? readFaultForm(lines)
        : m_form == Form::LoneLine               ? readUnreadableSource(lines)
                                                 : readWarningForm(lines);
    if (m_heading && found.traceback.exceptions.size() == 1)
        completeFromHeading(found, m_heading->text);
    // Frames alone are a traceback whose end is cut off; without its header too, it is anything.
    const bool hasType = std::any_of(found.traceback.exceptions.begin(), found.traceback.exceptions.end(),
                                     [](const auto &one) { return !one.type.isEmpty(); });
    if (found.traceback.isEmpty() || (!hasType && headerAt(lines.front().text) == std::string_view::npos))
        return std::nullopt;
    // Nor are exceptions without a single frame or header: somebody wrote about them.
    const bool hasFrames = std::any_of(found.traceback.exceptions.begin(), found.traceback.exceptions.end(),
                                       [](const auto &one) { return !one.frames.isEmpty(); });
    const auto isHeader = [](const TextLine &line) { return headerAt(line.text) != std::string_view::npos; };
    if (m_form == Form::Plain && !hasFrames && std::none_of(lines.begin(), lines.end(), isHeader))
        return std::nullopt;
    const TextLine &first = m_heading ? *m_heading : lines.front();
    if (m_heading)
        found.heading = toText(trimmed(m_prefix.cutFrom(m_heading->text)));
    found.offset = first.offset;
    found.length = lines.back().end - first.offset;
    found.line = first.number;
    found.lines = lines.back().number - first.number + 1;
    for (const TextLine &line : lines)
        found.traceback.plainText += toText(line.text) + u'\n';
    return found;
}

} // namespace Skillet::Incident
