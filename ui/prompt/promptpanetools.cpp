// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PromptPane for what is done with a session besides typing: finding, reading, saving, replaying.
#include "actions.h"
#include "assist/completer.h"
#include "core/file.h"
#include "find/searchstrip.h"
#include "prompt/exceptionlines.h"
#include "prompt/foldedfind.h"
#include "prompt/helpreader.h"
#include "prompt/historysearch.h"
#include "prompt/picture.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "prompt/textfind.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr int MaxLines = 10000;
/// Characters are kept as UTF-16.
constexpr int CharactersPerMegabyte = 500 * 1000;
constexpr qsizetype MostTextOfPicture = 200 * 1000;
/// As much of what was folded away is shown at once.
constexpr qint64 ShownFolded = 2 * 1024 * 1024;

/// Text that needs no terminal to be read: nothing is overwritten and nothing coloured.
bool isPlain(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        const char16_t code = c.unicode();
        return (code < 0x20 && code != u'\n' && code != u'\t') || code == 0x2028 || code == 0x2029;
    });
}

} // namespace

void PromptPane::buildTools(const Theme &theme)
{
    auto *findStrip = new SearchStrip(theme, tr("Find in the prompt"), this);
    m_find = new TextFind(*m_view, *findStrip, theme, [this](const TextFind::Marks &marks) {
        m_view->setMarks(PromptView::Marks::Search, marks);
    });
    m_find->setParent(this);
    new FoldedFind(*m_find, m_keeper.spool(), this);
    auto *historyStrip = new SearchStrip(theme, tr("Find in what you ran before"), this);
    m_historySearch = new HistorySearch(*m_view, m_history, *historyStrip, theme);
    m_historySearch->setParent(this);
    layout()->addWidget(findStrip);
    layout()->addWidget(historyStrip);
    m_assist = new PromptAssist(*m_view, m_session, theme, this);
    connect(&m_assist->reader(), &HelpReader::closed, this, &PromptPane::focusInput);
    connect(m_view, &PromptView::problemOccurred, this, &PromptPane::problemOccurred);
    connect(m_view, &PromptView::noticeRaised, this, [this](const QString &text) { note(text); });
    connect(m_view, &PromptView::findRequested, this, &PromptPane::showFind);
    connect(m_view, &PromptView::historySearchRequested, this, &PromptPane::showHistorySearch);
}

void PromptPane::showFind()
{
    m_find->open();
}

void PromptPane::showHistorySearch()
{
    m_find->close();
    m_historySearch->open();
}

void PromptPane::showDisplayed(const QString &mimeType, const QByteArray &bytes, const QString &text)
{
    const auto picture = Picture::make(mimeType, bytes, text.left(MostTextOfPicture));
    if (m_ansi.hasCurrentLine())
        writeOutput(QStringLiteral("\n"), ColorRole::Text);
    m_ansi.settle();
    if (picture) {
        m_view->addPicture(picture.value());
        return;
    }
    // What cannot be drawn is shown as a terminal would.
    if (!text.isEmpty())
        writeOutput(text.left(MostTextOfPicture) + u'\n', ColorRole::Text);
    if (!picture.error().message.isEmpty())
        note(picture.error().message, ColorRole::Warn);
}

// The heading is there before the rest is: the link leads to what comes.
void PromptPane::linkTraceback(StyledLine &line)
{
    takeSpotted(m_spotter.feed(line.text));
    if (TracebackSpotter::isHeading(line.text)) {
        m_spotted = ++m_lastTraceback;
        m_tracebacks.remove(m_spotted - MostTracebacks);
        TextLook look;
        look.color = ColorRole::Accent;
        look.link = tracebackLink(m_spotted);
        line.runs = {{0, line.text.size(), look}};
    }
}

void PromptPane::takeSpotted(const std::optional<Runner::Traceback> &traceback)
{
    if (!traceback)
        return;
    m_tracebacks.insert(m_spotted, *traceback);
    if (traceback->isWarning)
        Q_EMIT warningWritten(*traceback);
}

