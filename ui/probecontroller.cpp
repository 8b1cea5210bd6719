// SPDX-License-Identifier: GPL-3.0-or-later
#include "probecontroller.h"

#include "askherecontroller.h"
#include "prompt/promptpane.h"
#include "runner/session.h"
#include "traceback/probesview.h"
#include "traceback/tracebackpane.h"

#include <utility>

namespace Skillet::Ui {

namespace {

constexpr qsizetype LongestAnswer = 600;

/// The first lines, in as few characters as stay readable beside a button.
QString shown(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.size() > LongestAnswer ? trimmed.left(LongestAnswer) + QChar(0x2026) : trimmed;
}

} // namespace

ProbeController::ProbeController(Runner::Session &session, const Panes &panes, AskHereController &ask,
                                 QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_panes(panes)
    , m_ask(ask)
{
    connect(&m_panes.traceback, &TracebackPane::probeWanted, this, &ProbeController::run);
    listen();
}

void ProbeController::listen()
{
    using Runner::Session;
    connect(&m_session, &Session::runStarted, this, [this](Runner::RunId run) {
        if (std::exchange(m_isStarting, false))
            m_run = run;
    });
    connect(&m_session, &Session::outputReceived, this,
            [this](Runner::RunId run, Runner::OutputStream, const QString &text) {
                if (!m_code.isEmpty() && isProbe(run) && m_answer.size() <= LongestAnswer)
                    m_answer += text.left(2 * LongestAnswer);
            });
    connect(&m_session, &Session::exceptionRaised, this,
            [this](Runner::RunId run, const Runner::Traceback &traceback) {
                if (!m_code.isEmpty() && isProbe(run) && !traceback.isEmpty())
                    m_failure = traceback.exceptions.constFirst().type + QLatin1String(": ")
                        + traceback.exceptions.constFirst().message;
            });
    connect(&m_session, &Session::runFinished, this, [this](Runner::RunId run, Runner::RunOutcome outcome) {
        if (!m_code.isEmpty() && (m_isStarting || isProbe(run)))
            finish(outcome);
    });
}

void ProbeController::run(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame,
                          const QString &code)
{
    if (m_session.state() != Runner::SessionState::Idle || m_panes.prompt.isBusy()) {
        Q_EMIT problemOccurred({Core::ErrorCode::Invalid,
                                tr("Python is busy. Wait for the program to end, or stop it (Shift+F5), and "
                                   "ask again.")});
        return;
    }
    m_code = code;
    m_incident = reference.incident;
    m_answer.clear();
    m_failure.clear();
    m_isStarting = true;
    m_panes.traceback.showProbeAnswer(code, {});
    m_ask.runThere(reference, frame, code);
}

void ProbeController::finish(Runner::RunOutcome outcome)
{
    m_isStarting = false;
    const QString code = std::exchange(m_code, {});
    ProbeAnswer answer;
    answer.state = ProbeAnswer::State::Answered;
    answer.text = shown(m_answer);
    if (outcome != Runner::RunOutcome::Finished || answer.text.isEmpty()) {
        answer.state = ProbeAnswer::State::Failed;
        answer.text = !m_failure.isEmpty()
            ? tr("It cannot be asked: %1").arg(shown(m_failure))
            : tr("There is no answer. Python does not keep that place any more: "
                 "make the error happen again.");
    }
    if (m_panes.traceback.current().incident == m_incident)
        m_panes.traceback.showProbeAnswer(code, answer);
}

} // namespace Skillet::Ui
