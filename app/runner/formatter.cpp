// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/formatter.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace Skillet::Runner {

namespace {

const QLatin1String black("black");
const QLatin1String ruff("ruff");
constexpr qsizetype longestDetails = 300;

QString lastLine(const QByteArray &errors)
{
    const QStringList lines = QString::fromUtf8(errors).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.last().trimmed().left(longestDetails);
}

} // namespace

bool haveSameWords(const QString &before, const QString &after)
{
    // The prefix u of a text goes, which is the one letter that a formatter takes away.
    const auto words = [](const QString &text) {
        QString kept;
        kept.reserve(text.size());
        for (const QChar sign : text) {
            if ((sign.isLetterOrNumber() || sign == u'_') && sign != u'u' && sign != u'U')
                kept.append(sign.toCaseFolded());
        }
        return kept;
    };
    return words(before) == words(after);
}

Formatter::Formatter(const QString &path, int limitMs, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_limitMs(limitMs)
{
    connect(&m_run, &ToolRun::ended, this, &Formatter::take);
}

void Formatter::format(const FormatQuestion &question)
{
    const int number = ++m_question;
    m_run.stop();
    const QString found[] = {ToolRun::inEnvironment(question.environment, black),
                             ToolRun::inEnvironment(question.environment, ruff),
                             ToolRun::onPath(m_path, black), ToolRun::onPath(m_path, ruff)};
    const auto *program =
        std::find_if(std::begin(found), std::end(found), [](const QString &one) { return !one.isEmpty(); });
    if (program == std::end(found)) {
        QMetaObject::invokeMethod(
            this,
            [this, number] {
                if (number == m_question)
                    Q_EMIT answered({FormatEnd::NoTool, {}, {}, 0, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    m_tool = QFileInfo(*program).fileName();
    m_source = question.source;
    const QString name =
        question.file.endsWith(QLatin1String(".py")) ? question.file : QStringLiteral("program.py");
    QStringList arguments{QStringLiteral("--stdin-filename"), name, QStringLiteral("-")};
    arguments.prepend(m_tool == ruff ? QStringLiteral("format") : QStringLiteral("-q"));
    m_run.start({*program, arguments, QFileInfo(question.file).path(), m_source.toUtf8(), m_limitMs});
}

void Formatter::take(const ToolOutcome &outcome)
{
    FormatAnswer answer;
    answer.tool = m_tool;
    switch (outcome.end) {
    case ToolEnd::TimedOut:
        answer.end = FormatEnd::TimedOut;
        break;
    case ToolEnd::TooMuch:
        answer.end = FormatEnd::Refused;
        break;
    case ToolEnd::NotStarted:
    case ToolEnd::Crashed:
        answer.end = FormatEnd::Failed;
        answer.details = lastLine(outcome.errors);
        break;
    case ToolEnd::Finished:
        if (outcome.exitCode != 0) {
            readFailure(outcome, answer);
            break;
        }
        QStringDecoder decoder(QStringDecoder::Utf8);
        answer.text = decoder.decode(outcome.output);
        answer.text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        if (decoder.hasError() || !haveSameWords(m_source, answer.text)) {
            answer.end = FormatEnd::Refused;
            answer.text.clear();
        }
        break;
    }
    Q_EMIT answered(answer);
}

/// As black says it, `Cannot parse: 3:5: x = (`, and ruff, `Failed to parse at 3:5: ...`.
void Formatter::readFailure(const ToolOutcome &outcome, FormatAnswer &answer) const
{
    static const QRegularExpression place(QStringLiteral("(?i)parse[^\\n]*?(?<![\\d.])(\\d+):(\\d+)"));
    const QRegularExpressionMatch match = place.match(QString::fromUtf8(outcome.errors));
    answer.end = match.hasMatch() ? FormatEnd::Unreadable : FormatEnd::Failed;
    answer.line = match.captured(1).toInt();
    answer.details = lastLine(outcome.errors);
}

} // namespace Skillet::Runner