void PromptPane::connectActions(const Actions &actions)
{
    connect(actions[ActionId::ClearPrompt], &QAction::triggered, this, &PromptPane::clear);
    connect(actions[ActionId::RestartReplay], &QAction::triggered, this, &PromptPane::restartAndReplay);
    connect(actions[ActionId::FindInPrompt], &QAction::triggered, this, &PromptPane::showFind);
    connect(actions[ActionId::SearchHistory], &QAction::triggered, this, &PromptPane::showHistorySearch);
    connect(actions[ActionId::SaveTranscript], &QAction::triggered, this, [this] { chooseAndSave(false); });
    connect(actions[ActionId::SaveProgram], &QAction::triggered, this, [this] { chooseAndSave(true); });
    connect(actions[ActionId::CompleteAfterDot], &QAction::toggled, &m_assist->completer(),
            &Completer::setAutomatic);
    m_view->addMenuActions({actions[ActionId::SaveTranscript], actions[ActionId::SaveProgram],
                            actions[ActionId::RestartReplay]});
}

void PromptPane::keepOutput(const QString &folder, int shownMegabytes, int keptMegabytes)
{
    m_keeper.spool().setFolder(folder);
    m_keeper.spool().setLimit(qint64{keptMegabytes} * 1000 * 1000);
    const int characters = shownMegabytes * CharactersPerMegabyte;
    m_pump.setLimits(MaxLines, characters);
    m_view->write([characters](Transcript &transcript) { transcript.setLimits(MaxLines, characters); });
}

// The links are what the learner may do about it. The line that the program is writing stays the last.
void PromptPane::tellFilled(const QString &why, OutputSpool::Room room)
{
    m_pump.then([this, why, room] {
        const bool waits = m_run != 0 || m_running;
        StyledLine links;
        const auto add = [](StyledLine &line, const QString &text, ColorRole color, const QString &link) {
            TextLook look;
            look.color = color;
            look.link = link;
            line.text += line.text.isEmpty() ? QString() : QStringLiteral("   ");
            line.runs.append({line.text.size(), text.size(), look});
            line.text += text;
        };
        const auto offer = [&](const QString &text, const char *link) {
            add(links, text, ColorRole::Accent, QLatin1String(link));
        };
        if (room == OutputSpool::Room::DiskFull)
            offer(tr("There is room again"), "output:again");
        offer(waits ? tr("Clear the prompt and go on") : tr("Clear the prompt"), "output:clear");
        if (waits)
            offer(tr("Stop the program"), "output:stop");
        offer(tr("Save all to a file"), "folded:save");
        StyledLine reason;
        add(reason, waits ? tr("%1 Nothing is lost: the program waits.").arg(why) : why, ColorRole::Warn, {});
        m_view->write([&](Transcript &transcript) {
            const StyledLine open = transcript.takeOpenLine();
            transcript.add({reason, links}, LineKind::Notice);
            transcript.addOutput({}, open);
        });
    });
}

// So much comes that it would leave the prompt at once. It goes where the lines before it went.
void PromptPane::spoolDropped(const QString &text, ColorRole color)
{
    QString lines;
    qint64 count = 0;
    m_ansi.settle();
    if (!m_ansi.hasCurrentLine() && text.endsWith(u'\n') && isPlain(text)) {
        lines = text;
        count = text.count(u'\n');
    } else {
        m_ansi.feedUnseen(text, color);
        m_ansi.settle();
        for (const StyledLine &line : m_ansi.takeLines()) {
            lines += line.text;
            if (!line.wraps)
                lines += u'\n';
            ++count;
        }
    }
    m_view->write([&](Transcript &transcript) {
        transcript.foldAll();
        m_keeper.keep(lines);
        transcript.countFolded(count);
    });
}

void PromptPane::showFolded()
{
    QString text = m_keeper.spool().tail(ShownFolded);
    if (m_keeper.spool().bytes() > ShownFolded)
        text.prepend(tr("These are the last lines that were folded away. Save All Output has those before "
                        "them.\n\n"));
    m_assist->reader().showText(tr("Earlier output"), text);
    m_assist->reader().goToEnd();
}

