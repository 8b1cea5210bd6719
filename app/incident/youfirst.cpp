// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/youfirst.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Skillet::Incident {

using Runner::TracebackFrame;

namespace {

constexpr qsizetype MostExcerpts = 4;
constexpr int MostLines = 24; // of an excerpt
constexpr int FewestChoices = 3;

/// The same for the same texts, always: a question that is drawn again must not change.
quint32 mixed(const QString &text)
{
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5);
    return static_cast<quint32>(static_cast<uchar>(hash.at(0)) << 8 | static_cast<uchar>(hash.at(1)));
}

int indentOf(const QString &line)
{
    int columns = 0;
    for (const QChar letter : line) {
        if (letter == u'\t')
            columns += 8 - columns % 8;
        else if (letter == u' ')
            ++columns;
        else
            break;
    }
    return columns;
}

bool isBlank(const QString &line)
{
    return line.trimmed().isEmpty();
}

bool opensFunction(const QString &line)
{
    const QString text = line.trimmed();
    return text.startsWith(QLatin1String("def ")) || text.startsWith(QLatin1String("async def "));
}

/// A stretch of lines, as indexes.
struct Stretch
{
    qsizetype first = 0;
    qsizetype last = 0;
};

/// The function around the line; empty at the top level.
Stretch functionAround(const QStringList &lines, qsizetype at)
{
    int indent = indentOf(lines.at(at));
    qsizetype first = at;
    while (first >= 0
           && !(opensFunction(lines.at(first)) && (first == at || indentOf(lines.at(first)) < indent))) {
        if (!isBlank(lines.at(first)))
            indent = std::min(indent, indentOf(lines.at(first)));
        --first;
    }
    if (first < 0)
        return {0, -1};
    const int outer = indentOf(lines.at(first));
    qsizetype last = at;
    while (last + 1 < lines.size() && (isBlank(lines.at(last + 1)) || indentOf(lines.at(last + 1)) > outer))
        ++last;
    return {first, last};
}

/// What is shown of a program around a line: its function, or what stands around it at the top level, and
/// the line not always in the middle.
Stretch stretchAround(const QStringList &lines, qsizetype at)
{
    Stretch stretch = functionAround(lines, at);
    if (stretch.last < stretch.first)
        stretch = {0, lines.size() - 1};
    if (stretch.last - stretch.first >= MostLines) {
        const qsizetype above = 3 + mixed(lines.at(at)) % (MostLines - 6);
        const qsizetype latest = stretch.last - MostLines + 1;
        stretch.first = std::clamp(at - above, stretch.first, latest);
        stretch.last = stretch.first + MostLines - 1;
    }
    while (stretch.first < at && isBlank(lines.at(stretch.first)))
        ++stretch.first;
    while (stretch.last > at && isBlank(lines.at(stretch.last)))
        --stretch.last;
    return stretch;
}

CodeExcerpt excerptOf(const TracebackFrame &frame, const QString &source)
{
    CodeExcerpt excerpt{frame.file, frame.function, frame.range.line, {frame.sourceLine}};
    const QStringList lines = source.split(u'\n');
    const qsizetype at = frame.range.line - 1;
    if (source.isEmpty() || at < 0 || at >= lines.size())
        return excerpt;
    const Stretch stretch = stretchAround(lines, at);
    excerpt.firstLine = static_cast<int>(stretch.first) + 1;
    excerpt.lines = lines.mid(stretch.first, stretch.last - stretch.first + 1);
    return excerpt;
}

int lastLine(const CodeExcerpt &excerpt)
{
    return excerpt.firstLine + static_cast<int>(excerpt.lines.size()) - 1;
}

} // namespace

YouFirst::YouFirst(const Runner::ExceptionInfo &raised, const SourceOf &sourceOf)
    : m_raised(raised)
{
    collect(sourceOf);
    if (!canAskLine())
        goOn();
}

void YouFirst::collect(const SourceOf &sourceOf)
{
    const qsizetype where = m_raised.whereToLook();
    if (where < 0)
        return;
    // From the failure outwards: what is too much is what is far away.
    for (qsizetype i = where; i >= 0 && m_excerpts.size() < MostExcerpts; --i) {
        const TracebackFrame &frame = m_raised.frames.at(i);
        if (frame.isLearners && frame.range.line > 0 && !isBlank(frame.sourceLine))
            add(excerptOf(frame, sourceOf(frame)));
    }
    std::reverse(m_excerpts.begin(), m_excerpts.end());
}

