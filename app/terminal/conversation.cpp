// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/conversation.h"

#include "terminal/writing.h"

#include <unistd.h>

#include <utility>

namespace Skillet::Terminal {

using Runner::RunOutcome;
using Runner::Session;

namespace {

/// Of a process that cannot do what it was started for.
constexpr int statusUnable = 2;

QString usualPrimary()
{
    return QStringLiteral(">>> ");
}

QString usualSecondary()
{
    return QStringLiteral("... ");
}

} // namespace

Conversation::Conversation(Session &session, LineSource &lines, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_lines(lines)
{
    connect(&m_lines, &LineSource::lineRead, this, &Conversation::takeLine);
    connect(&m_lines, &LineSource::ended, this, &Conversation::takeEnd);
    connect(&m_session, &Session::workerReady, this, &Conversation::becomeReady, Qt::QueuedConnection);
    connect(&m_session, &Session::stateChanged, this, &Conversation::watchState);
    connect(&m_session, &Session::promptsChanged, this,
            [this](const QString &primary, const QString &secondary) {
                m_primary = primary;
                m_secondary = secondary;
            });
    connect(&m_session, &Session::completenessKnown, this, &Conversation::judge);
    connect(&m_session, &Session::runFinished, this, &Conversation::endRun);
    connect(&m_session, &Session::outputReceived, this,
            [this](Runner::RunId, Runner::OutputStream stream, const QString &text) {
                print(stream == Runner::OutputStream::Out ? STDOUT_FILENO : STDERR_FILENO, text);
            });
    connect(&m_session, &Session::displayed, this,
            [this](Runner::RunId, const QString &, const QByteArray &, const QString &text) {
                print(STDOUT_FILENO, text + QLatin1Char('\n'));
            });
    connect(&m_session, &Session::exceptionRaised, this,
            [this](Runner::RunId, const Runner::Traceback &traceback) {
                if (m_phase != Phase::Leaving && !traceback.isWritten)
                    print(STDERR_FILENO, traceback.plainText);
            });
    connect(&m_session, &Session::inputRequested, this,
            [this](Runner::RunId, const QString &prompt, bool secret) { askInput(prompt, secret); });
    connect(&m_session, &Session::helpShown, this,
            [this](quint32, const QString &, const QString &text) { print(STDOUT_FILENO, text); });
    connect(&m_session, &Session::workerLost, this, [this](const QString &what, const QString &follows) {
        print(STDERR_FILENO, what + u' ' + follows + u'\n');
    });
}

void Conversation::start(const std::optional<Runner::Program> &program)
{
    m_program = program;
    m_session.start();
}

void Conversation::interrupt()
{
    switch (m_phase) {
    case Phase::Running:
    case Phase::Leaving:
        m_session.interrupt();
        break;
    case Phase::Input:
        m_phase = Phase::Running;
        m_lines.withdraw();
        m_session.interrupt();
        break;
    case Phase::Command:
        m_lines.withdraw();
        [[fallthrough]];
    case Phase::Judging:
        writeText(STDERR_FILENO, QStringLiteral("\nKeyboardInterrupt\n"));
        askCommand();
        break;
    case Phase::Starting:
        break;
    }
}

void Conversation::askCommand()
{
    m_block = QString();
    m_blockKind = Runner::ProgramKind::Interactive;
    m_phase = Phase::Command;
    m_lines.ask(m_primary, LineKind::Command);
}

void Conversation::takeLine(const QString &line)
{
    if (m_phase == Phase::Input) {
        m_phase = Phase::Running;
        m_session.sendInput(line);
        return;
    }
    if (line.contains(QLatin1Char('\n')))
        m_blockKind = Runner::ProgramKind::Lines; // several statements, it may be
    m_block = m_block.isNull() ? QLatin1String("") + line : m_block + QLatin1Char('\n') + line;
    m_phase = Phase::Judging;
    m_question = m_session.askCompleteness(m_block);
}

void Conversation::takeEnd()
{
    if (m_phase == Phase::Input) {
        m_phase = Phase::Running;
        m_session.sendEndOfInput();
        return;
    }
    writeText(STDERR_FILENO, QStringLiteral("\n"));
    if (m_block.isNull())
        leave();
    else
        runBlock();
}

void Conversation::judge(quint32 request, Runner::Completeness completeness)
{
    if (m_phase != Phase::Judging || request != m_question)
        return;
    if (completeness == Runner::Completeness::Incomplete) {
        m_phase = Phase::Command;
        m_lines.ask(m_secondary, LineKind::Command);
        return;
    }
    runBlock();
}

void Conversation::runBlock()
{
    Runner::Program program;
    program.kind = m_blockKind;
    program.source = std::exchange(m_block, QString());
    m_phase = Phase::Running;
    m_session.execute(program);
}

void Conversation::askInput(const QString &prompt, bool secret)
{
    if (m_phase == Phase::Leaving) {
        m_session.sendEndOfInput(); // there is nothing left to read
        return;
    }
    m_phase = Phase::Input;
    m_lines.ask(prompt, secret ? LineKind::Secret : LineKind::Input);
}

void Conversation::endRun(Runner::RunId run, RunOutcome outcome, int exitCode)
{
    if (m_phase == Phase::Input)
        m_lines.withdraw();
    if (m_phase == Phase::Leaving || (outcome == RunOutcome::Exited && run != m_programRun)) {
        Q_EMIT finished(exitCode);
        return;
    }
    // A worker that was lost is replaced first, and says so.
    m_phase = Phase::Starting;
    if (outcome != RunOutcome::Killed)
        askCommand();
}

/// The end of input ends Python as exit() does.
void Conversation::leave()
{
    m_phase = Phase::Leaving;
    Runner::Program program;
    program.source = QStringLiteral("raise SystemExit");
    m_session.execute(program);
}

void Conversation::becomeReady()
{
    m_primary = usualPrimary();
    m_secondary = usualSecondary();
    if (m_phase != Phase::Starting)
        return; // a new worker took over while the prompt stood there
    if (const auto program = std::exchange(m_program, std::nullopt)) {
        m_phase = Phase::Running;
        m_programRun = m_session.execute(*program);
    } else {
        askCommand();
    }
}

void Conversation::watchState(Runner::SessionState state)
{
    if (state != Runner::SessionState::Stopped)
        return;
    print(STDERR_FILENO, m_session.problem() + QLatin1Char('\n'));
    Q_EMIT finished(statusUnable);
}

void Conversation::print(int descriptor, const QString &text)
{
    const bool isAsking = m_phase == Phase::Command || m_phase == Phase::Input;
    if (isAsking)
        m_lines.stepAside();
    writeText(descriptor, text);
    if (isAsking)
        m_lines.comeBackAfter(text);
}

} // namespace Skillet::Terminal