Core::Result<void> PromptPane::saveTranscript(const QString &file) const
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return Core::writeError(out, file);
    const Core::Result<void> copied = m_keeper.spool().copyTo(out);
    if (!copied && out.error() == QFileDevice::NoError)
        return copied.error();
    const QByteArray shown = m_view->transcript().text().toUtf8();
    if (!copied || out.write(shown) != shown.size() || !out.commit())
        return Core::writeError(out, file);
    return {};
}

Core::Result<void> PromptPane::saveProgram(const QString &file) const
{
    return Core::replaceFile(file, m_log.asProgram().toUtf8());
}

void PromptPane::chooseAndSave(bool asProgram)
{
    const QString name = asProgram ? tr("session.py") : tr("session.txt");
    const QString file = QFileDialog::getSaveFileName(
        this, asProgram ? tr("Save the input as a program") : tr("Save all output"),
        QDir::home().filePath(name),
        asProgram ? tr("Python programs (*.py);;All files (*)") : tr("Text files (*.txt);;All files (*)"));
    if (file.isEmpty())
        return;
    const Core::Result<void> saved = asProgram ? saveProgram(file) : saveTranscript(file);
    if (saved)
        note(tr("Saved in %1.").arg(QDir::toNativeSeparators(file)));
    else
        Q_EMIT problemOccurred(saved.error());
}

void PromptPane::restartAndReplay()
{
    m_waiting.clear();
    m_replayWanted = true;
    if (m_view->input().mode() != InputBlock::Mode::Code)
        m_view->commitAnswer();
    m_session.restart();
}

// The fresh Python is ready.
void PromptPane::beginReplay()
{
    if (!std::exchange(m_replayWanted, false))
        return;
    const QList<SessionLog::Entry> entries = m_log.toReplay();
    if (entries.isEmpty()) {
        note(tr("There is nothing to run again: nothing ended well in this session yet."));
        return;
    }
    note(tr("Running again what ended well in this session. Inputs: %1.").arg(entries.size()));
    for (const SessionLog::Entry &entry : entries) {
        const bool isTyped = entry.program.isTyped();
        m_waiting.push_back(
            {entry.program, isTyped ? entry.shown : QString(), isTyped ? QString() : entry.shown, true});
    }
    startNext();
}

void PromptPane::endReplay(Runner::RunOutcome outcome)
{
    const auto isReplay = [](const Submission &submission) { return submission.isReplay; };
    const auto left = std::count_if(m_waiting.begin(), m_waiting.end(), isReplay);
    if (outcome == Runner::RunOutcome::Finished || left == 0)
        return;
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), isReplay), m_waiting.end());
    note(tr("Stopped here, because this did not end well. Inputs that were not run again: %1.").arg(left),
         ColorRole::Warn);
}

// A program that exits leaves the prompt inside it. exit() typed at the prompt ends Python, as it does in a
// terminal; another one takes over.
void PromptPane::tellExit(const SessionLog::Entry *entry, int exitCode)
{
    const bool isTyped = entry != nullptr && entry->program.isTyped();
    if (!isTyped) {
        note(exitCode != 0 ? tr("The program ended with exit code %1.").arg(exitCode)
                           : tr("The program ended itself."),
             exitCode != 0 ? ColorRole::Warn : ColorRole::Muted);
        return;
    }
    note(exitCode != 0 ? tr("You left Python, with exit code %1.").arg(exitCode) : tr("You left Python."));
    TextLook look;
    look.color = ColorRole::Accent;
    look.link = QStringLiteral("session:replay");
    const QString text = tr("Run this session's input again in the fresh one");
    m_view->write([&](Transcript &transcript) {
        transcript.add({{text, {{0, text.size(), look}}, false}}, LineKind::Notice);
    });
    m_session.restart();
}

} // namespace Skillet::Ui
