// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/ipythonform.h"

#include "incident/formparts.h"
#include "incident/lineparts.h"

#include <algorithm>

namespace Skillet::Incident {

namespace {

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

class IPythonReader final
{
public:
    void read(std::string_view text);
    [[nodiscard]] FoundTraceback finish();

private:
    bool readPlace(std::string_view text);
    bool readSource(std::string_view text);

    std::vector<Runner::ExceptionInfo> m_printed;
    Runner::ChainLink m_link = Runner::ChainLink::None;
    std::string m_source;
    bool m_headed = false;
    bool m_indented = false; ///< code is printed below its place as in CPython's form
};

void IPythonReader::read(std::string_view text)
{
    if (headerAt(text) != std::string_view::npos) {
        if (!m_printed.empty())
            m_printed.back().link = m_link;
        m_printed.emplace_back();
        m_headed = true;
        return;
    }
    if (const Runner::ChainLink link = readChainSentence(text); link != Runner::ChainLink::None) {
        m_link = link;
        return;
    }
    if (readPlace(text) || m_printed.empty() || readSource(text))
        return;
    if (!text.empty() && text[0] != ' ' && text[0] != '-')
        setType(m_printed.back(), text);
}

bool IPythonReader::readPlace(std::string_view text)
{
    const bool indented = text.substr(0, 1) == " ";
    const std::string_view inner = trimmed(text);
    if (indented && inner.substr(0, 7) != "Cell In" && inner.substr(0, 8) != "Input In"
        && inner.substr(0, 5) != "File ")
        return false;
    const QRegularExpressionMatch place = matchOf(cellPattern(), inner);
    const bool isCell = !place.captured(1).isEmpty();
    const int number = std::max(place.captured(3).toInt(), place.captured(4).toInt());
    if (!place.hasMatch() || (indented && !isCell && number < 1))
        return false;
    if (m_printed.empty())
        m_printed.emplace_back();
    m_indented = indented || !m_headed;
    m_source.clear();
    const QString file =
        isCell ? u'<' + place.captured(1).remove(u'<').remove(u'>') + u'>' : place.captured(2);
    const QString function =
        m_indented && place.captured(5).isEmpty() ? QString() : functionOf(place.captured(5));
    m_printed.back().frames.append(frameAt(file, number > 0 ? number : -1, function));
    return true;
}

bool IPythonReader::readSource(std::string_view text)
{
    static const QRegularExpression arrow(QStringLiteral("^-+> *(\\d{1,8}) ?(.*)$"));
    if (m_printed.back().frames.isEmpty())
        return false;
    Runner::TracebackFrame &frame = m_printed.back().frames.last();
    if (const auto source = matchOf(arrow, text); source.hasMatch()) {
        frame.range = {};
        frame.range.line = source.captured(1).toInt();
        frame.sourceLine = source.captured(2).trimmed();
        return true;
    }
    if (!m_indented || text.substr(0, 1) != " ")
        return false;
    if (isCaretLine(text)) {
        setSource(frame, m_source, text);
    } else if (m_source.empty()) {
        m_source = std::string(text);
        setSource(frame, m_source, {});
    }
    return true;
}

FoundTraceback IPythonReader::finish()
{
    for (Runner::ExceptionInfo &one : m_printed) {
        markSyntaxError(one);
        for (Runner::TracebackFrame &frame : one.frames) {
            if (frame.function.isEmpty())
                frame.function = functionOf(QString());
        }
    }
    return lastFirst(m_printed);
}

} // namespace

bool isIPythonPlace(std::string_view text)
{
    return matchOf(cellPattern(), text).hasMatch();
}

std::size_t cellAt(std::string_view text)
{
    const std::size_t cell = std::min(text.find("Cell In["), text.find("Input In ["));
    return cell != std::string_view::npos && isIPythonPlace(trimmed(text.substr(cell)))
        ? cell
        : std::string_view::npos;
}

FoundTraceback readIPythonForm(const std::vector<TextLine> &lines)
{
    IPythonReader reader;
    for (const TextLine &line : lines)
        reader.read(line.text);
    return reader.finish();
}

} // namespace Skillet::Incident
