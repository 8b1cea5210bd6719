// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/records.h"
#include "runner/analyst.h"
#include "runner/session.h"
#include "workspace/runsettings.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace Skillet::Core {
struct Paths;
} // namespace Skillet::Core

namespace Skillet::Ui {

class Actions;
class EditorArea;
class ExplanationController;
class HistoryController;
class IncidentController;
class IncidentLog;
class ProbeController;
class PromptPane;
class Theme;
class TracebackPane;

/// Runs the editor's files and selections in the prompt, and takes what broke to the traceback pane and to
/// the line in the editor.
class RunController final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        EditorArea &editor;
        PromptPane &prompt;
        TracebackPane &traceback;
    };

    RunController(const Core::Paths &paths, const Theme &theme, Runner::Session &session,
                  Runner::Analyst &analyst, const Panes &panes, QObject *parent);

    /// The window's commands for earlier tracebacks and those from elsewhere.
    void connectActions(const Actions &actions);

    /// The errors of runs and checks and those of texts are told to `log`.
    void tellIncidents(IncidentLog &log);
    /// Errors of its probes are none of the learner's.
    void leaveOut(const ProbeController &probes) { m_probes = &probes; }
    [[nodiscard]] ExplanationController &explanations() { return *m_explanations; }

    /// Saves the current file, when it has a name, and runs it.
    void runFile();
    /// The same by `python -m`; a file without a name is no module.
    void runModule();
    /// Runs the current file to show how it fails: its error is nobody's yet.
    void demonstrate();
    void runSelection();
    void runBlock();
    /// Runs the saved file in the desktop's own terminal.
    void runInTerminal();
    /// Asks for what the current file is run with.
    void askRunSettings();
    /// Keeps what belongs to a file, or to those of a folder.
    void followRename(const QString &from, const QString &to);
    /// Runs a lesson's code block.
    void runCode(const QString &code);
    void stop();
    void restart();

    /// Shows what a test failed of; it is recorded nowhere.
    void showFailure(const Runner::Traceback &traceback) { showTraceback(traceback); }
    /// An exercise's check has met an error.
    void noteCheck(const Runner::Traceback &traceback);
    void openLocation(const QString &file, int line, int column);

Q_SIGNALS:
    void incidentMet(Skillet::Progress::IncidentSource source, const Skillet::Runner::Traceback &traceback);
    /// The learner asked for something whose news is in that pane.
    void promptWanted();
    void tracebackWanted();
    /// Python is at work or no longer. A moment later, so that short runs leave the window as it is.
    void busyChanged(bool busy);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    /// Saves the current file; false, with the problem told, when there is nothing that could run.
    [[nodiscard]] bool saveForRun();
    void run(const std::optional<Runner::Program> &program);
    /// Runs lines of the current file, which begin with its `line`, from 1.
    void runPart(const QString &code, int line);
    /// With what the learner chose for the current file; nothing, with the problem told, when that cannot be.
    [[nodiscard]] std::optional<Runner::Program> withSettings(Runner::Program program);
    void noteTraceback(const Runner::Traceback &traceback);
    void connectHistory();
    void connectTraceback();
    void connectSession();
    /// Draws `traceback` and marks its place in the editor.
    void showTraceback(const Runner::Traceback &traceback);
    void markInEditor(const Runner::Traceback &traceback);

    const Core::Paths &m_paths;
    const Theme &m_theme;
    Workspace::RunSettingsStore m_runSettings;
    Runner::Session &m_session;
    Panes m_panes;
    IncidentController *m_incidents;
    ExplanationController *m_explanations;
    HistoryController *m_history;
    const ProbeController *m_probes = nullptr;
    QTimer m_noticeable; // to busyChanged()
    bool m_busy = false;
    bool m_writesMeanwhile = false; // in the editor, since the run began
    bool m_marksLater = false; // once the learner has answered
    bool m_isDemonstration = false;
    bool m_fileRunUnderWay = false; // its traceback may come forward by itself
};

} // namespace Skillet::Ui