/// Stretches of one file that touch become one.
void YouFirst::add(const CodeExcerpt &excerpt)
{
    for (CodeExcerpt &known : m_excerpts) {
        if (known.file != excerpt.file || excerpt.firstLine > lastLine(known) + 1
            || known.firstLine > lastLine(excerpt) + 1)
            continue;
        const CodeExcerpt &above = known.firstLine <= excerpt.firstLine ? known : excerpt;
        const CodeExcerpt &below = known.firstLine <= excerpt.firstLine ? excerpt : known;
        CodeExcerpt both = above;
        both.lines += below.lines.mid(lastLine(above) - below.firstLine + 1);
        if (known.function != excerpt.function)
            both.function.clear();
        known = both;
        return;
    }
    m_excerpts.append(excerpt);
}

bool YouFirst::canAskLine() const
{
    qsizetype lines = 0;
    for (const CodeExcerpt &excerpt : m_excerpts)
        lines += std::count_if(excerpt.lines.begin(), excerpt.lines.end(),
                               [](const QString &line) { return !isBlank(line); });
    return lines > 1;
}

void YouFirst::goOn()
{
    const bool hasCauses = m_causes.size() >= FewestChoices;
    const bool asksCause = m_causeAnswer == Answer::NotAsked && (hasCauses || !m_isExplained);
    m_step = m_step != Step::Done && asksCause ? Step::Cause : Step::Done;
}

void YouFirst::explain(const Runner::Explanation &explanation)
{
    if (m_isExplained)
        return;
    m_isExplained = true;
    m_explanation = explanation;
    if (!explanation.name.isEmpty()) {
        m_causes = explanation.others;
        m_causes.removeAll(explanation.name);
        m_causes.append(explanation.name);
        std::sort(m_causes.begin(), m_causes.end(), [this](const QString &a, const QString &b) {
            return mixed(m_raised.message + a) < mixed(m_raised.message + b);
        });
    }
    if (m_step == Step::Cause)
        goOn();
}

void YouFirst::pickLine(const QString &file, int line)
{
    if (m_step != Step::Line)
        return;
    m_pickedFile = file;
    m_pickedLine = line;
    goOn();
}

void YouFirst::pickCause(qsizetype index)
{
    if (m_step != Step::Cause || index < 0 || index >= m_causes.size())
        return;
    m_causeAnswer = m_causes.at(index) == m_explanation.name ? Answer::Right : Answer::Wrong;
    m_step = Step::Done;
}

void YouFirst::giveUp()
{
    if (m_step == Step::Line)
        m_lineAnswer = Answer::GivenUp;
    if (m_step == Step::Cause && !isWaiting())
        m_causeAnswer = Answer::GivenUp;
    m_step = Step::Done;
}

int YouFirst::rightLine() const
{
    const qsizetype where = m_raised.whereToLook();
    return where < 0 ? -1 : m_raised.frames.at(where).range.line;
}

bool YouFirst::isRight(const QString &file, int line) const
{
    const qsizetype where = m_raised.whereToLook();
    if (where < 0 || m_raised.frames.at(where).file != file)
        return false;
    const Runner::SourceRange &range = m_raised.frames.at(where).range;
    if (line >= range.line && line <= std::max(range.line, range.endLine))
        return true;
    // Python notices many a slip only on the line below.
    return m_raised.isSyntaxError && !m_explanation.suggestion.isEmpty()
        && line == m_explanation.suggestion.line;
}

YouFirst::Answer YouFirst::lineAnswer() const
{
    if (m_pickedLine < 0)
        return m_lineAnswer;
    return isRight(m_pickedFile, m_pickedLine) ? Answer::Right : Answer::Wrong;
}

bool YouFirst::pickedACall() const
{
    return lineAnswer() == Answer::Wrong
        && std::any_of(m_raised.frames.begin(), m_raised.frames.end(), [this](const TracebackFrame &frame) {
               return frame.file == m_pickedFile && frame.range.line == m_pickedLine;
           });
}

} // namespace Skillet::Incident
