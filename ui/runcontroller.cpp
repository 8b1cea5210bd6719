// SPDX-License-Identifier: GPL-3.0-or-later
#include "runcontroller.h"

#include "core/paths.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "explanationcontroller.h"
#include "historycontroller.h"
#include "incidentcontroller.h"
#include "incidentlog.h"
#include "probecontroller.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "traceback/tracebackpane.h"

#include <QFileInfo>

#include <utility>

namespace Skillet::Ui {

namespace {

/// To enable Stop for a shorter run would lay out the tool bar twice and help nobody. The end is told as
/// late, after the prompt has shown what came of it.
constexpr int NoticeableMs = 50;

} // namespace

RunController::RunController(const Core::Paths &paths, const Theme &theme, Runner::Session &session,
                             Runner::Analyst &analyst, const Panes &panes, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_theme(theme)
    , m_runSettings(paths.runSettings())
    , m_session(session)
    , m_panes(panes)
    , m_incidents(new IncidentController(panes.traceback, this))
    , m_explanations(new ExplanationController(analyst, {panes.editor, panes.prompt, panes.traceback}, this))
    , m_history(new HistoryController(
          panes.traceback, [] { return QDateTime::currentDateTime(); }, this))
{
    connectHistory();
    connectTraceback();
    connectSession();
}

void RunController::connectTraceback()
{
    connect(m_explanations, &ExplanationController::problemOccurred, this, &RunController::problemOccurred);
    connect(m_incidents, &IncidentController::problemOccurred, this, &RunController::problemOccurred);
    connect(&m_panes.traceback, &TracebackPane::problemOccurred, this, &RunController::problemOccurred);
    connect(m_incidents, &IncidentController::incidentMet, this, [this](const Runner::Traceback &traceback) {
        Q_EMIT incidentMet(Progress::IncidentSource::Pasted, traceback);
    });
    const auto unfold = [this] {
        if (!m_panes.traceback.isAsking())
            m_panes.prompt.view().fold().unfold();
    };
    // The question comes after the traceback is shown; another traceback ends it, too.
    connect(&m_panes.traceback, &TracebackPane::tracebackShown, this, unfold, Qt::QueuedConnection);
    connect(&m_panes.traceback, &TracebackPane::summaryChanged, this, unfold, Qt::QueuedConnection);
    connect(&m_panes.traceback, &TracebackPane::askingEnded, this, unfold);
    connect(&m_panes.traceback, &TracebackPane::askingEnded, this, [this] {
        if (std::exchange(m_marksLater, false))
            markInEditor(m_panes.traceback.current());
    });
    connect(m_incidents, &IncidentController::tracebackWanted, this, &RunController::tracebackWanted);
    connect(&m_panes.prompt, &PromptPane::tracebackRaised, this,
            [this](const Runner::Traceback &traceback, Runner::RunId run) {
                if (m_probes == nullptr || !m_probes->isProbe(run))
                    noteTraceback(traceback);
            });
    connect(&m_panes.prompt, &PromptPane::warningWritten, m_history, &HistoryController::noteWarning);
    connect(&m_panes.prompt, &PromptPane::runStarted, m_history, &HistoryController::beginRun);
    connect(&m_panes.prompt, &PromptPane::tracebackRequested, this,
            [this](const Runner::Traceback &traceback) {
                showTraceback(traceback);
                Q_EMIT tracebackWanted();
            });
    connect(&m_panes.prompt, &PromptPane::locationActivated, this,
            [this](const QString &file, int line) { openLocation(file, line, 0); });
    connect(&m_panes.traceback, &TracebackPane::locationActivated, this, &RunController::openLocation);
}

void RunController::connectSession()
{
    connect(&m_session, &Runner::Session::stateChanged, this, [this](Runner::SessionState state) {
        m_busy = state == Runner::SessionState::Running || state == Runner::SessionState::WaitingInput
            || state == Runner::SessionState::Stopping;
        if (!m_noticeable.isActive())
            m_noticeable.start();
    });
    m_noticeable.setSingleShot(true);
    m_noticeable.setInterval(NoticeableMs);
    connect(&m_noticeable, &QTimer::timeout, this, [this] { Q_EMIT busyChanged(m_busy); });
    connect(&m_panes.prompt, &PromptPane::runFinished, this,
            [this] { m_fileRunUnderWay = m_isDemonstration = false; });
    connect(&m_panes.editor, &EditorArea::textEdited, this, [this] { m_writesMeanwhile = true; });
    // Whoever runs a program that asks something wants to answer, unless they went on writing.
    connect(&m_session, &Runner::Session::inputRequested, this, [this] {
        if (m_fileRunUnderWay && !m_writesMeanwhile)
            m_panes.prompt.focusInput();
    });
}

void RunController::connectActions(const Actions &actions)
{
    m_incidents->connectActions(actions);
    m_history->connectActions(actions);
}

void RunController::connectHistory()
{
    connect(this, &RunController::incidentMet, m_history,
            [this](Progress::IncidentSource source, const Runner::Traceback &traceback) {
                if (source != Progress::IncidentSource::Pasted)
                    m_history->note(traceback);
            });
    connect(m_explanations, &ExplanationController::answered, m_history, &HistoryController::settle);
    connect(m_history, &HistoryController::tracebackWanted, this, &RunController::tracebackWanted);
}

void RunController::tellIncidents(IncidentLog &log)
{
    connect(this, &RunController::incidentMet, &log, &IncidentLog::begin);
    connect(m_explanations, &ExplanationController::asked, &log, &IncidentLog::expect);
    connect(m_explanations, &ExplanationController::answered, &log, &IncidentLog::settle);
    connect(&log, &IncidentLog::problemOccurred, this, &RunController::problemOccurred);
}

void RunController::runFile()
{
    if (!saveForRun())
        return;
    QString file = m_panes.editor.currentFile();
    if (file.isEmpty())
        file = m_paths.workspace + QStringLiteral("/untitled.py");
    run(withSettings(Runner::fileProgram(file, m_panes.editor.currentText())));
}

void RunController::demonstrate()
{
    if (m_busy)
        return; // what runs there is the learner's own
    runFile();
    m_isDemonstration = m_fileRunUnderWay;
}

void RunController::runModule()
{
    if (m_panes.editor.currentEditor() != nullptr && m_panes.editor.currentFile().isEmpty()) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("Python finds a module by its file. Save this one first (Ctrl+S), then "
                                   "run it as a module.")});
    } else if (saveForRun()) {
        run(withSettings(Runner::moduleProgram(m_panes.editor.currentFile())));
    }
}

