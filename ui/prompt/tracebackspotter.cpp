// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/tracebackspotter.h"

#include <QRegularExpression>

#include <utility>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostText = 100000;

bool isTracebackHeading(const QString &line)
{
    return line == QLatin1String("Traceback (most recent call last):");
}

/// `program.py:3: UserWarning: text`
QRegularExpressionMatch matchWarning(const QString &line)
{
    static const QRegularExpression warning(
        QStringLiteral("^(\\S.{0,400}?):(\\d{1,9}): ((?:[A-Za-z_]\\w*\\.)*[A-Za-z_]*Warning): (.*)$"));
    // Most lines are none, and a search for the word is quicker than the pattern.
    return line.contains(QLatin1String("Warning: ")) ? warning.match(line) : QRegularExpressionMatch();
}

bool isLearnersFile(const QString &file)
{
    return !file.startsWith(u'<') && !file.contains(QLatin1String("/lib/python"))
        && !file.contains(QLatin1String("/site-packages/"))
        && !file.contains(QLatin1String("/dist-packages/"));
}

} // namespace

bool TracebackSpotter::isHeading(const QString &line)
{
    return isTracebackHeading(line) || matchWarning(line).hasMatch();
}

void TracebackSpotter::reset()
{
    m_inside = false;
    m_text.clear();
    m_exception = {};
    m_warning.reset();
}

std::optional<Runner::Traceback> TracebackSpotter::end()
{
    return std::exchange(m_warning, std::nullopt);
}

// The line of code comes below a warning, with two blanks before it, when it is at hand.
std::optional<Runner::Traceback> TracebackSpotter::feedWarning(const QString &line)
{
    std::optional<Runner::Traceback> found = std::exchange(m_warning, std::nullopt);
    if (found && line.startsWith(QLatin1String("  "))) {
        found->plainText += line + u'\n';
        found->exceptions.first().frames.first().sourceLine = line.trimmed();
        return found;
    }
    const QRegularExpressionMatch match = matchWarning(line);
    if (!match.hasMatch())
        return found;
    Runner::TracebackFrame frame;
    frame.file = match.captured(1);
    frame.range.line = match.captured(2).toInt();
    frame.range.endLine = frame.range.line;
    frame.isLearners = isLearnersFile(frame.file) || frame.file.startsWith(QLatin1String("<python-input"));
    Runner::ExceptionInfo info;
    info.type = match.captured(3);
    info.message = match.captured(4);
    info.frames = {frame};
    m_warning = Runner::Traceback{{info}, line + u'\n', true};
    m_warning->isWarning = true;
    return found;
}

std::optional<Runner::Traceback> TracebackSpotter::feed(const QString &line)
{
    if (isTracebackHeading(line)) {
        std::optional<Runner::Traceback> warning = end();
        reset();
        m_inside = true;
        m_text = line + u'\n';
        return warning;
    }
    if (!m_inside)
        return feedWarning(line);
    m_text += line + u'\n';
    if (line.startsWith(QLatin1String("  "))) {
        readFrame(line);
        if (m_text.size() > MostText)
            reset();
        return std::nullopt;
    }
    // `Type: message`, or the type alone; anything else means that other output came between.
    static const QRegularExpression last(QStringLiteral("^([A-Za-z_][\\w.]*)(?:: (.*))?$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = last.match(line);
    std::optional<Runner::Traceback> found;
    if (match.hasMatch() && !m_exception.frames.isEmpty()) {
        m_exception.type = match.captured(1);
        m_exception.message = match.captured(2);
        found = Runner::Traceback{{m_exception}, m_text};
    }
    reset();
    return found;
}

void TracebackSpotter::readFrame(const QString &line)
{
    static const QRegularExpression place(
        QStringLiteral("^  File \"([^\"]+)\", line (\\d{1,9})(?:, in (.+))?$"));
    static const QRegularExpression repeated(
        QStringLiteral("^  \\[Previous line repeated (\\d{1,9}) more times?\\]$"));
    const QRegularExpressionMatch match = place.match(line);
    if (match.hasMatch()) {
        Runner::TracebackFrame frame;
        frame.file = match.captured(1);
        frame.function = match.captured(3);
        frame.range.line = match.captured(2).toInt();
        frame.range.endLine = frame.range.line;
        frame.isLearners = isLearnersFile(frame.file);
        m_exception.frames.append(frame);
    } else if (!m_exception.frames.isEmpty()) {
        Runner::TracebackFrame &frame = m_exception.frames.last();
        const QRegularExpressionMatch again = repeated.match(line);
        if (again.hasMatch())
            frame.repeated = again.captured(1).toInt();
        else if (frame.sourceLine.isEmpty())
            frame.sourceLine = line.trimmed();
    }
}

} // namespace Skillet::Ui
