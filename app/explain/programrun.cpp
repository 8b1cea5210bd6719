// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain/programrun.h"

#include "terminal/writing.h"

#include <unistd.h>

namespace Skillet::Explain {

using Runner::OutputStream;
using Runner::RunOutcome;
using Runner::Session;

namespace {

constexpr int statusOfError = 1;
constexpr int statusOfInterrupt = 130;

} // namespace

ProgramRun::ProgramRun(Session &session, Terminal::LineSource &lines, Output output, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_lines(lines)
    , m_output(output)
{
    connect(&m_session, &Session::outputReceived, this,
            [this](Runner::RunId, OutputStream stream, const QString &text) { print(stream, text); });
    connect(&m_session, &Session::exceptionRaised, this,
            [this](Runner::RunId, const Runner::Traceback &traceback) {
                m_traceback = traceback;
                print(OutputStream::Err, traceback.plainText);
            });
    connect(&m_session, &Session::inputRequested, this,
            [this](Runner::RunId, const QString &prompt, bool secret) {
                m_isAsking = true;
                m_lines.ask(m_output == Output::AsItIs ? prompt : QString(),
                            secret ? Terminal::LineKind::Secret : Terminal::LineKind::Input);
            });
    connect(&m_lines, &Terminal::LineSource::lineRead, this, [this](const QString &line) {
        m_isAsking = false;
        m_session.sendInput(line);
    });
    connect(&m_lines, &Terminal::LineSource::ended, this, [this] {
        m_isAsking = false;
        m_session.sendEndOfInput();
    });
    connect(&m_session, &Session::workerLost, this, [this](const QString &what) {
        if (m_isOver)
            return;
        m_isOver = true;
        Q_EMIT failed(what);
    });
    connect(&m_session, &Session::runFinished, this,
            [this](Runner::RunId, RunOutcome outcome, int exitCode) { endRun(outcome, exitCode); });
    connect(&m_session, &Session::stateChanged, this, [this](Runner::SessionState state) {
        if (state == Runner::SessionState::Stopped && !m_isOver) {
            m_isOver = true;
            Q_EMIT failed(m_session.problem());
        }
    });
}

void ProgramRun::start(const Runner::Program &program)
{
    m_session.start();
    m_session.execute(program);
}

void ProgramRun::interrupt()
{
    if (m_isAsking) {
        m_isAsking = false;
        m_lines.withdraw();
    }
    m_session.interrupt();
}

void ProgramRun::endRun(RunOutcome outcome, int exitCode)
{
    // Of a worker that was lost workerLost() has more to say.
    if (m_isOver || outcome == RunOutcome::Killed)
        return;
    m_isOver = true;
    if (m_isAsking)
        m_lines.withdraw();
    switch (outcome) {
    case RunOutcome::Failed:
        Q_EMIT ended(m_traceback, statusOfError);
        break;
    case RunOutcome::Interrupted:
        Q_EMIT ended({}, statusOfInterrupt);
        break;
    default:
        Q_EMIT ended({}, exitCode);
    }
}

void ProgramRun::print(OutputStream stream, const QString &text)
{
    const bool isOut = stream == OutputStream::Out && m_output == Output::AsItIs;
    if (m_isAsking)
        m_lines.stepAside();
    Terminal::writeText(isOut ? STDOUT_FILENO : STDERR_FILENO, text);
    if (m_isAsking)
        m_lines.comeBackAfter(text);
}

} // namespace Skillet::Explain
