// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/plainform.h"

#include "incident/folding.h"
#include "incident/lineparts.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace Skillet::Incident {

namespace {

/// CPython itself prints at most ten levels of groups.
constexpr std::size_t MaxDepth = 16;

/// One exception as printed, with those that it groups.
struct Node
{
    Runner::ExceptionInfo exception;
    std::vector<std::vector<Node>> members; ///< each a chain in the order of the text
    bool open = true; ///< its exception line has not come yet
};

using Chain = std::vector<Node>;

class PlainReader final
{
public:
    void read(std::string_view text);
    [[nodiscard]] FoundTraceback finish();

private:
    Chain &chain();
    Node &node();
    bool readSeparator(std::string_view text);
    bool readOmission(std::string_view text);
    bool readFrameLine(std::string_view text);
    bool readSourceLine(Runner::TracebackFrame &frame, std::string_view text);
    void readMessage(std::string_view text);
    void leaveTo(std::size_t column);
    void endSource();
    static void separateNotes(Runner::ExceptionInfo &exception);
    static void flatten(Chain &chain, int group, FoundTraceback &found);

    Chain m_root;
    std::vector<std::size_t> m_path; ///< index of the member chain within the last node, level by level
    Runner::ChainLink m_link = Runner::ChainLink::None;
    std::string m_source;
    int m_sourceLines = 0; ///< printed ones
    int m_below = 0; ///< the printed line lies that many lines below the frame's
    bool m_fresh = true; ///< the next line belongs to an exception not begun yet
    bool m_broken = false; ///< a traceback ended without its exception
};

Chain &PlainReader::chain()
{
    Chain *result = &m_root;
    for (const std::size_t index : m_path)
        result = &result->back().members[index];
    return *result;
}

Node &PlainReader::node()
{
    Chain &all = chain();
    if (all.empty() || m_fresh) {
        all.emplace_back();
        m_fresh = false;
        if (all.size() > 1) // the earlier one is shown after this, and led to it
            all[all.size() - 2].exception.link = m_link;
        m_link = Runner::ChainLink::None;
    }
    return all.back();
}

// `+-+---------------- 1 ----------------` begins the members, `+---------------- 2` the next one, and a
// line without a number ends them.
bool PlainReader::readSeparator(std::string_view text)
{
    const std::string_view line = trimmed(text);
    if (line.substr(0, 6) != "+-----" && line.substr(0, 6) != "+-+---")
        return false;
    endSource();
    const bool first = line.substr(0, 3) == "+-+";
    const std::size_t level = text.find('+') / 2;
    leaveTo(level);
    const bool numbered = line.find_first_of("123456789.") != std::string_view::npos;
    if (first && m_path.size() < MaxDepth && !chain().empty()) {
        chain().back().members.emplace_back();
        m_path.push_back(chain().back().members.size() - 1);
    } else if (numbered && !m_path.empty()) {
        m_path.pop_back();
        chain().back().members.emplace_back();
        m_path.push_back(chain().back().members.size() - 1);
    } else if (!m_path.empty()) {
        m_path.pop_back();
        m_fresh = false;
        return true;
    }
    m_fresh = true;
    return true;
}

void PlainReader::leaveTo(std::size_t column)
{
    const std::size_t depth = column > 0 ? column - 1 : 0;
    if (m_path.size() <= depth)
        return;
    endSource();
    m_path.resize(depth);
    m_fresh = false;
}

void PlainReader::endSource()
{
    m_source.clear();
    m_sourceLines = 0;
    m_below = 0;
}

// CPython prints the first members only, and does not go deeper than ten levels.
bool PlainReader::readOmission(std::string_view text)
{
    const std::string_view line = trimmed(text);
    const bool more = line.substr(0, 4) == "and " && line.find(" more exception") != std::string_view::npos;
    if (m_path.empty() || !m_fresh || (!more && line.substr(0, 23) != "... (max_group_depth is"))
        return false;
    const std::size_t member = m_path.back();
    m_path.pop_back();
    chain().back().exception.notes.append(toText(line));
    m_path.push_back(member);
    return true;
}

bool PlainReader::readFrameLine(std::string_view text)
{
    if (std::optional<Runner::TracebackFrame> frame = readFileLine(text)) {
        endSource();
        node().exception.frames.append(*frame);
        return true;
    }
    if (m_fresh || chain().empty() || !chain().back().open || chain().back().exception.frames.isEmpty())
        return false;
    Runner::TracebackFrame &frame = chain().back().exception.frames.last();
    constexpr std::string_view repeated = "[Previous line repeated ";
    const std::string_view line = trimmed(text);
    if (line.substr(0, repeated.size()) == repeated) {
        int count = 0;
        std::from_chars(line.data() + repeated.size(), line.data() + line.size(), count);
        frame.repeated += std::clamp(count, 0, 1'000'000);
        return true;
    }
    return !text.empty() && (text[0] == ' ' || text[0] == '\t') && readSourceLine(frame, text);
}

// Since 3.13 an expression of several lines is printed whole, each line with its own carets, or with
// `...<2 lines>...` for those in its middle.
bool PlainReader::readSourceLine(Runner::TracebackFrame &frame, std::string_view text)
{
    constexpr std::string_view omitted = "...<";
    if (isCaretLine(text)) {
        if (m_sourceLines == 1) {
            setSource(frame, m_source, text);
        } else if (frame.range.column >= 0) {
            frame.range.endLine = frame.range.line + m_below;
            frame.range.endColumn = static_cast<int>(
                text.find_last_of("~^") + 1 - std::min(m_source.find_first_not_of(" \t"), text.size()));
        }
        return true;
    }
    const std::string_view line = trimmed(text);
    int lines = 0;
    if (line.substr(0, omitted.size()) == omitted)
        std::from_chars(line.data() + omitted.size(), line.data() + line.size(), lines);
    if (lines > 0) {
        m_below += std::min(lines, 1'000'000);
    } else if (++m_sourceLines == 1) {
        m_source = std::string(text);
        setSource(frame, m_source, {});
    } else {
        ++m_below;
    }
    return true;
}

void PlainReader::readMessage(std::string_view text)
{
    if (readOmission(text))
        return;
    Node &current = node();
    if (current.open) {
        if (const std::optional<ExceptionLine> line = readExceptionLine(trimmed(text))) {
            current.exception.type = line->type;
            current.exception.message = line->message;
            current.open = false;
        }
    } else if (trimmed(text) != "\"\"\"" && trimmed(text) != "'''") {
        if (!current.exception.message.isEmpty() || !isBlank(text))
            current.exception.message += u'\n' + toText(text);
    }
}

void PlainReader::read(std::string_view text)
{
    const std::string_view whole = text;
    const std::string_view inner = trimmed(text);
    if (readSeparator(text))
        return;
    // Inside a group, `  | ` and, for each level more, two blanks more stand before each line. Only the
    // innermost group is closed by a line of its own.
    if (inner.substr(0, 1) == "|") {
        leaveTo(text.find('|') / 2);
        text = text.substr(text.find('|') + 1);
        if (text.substr(0, 1) == " ")
            text.remove_prefix(1);
    } else if (!whole.empty() && whole[0] != ' ')
        leaveTo(0);
    if (headerAt(text) != std::string_view::npos) {
        m_broken = m_broken || (!m_fresh && !chain().empty() && chain().back().open);
        endSource();
        m_fresh = true;
        static_cast<void>(node());
        return;
    }
    const Runner::ChainLink link = readChainSentence(text);
    if (link != Runner::ChainLink::None) {
        m_link = link;
        m_fresh = true;
        return;
    }
    if (readFrameLine(text) || (isBlank(text) && (m_fresh || chain().empty() || chain().back().open)))
        return;
    readMessage(text);
}

// Notes and the further lines of a message look alike, except behind a message that has to be of one line.
void PlainReader::separateNotes(Runner::ExceptionInfo &exception)
{
    const qsizetype end = exception.message.indexOf(u'\n');
    if (end < 0)
        return;
    const QStringView first = QStringView(exception.message).left(end);
    const bool isGroup =
        first.endsWith(QLatin1String(" sub-exceptions)")) || first.endsWith(QLatin1String(" sub-exception)"));
    const bool isKey = exception.type == QLatin1String("KeyError") && first.size() > 1
        && (first.front() == u'\'' || first.front() == u'"') && first.back() == first.front();
    if (!isGroup && !isKey)
        return;
    exception.notes = exception.message.mid(end + 1).split(u'\n') + exception.notes;
    exception.message.truncate(end);
}

void PlainReader::flatten(Chain &chain, int group, FoundTraceback &found)
{
    for (auto one = chain.rbegin(); one != chain.rend(); ++one) {
        one->exception.message = one->exception.message.trimmed();
        separateNotes(one->exception);
        foldRepeats(one->exception.frames);
        markSyntaxError(one->exception);
        if (one->exception.type.isEmpty() && one->exception.frames.isEmpty())
            continue;
        found.complete = found.complete && !one->open;
        const int index = static_cast<int>(found.traceback.exceptions.size());
        one->exception.memberOf = group;
        found.traceback.exceptions.append(one->exception);
        found.memberOf.append(group);
        for (Chain &member : one->members)
            flatten(member, index, found);
    }
}

FoundTraceback PlainReader::finish()
{
    FoundTraceback found;
    flatten(m_root, -1, found);
    found.complete = found.complete && !m_broken;
    return found;
}

} // namespace

FoundTraceback readPlainForm(const std::vector<TextLine> &lines)
{
    PlainReader reader;
    for (const TextLine &line : lines)
        reader.read(line.text);
    return reader.finish();
}

} // namespace Skillet::Incident
