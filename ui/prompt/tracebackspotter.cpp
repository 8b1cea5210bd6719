// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/tracebackspotter.h"

#include <QRegularExpression>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostText = 100000;

bool isLearnersFile(const QString &file)
{
    return !file.startsWith(u'<') && !file.contains(QLatin1String("/lib/python"))
        && !file.contains(QLatin1String("/site-packages/"))
        && !file.contains(QLatin1String("/dist-packages/"));
}

} // namespace

bool TracebackSpotter::isHeading(const QString &line)
{
    return line == QLatin1String("Traceback (most recent call last):");
}

void TracebackSpotter::reset()
{
    m_inside = false;
    m_text.clear();
    m_exception = {};
}

std::optional<Runner::Traceback> TracebackSpotter::feed(const QString &line)
{
    if (isHeading(line)) {
        reset();
        m_inside = true;
        m_text = line + u'\n';
        return std::nullopt;
    }
    if (!m_inside)
        return std::nullopt;
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
