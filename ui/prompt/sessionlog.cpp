// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/sessionlog.h"

#include <QCoreApplication>

#include <algorithm>

namespace Skillet::Ui {

using Runner::ProgramKind;
using Runner::RunOutcome;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::SessionLog", text);
}

QString commented(const QString &text)
{
    QString lines = text;
    lines.replace(u'\n', QLatin1String("\n# "));
    return QStringLiteral("# ") + lines;
}

} // namespace

void SessionLog::begin(Runner::RunId run, const Runner::Program &program, const QString &shown)
{
    m_entries.append({run, program, shown, false, RunOutcome::Finished});
}

void SessionLog::end(Runner::RunId run, RunOutcome outcome)
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [run](const Entry &entry) { return entry.run == run; });
    if (found != m_entries.rend()) {
        found->ended = true;
        found->outcome = outcome;
    }
}

QString SessionLog::inputWithLine(int line, const QString &text) const
{
    for (auto entry = m_entries.rbegin(); line > 0 && entry != m_entries.rend(); ++entry) {
        if (entry->program.isTyped() && entry->program.source.split(u'\n').value(line - 1) == text)
            return entry->program.source;
    }
    return {};
}

void SessionLog::pythonBegan()
{
    // What waits for the fresh Python belongs to it already.
    qsizetype first = m_entries.size();
    while (first > m_chapter && !m_entries[first - 1].ended)
        --first;
    if (first > m_chapter)
        m_chapterBefore = m_chapter;
    m_chapter = first;
}

QList<SessionLog::Entry> SessionLog::toReplay() const
{
    const bool isFresh = m_chapter == m_entries.size();
    const qsizetype from = isFresh ? m_chapterBefore : m_chapter;
    const qsizetype to = isFresh ? m_chapter : m_entries.size();
    QList<Entry> entries;
    for (qsizetype i = from; i < to; ++i) {
        const bool endedWell = m_entries[i].ended && m_entries[i].outcome == RunOutcome::Finished;
        if (endedWell && m_entries[i].program.frame.isNull())
            entries.append(m_entries[i]);
    }
    return entries;
}

const SessionLog::Entry *SessionLog::entry(Runner::RunId run) const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [run](const Entry &entry) { return entry.run == run; });
    return found == m_entries.rend() ? nullptr : &*found;
}

QString SessionLog::asProgram() const
{
    QString program;
    for (const Entry &entry : m_entries) {
        if (entry.program.kind == ProgramKind::File)
            program += commented(say("Ran the file %1.").arg(entry.program.file));
        else if (entry.program.kind == ProgramKind::Module)
            program += commented(say("Ran the module %1.").arg(entry.program.file));
        else if (!entry.program.frame.isNull())
            program += commented(say("This was asked at the place of an error:") + u'\n' + entry.shown);
        else if (entry.ended && entry.outcome == RunOutcome::Finished)
            program += entry.shown;
        else
            program += commented(say("This did not end well:") + u'\n' + entry.shown);
        program += u'\n';
    }
    return program;
}

} // namespace Skillet::Ui
