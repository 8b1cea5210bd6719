// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/linter.h"

#include "core/log.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Skillet::Runner {

namespace {

const QLatin1String ruff("ruff");
const QLatin1String flake8("flake8");
constexpr int limitMs = 10'000;
constexpr int mostFindings = 200;
constexpr int worstGoodExit = 1; // 1: something was found

/// Columns of tools count characters from 1; a QString has two units for some.
int unitsBefore(QStringView line, int column)
{
    qsizetype units = 0;
    for (int characters = 1; characters < column && units < line.size(); ++characters)
        units += line.at(units).isHighSurrogate() ? 2 : 1;
    return static_cast<int>(std::min(units, line.size()));
}

/// pyflakes, syntax errors and escapes: the analyst says these, in better words.
bool isSaidByTheAnalyst(const QString &code)
{
    return code.isEmpty() || code.startsWith(u'F') || code.startsWith(QLatin1String("E9"))
        || code == QLatin1String("W605") || code == QLatin1String("invalid-syntax");
}

} // namespace

Linter::Linter(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    connect(&m_run, &ToolRun::ended, this, &Linter::take);
}

void Linter::look(const LintQuestion &question)
{
    m_run.stop();
    const QString found[] = {ToolRun::inEnvironment(question.environment, ruff),
                             ToolRun::inEnvironment(question.environment, flake8),
                             ToolRun::onPath(m_path, ruff), ToolRun::onPath(m_path, flake8)};
    const auto *program =
        std::find_if(std::begin(found), std::end(found), [](const QString &one) { return !one.isEmpty(); });
    if (program == std::end(found) || *program == m_broken)
        return;
    m_program = *program;
    m_isRuff = QFileInfo(m_program).fileName() == ruff;
    m_source = question.source;
    const QString name =
        question.file.isEmpty() ? QStringLiteral("program.py") : QFileInfo(question.file).fileName();
    QStringList arguments;
    if (m_isRuff)
        arguments = QStringList{QStringLiteral("check"),
                                QStringLiteral("--quiet"),
                                QStringLiteral("--output-format=json"),
                                QStringLiteral("--stdin-filename"),
                                name,
                                QStringLiteral("-")};
    else
        arguments = QStringList{QStringLiteral("--jobs=1"),
                                QStringLiteral("--format=%(row)d:%(col)d:%(code)s:%(text)s"),
                                QStringLiteral("--stdin-display-name"), name, QStringLiteral("-")};
    m_run.start({m_program, arguments, QFileInfo(question.file).path(), m_source.toUtf8(), limitMs});
}

void Linter::take(const ToolOutcome &outcome)
{
    if (outcome.end != ToolEnd::Finished || outcome.exitCode < 0 || outcome.exitCode > worstGoodExit) {
        m_broken = m_program;
        qCWarning(Core::logRunner).noquote() << m_program << "does not work and is not asked again:"
                                             << QString::fromUtf8(outcome.errors.right(500)).trimmed();
        return;
    }
    Q_EMIT answered(m_isRuff ? fromRuff(outcome.output) : fromFlake8(outcome.output));
}

QList<LintFinding> Linter::fromRuff(const QByteArray &json) const
{
    QList<LintFinding> findings;
    const QJsonArray entries = QJsonDocument::fromJson(json).array();
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const QJsonObject from = entry[QLatin1String("location")].toObject();
        const QJsonObject to = entry[QLatin1String("end_location")].toObject();
        const auto number = [](const QJsonObject &place, const char *key) {
            return place.value(QLatin1String(key)).toInt(-1);
        };
        add(findings,
            {entry[QLatin1String("code")].toString(),
             entry[QLatin1String("message")].toString(),
             {number(from, "row"), number(to, "row"), number(from, "column"), number(to, "column")}});
    }
    return findings;
}

QList<LintFinding> Linter::fromFlake8(const QByteArray &lines) const
{
    static const QRegularExpression form(QStringLiteral("^(\\d+):(\\d+):([A-Z]+\\d+):(.*)$"));
    QList<LintFinding> findings;
    for (const QString &line : QString::fromUtf8(lines).split(u'\n')) {
        const QRegularExpressionMatch match = form.match(line);
        const int row = match.captured(1).toInt();
        if (match.hasMatch())
            add(findings,
                {match.captured(3), match.captured(4).trimmed(), {row, row, match.captured(2).toInt(), -1}});
    }
    return findings;
}

/// With columns in units from 0; a range without an end takes the word there, else one sign.
void Linter::add(QList<LintFinding> &findings, LintFinding finding) const
{
    const QList<QStringView> lines = QStringView(m_source).split(u'\n');
    SourceRange &range = finding.range;
    if (isSaidByTheAnalyst(finding.code) || findings.size() >= mostFindings || range.line < 1
        || range.line > lines.size())
        return;
    const QStringView line = lines.at(range.line - 1);
    const bool isOneLine = range.endLine == range.line;
    range.column = unitsBefore(line, range.column);
    if (isOneLine && range.endColumn >= 0) {
        range.endColumn = unitsBefore(line, range.endColumn);
    } else if (isOneLine) {
        qsizetype end = range.column;
        while (end < line.size() && (line.at(end).isLetterOrNumber() || line.at(end) == u'_'))
            ++end;
        range.endColumn = static_cast<int>(end);
    } else { // the first line stands for all
        range.endLine = range.line;
        range.endColumn = static_cast<int>(line.size());
    }
    range.endColumn = std::max(range.endColumn, range.column + 1);
    findings.append(std::move(finding));
}

} // namespace Skillet::Runner