bool RunController::saveForRun()
{
    if (m_panes.editor.currentEditor() == nullptr) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::NotFound,
             tr("There is no file to run. Open an exercise from the roadmap, or make a new "
                "file with Ctrl+N.")});
        return false;
    }
    // When it cannot be saved the editor has told why; running an older text than the one on screen would
    // mislead.
    return m_panes.editor.currentFile().isEmpty() || m_panes.editor.saveCurrent();
}

void RunController::run(const std::optional<Runner::Program> &program)
{
    if (!program)
        return;
    m_panes.editor.clearErrors();
    m_fileRunUnderWay = true;
    m_writesMeanwhile = false;
    Q_EMIT promptWanted();
    m_panes.prompt.runProgram(*program);
}

void RunController::runCode(const QString &code)
{
    Q_EMIT promptWanted();
    m_panes.prompt.runCode(code);
}

void RunController::stop()
{
    m_session.interrupt();
}

void RunController::restart()
{
    m_session.restart();
    Q_EMIT promptWanted();
}

void RunController::noteTraceback(const Runner::Traceback &traceback)
{
    if (!m_isDemonstration) {
        Q_EMIT incidentMet(
            m_fileRunUnderWay ? Progress::IncidentSource::File : Progress::IncidentSource::Prompt, traceback);
    }
    showTraceback(traceback);
    if (m_panes.traceback.isAsking() && !traceback.isWritten)
        m_panes.prompt.view().fold().fold(); // the answer must not be read off there
    if (m_fileRunUnderWay) {
        Q_EMIT tracebackWanted();
    }
}

void RunController::noteCheck(const Runner::Traceback &traceback)
{
    Q_EMIT incidentMet(Progress::IncidentSource::Check, traceback);
    showTraceback(traceback);
}

void RunController::showTraceback(const Runner::Traceback &traceback)
{
    m_panes.traceback.showTraceback(traceback);
    // While the learner looks for the line, the editor must not tell it.
    if (m_panes.traceback.isAsking())
        m_marksLater = true;
    else
        markInEditor(traceback);
}

void RunController::markInEditor(const Runner::Traceback &traceback)
{
    if (traceback.isEmpty()) {
        return;
    }
    const Runner::ExceptionInfo &exception = traceback.exceptions.constFirst();
    const qsizetype index = exception.whereToLook();
    if (index < 0) {
        return;
    }
    const Runner::TracebackFrame &frame = exception.frames.at(index);
    const QString type = exception.type.section(QLatin1Char('.'), -1);
    m_panes.editor.showError(frame.file, frame.range,
                             exception.message.isEmpty() ? type : tr("%1: %2").arg(type, exception.message),
                             frame.sourceLine);
}

void RunController::openLocation(const QString &file, int line, int column)
{
    if (m_panes.editor.editorFor(file) == nullptr && !QFileInfo::exists(file)) {
        Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                tr("%1 cannot be opened: there is no such file any more.").arg(file)});
        return;
    }
    m_panes.editor.goTo(file, line, column);
}

} // namespace Skillet::Ui
