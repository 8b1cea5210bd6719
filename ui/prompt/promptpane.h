// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "prompt/ansitext.h"
#include "prompt/history.h"
#include "prompt/outputkeeper.h"
#include "prompt/outputpump.h"
#include "prompt/sessionlog.h"
#include "prompt/styledline.h"
#include "prompt/submission.h"
#include "prompt/tracebackspotter.h"
#include "runner/session.h"
#include "theme/theme.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <optional>

namespace Skillet::Ui {

class Actions;
class HistorySearch;
class PromptAssist;
class PromptView;
class RepaintHold;
class RunIndicator;
class TextFind;

/// The Python prompt: shows what a session says in the order in which it says it, and gives it what the
/// learner types. Programs, lesson blocks and selections run here too.
class PromptPane final : public QWidget
{
    Q_OBJECT

public:
    PromptPane(Runner::Session &session, const Theme &theme, const CodeHighlighter &highlighter,
               const QString &historyFile, QWidget *parent = nullptr);
    ~PromptPane() override;

    /// Runs a file or a module; of a file `source` is what runs, saved or not.
    void runProgram(const Runner::Program &program);
    /// Shows `code` as if it had been typed, and runs it. Errors name the lines that it has in its file.
    void runCode(const QString &code, const CodePlace &place = {});
    void clear();
    void focusInput();
    /// Opens the strip that looks for text in what is shown.
    void showFind();
    void showHistorySearch();
    /// The window's commands for the prompt.
    void connectActions(const Actions &actions);
    /// Older lines than are shown go to a file in `folder`; when no more may be kept there, programs wait.
    void keepOutput(const QString &folder, int shownMegabytes, int keptMegabytes);
    /// All that was shown, folded lines too.
    [[nodiscard]] Core::Result<void> saveTranscript(const QString &file) const;
    /// What was typed, as a program.
    [[nodiscard]] Core::Result<void> saveProgram(const QString &file) const;
    /// A fresh Python, in which what ended well in this session is run once more, up to the first failure.
    void restartAndReplay();
    /// Completion, call tips and help.
    [[nodiscard]] PromptAssist &assist() { return *m_assist; }
    [[nodiscard]] const SessionLog &log() const { return m_log; }
    [[nodiscard]] PromptView &view() { return *m_view; }
    /// A run is under way, or its output is still being written.
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void runStarted();
    void runFinished(Skillet::Runner::RunOutcome outcome);
    /// Every exception that ended a run, but not the learner's own stop.
    void tracebackRaised(const Skillet::Runner::Traceback &traceback, Skillet::Runner::RunId run);
    void warningWritten(const Skillet::Runner::Traceback &warning);
    /// The learner asked to see this one.
    void tracebackRequested(const Skillet::Runner::Traceback &traceback);
    void locationActivated(const QString &file, int line);
    /// What is typed is not remembered beyond this session. Once.
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void connectSession();
    void connectWorker();
    void connectView();
    void buildTools(const Theme &theme);
    void enter(bool force);
    void enterCode(bool force);
    void decideCompleteness(Runner::Completeness completeness);
    void submitInput(Runner::ProgramKind kind);
    void submit(const Submission &submission);
    void start(const Submission &submission);
    void echo(const Submission &submission);
    void startNext();
    void walkHistory(bool back);
    void remember(const QString &entry);
    void openHistory(const QString &file);
    void activateLink(const QString &link);
    void stop();
    void chooseAndSave(bool asProgram);
    void showFolded();
    void tellFilled(const QString &why, OutputSpool::Room room);
    void spoolDropped(const QString &text, ColorRole color);
    void beginReplay();
    void endReplay(Runner::RunOutcome outcome);
    void tellExit(const SessionLog::Entry *entry, int exitCode);

    void linkTraceback(StyledLine &line);
    void takeSpotted(const std::optional<Runner::Traceback> &traceback);
    void writeOutput(const QString &text, ColorRole color);
    void showDisplayed(const QString &mimeType, const QByteArray &data, const QString &text);
    void showException(Runner::RunId run, const Runner::Traceback &traceback);
    void requestInput(const QString &prompt, bool secret);
    void endRun(Runner::RunId run, Runner::RunOutcome outcome, int exitCode);
    void note(const QString &text, ColorRole color = ColorRole::Muted);
    void greet();
    void showBusy();

    Runner::Session &m_session;
    History m_history;
    SessionLog m_log;
    OutputKeeper m_keeper{m_session};
    OutputPump m_pump;
    AnsiText m_ansi;
    PromptView *m_view = nullptr;
    RunIndicator *m_indicator = nullptr;
    RepaintHold *m_repaint = nullptr;
    TextFind *m_find = nullptr;
    HistorySearch *m_historySearch = nullptr;
    PromptAssist *m_assist = nullptr;
    std::deque<Submission> m_waiting;
    Runner::RunId m_run = 0; ///< 0: nothing of ours is running
    bool m_running = false;
    Runner::RunId m_lastEnded = 0;
    bool m_replayWanted = false;
    bool m_saidStopped = false;
    bool m_saidLost = false;
    bool m_toldHistory = false;
    int m_workersSeen = 0;
    quint32 m_request = 0; ///< of the completeness asked for; 0: none
    QString m_asked;
    QTimer m_askLimit;
    QTimer m_saveHistory;
    QHash<int, Runner::Traceback> m_tracebacks; ///< for the links; the oldest go
    int m_lastTraceback = 0;
    TracebackSpotter m_spotter;
    int m_spotted = 0; ///< number of the traceback that the program is writing
};

} // namespace Skillet::Ui
