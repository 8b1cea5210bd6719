// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptpane.h"

#include "core/text.h"
#include "prompt/exceptionlines.h"
#include "prompt/indentation.h"
#include "prompt/promptview.h"
#include "prompt/repainthold.h"
#include "prompt/runindicator.h"
#include "prompt/runnotice.h"

#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

namespace Skillet::Ui {

using Runner::Completeness;
using Runner::ProgramKind;
using Runner::RunOutcome;

namespace {

constexpr int DefaultMegabytes = 10;
constexpr int DefaultKeptMegabytes = 1000;
/// Python answers within a millisecond; a worker that is being replaced may take longer.
constexpr int AskLimitMs = 700;

StyledLine styled(const QString &text, ColorRole color)
{
    TextLook look;
    look.color = color;
    return {text, {{0, text.size(), look}}, false};
}

QString withoutBlankEnd(QString code)
{
    qsizetype end = code.size();
    while (end > 0 && code[end - 1].isSpace())
        --end;
    code.truncate(end);
    return code;
}

} // namespace

PromptPane::PromptPane(Runner::Session &session, const Theme &theme, const CodeHighlighter &highlighter,
                       const QString &historyFile, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    m_view = new PromptView(theme, highlighter, this);
    m_indicator = new RunIndicator(theme, this);
    m_repaint = new RepaintHold(*this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    buildTools(theme);
    m_askLimit.setSingleShot(true);
    m_askLimit.setInterval(AskLimitMs);
    keepOutput(QString(), DefaultMegabytes, DefaultKeptMegabytes);
    m_view->write([this](Transcript &transcript) {
        transcript.setFoldSink([this](const QString &lines) { m_keeper.keep(lines); });
    });
    greet();
    connectView();
    connectSession();
    openHistory(historyFile);
}

void PromptPane::connectView()
{
    connect(m_view, &PromptView::enterPressed, this, &PromptPane::enter);
    connect(m_view, &PromptView::historyRequested, this, &PromptPane::walkHistory);
    connect(m_view, &PromptView::interruptRequested, this, &PromptPane::stop);
    connect(m_view, &PromptView::clearRequested, this, &PromptPane::clear);
    connect(m_view, &PromptView::inputAbandoned, this, &PromptPane::remember);
    connect(m_view, &PromptView::linkActivated, this, &PromptPane::activateLink);
    connect(m_view, &PromptView::endOfInputRequested, this, [this] {
        m_view->commitAnswer();
        m_session.sendEndOfInput();
    });
    connect(m_indicator, &RunIndicator::stopRequested, this, &PromptPane::stop);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        m_indicator->place(maximum > 0 ? m_view->verticalScrollBar()->width() : 0);
    });
    connect(&m_pump, &OutputPump::textReady, this, &PromptPane::writeOutput);
    connect(&m_pump, &OutputPump::textDropped, this, &PromptPane::spoolDropped);
    connect(&m_keeper, &OutputKeeper::filled, this, &PromptPane::tellFilled);
    connect(&m_askLimit, &QTimer::timeout, this, [this] {
        decideCompleteness(looksComplete(m_asked) ? Completeness::Complete : Completeness::Incomplete);
    });
}

// Everything the session says about a run goes through the pump, so that it is shown in its order.
void PromptPane::connectSession()
{
    using Runner::Session;
    connect(&m_session, &Session::outputReceived, this,
            [this](Runner::RunId, Runner::OutputStream stream, const QString &text) {
                m_pump.addText(text,
                               stream == Runner::OutputStream::Err ? ColorRole::Error : ColorRole::Text);
            });
    connect(&m_session, &Session::outputOmitted, this, [this](Runner::RunId, quint64 bytes) {
        m_pump.then([this, bytes] {
            note(tr("%1 more of output were left out: the program wrote too much at once.")
                     .arg(locale().formattedDataSize(static_cast<qint64>(bytes))),
                 ColorRole::Warn);
        });
    });
    connect(&m_session, &Session::inputRequested, this,
            [this](Runner::RunId, const QString &prompt, bool secret) {
                m_pump.then([this, prompt, secret] { requestInput(prompt, secret); });
            });
    connect(&m_session, &Session::displayed, this,
            [this](Runner::RunId, const QString &mimeType, const QByteArray &bytes, const QString &text) {
                m_pump.then([this, mimeType, bytes, text] { showDisplayed(mimeType, bytes, text); });
            });
    connect(&m_session, &Session::exceptionRaised, this,
            [this](Runner::RunId run, const Runner::Traceback &traceback) {
                m_pump.then([this, run, traceback] { showException(run, traceback); });
            });
    connect(&m_session, &Session::runStarted, this, [this](Runner::RunId) {
        m_pump.then([this] {
            m_running = true;
            m_saidStopped = false;
            showBusy();
            Q_EMIT runStarted();
        });
    });
    connect(&m_session, &Session::runFinished, this,
            [this](Runner::RunId run, RunOutcome outcome, int exitCode) {
                if (outcome == RunOutcome::Interrupted || outcome == RunOutcome::Killed)
                    m_pump.shorten();
                m_pump.then([this, run, outcome, exitCode] { endRun(run, outcome, exitCode); });
            });
    connectWorker();
}

// What happens to Python itself rather than to a run.
void PromptPane::connectWorker()
{
    using Runner::Session;
    connect(&m_session, &Session::workerLost, this, [this](const QString &what, const QString &follows) {
        m_pump.then([this, what, follows] {
            m_saidLost = true;
            note(what + u' ' + follows, ColorRole::Warn);
        });
    });
    connect(&m_session, &Session::promptsChanged, this,
            [this](const QString &primary, const QString &secondary) {
                m_pump.then([this, primary, secondary] { m_view->setPrompts(primary, secondary); });
            });
    connect(&m_session, &Session::workerReady, this, [this](const Runner::InterpreterInfo &) {
        m_pump.then([this] {
            m_view->setPrompts(QStringLiteral(">>> "), QStringLiteral("... "));
            greet();
            if (++m_workersSeen > 1) {
                m_log.pythonBegan();
                note(m_saidLost ? tr("A fresh Python is ready.")
                                : tr("A fresh Python is ready. The names from before are gone."));
            }
            m_saidLost = false;
            beginReplay();
        });
    });
    connect(&m_session, &Session::completenessKnown, this,
            [this](quint32 request, Completeness completeness) {
                if (request == m_request && m_request != 0)
                    decideCompleteness(completeness);
            });
    connect(&m_session, &Session::stateChanged, this, [this](Runner::SessionState state) {
        m_pump.setHurried(state == Runner::SessionState::Stopping);
        if (state == Runner::SessionState::Stopping) {
            m_indicator->setStopping();
        } else if (state == Runner::SessionState::Stopped && !m_session.problem().isEmpty()) {
            m_pump.then([this] { note(m_session.problem(), ColorRole::Warn); });
        }
    });
}

void PromptPane::greet()
{
    const QString version = m_session.interpreter().version;
    const QString text = version.isEmpty()
        ? tr("Python is starting. Try 2 + 2, or run a program with F5.")
        : tr("Python %1. Try 2 + 2, or run a program with F5.").arg(version);
    const StyledLine line = styled(text, ColorRole::Muted);
    const bool first = m_view->document()->isEmpty();
    m_view->write([&](Transcript &transcript) {
        if (first)
            transcript.add({line}, LineKind::Greeting);
        else
            transcript.setGreeting(line);
    });
}

void PromptPane::runProgram(const Runner::Program &program)
{
    Submission submission;
    submission.program = program;
    submission.notice = runNotice(program);
    submit(submission);
}

void PromptPane::runCode(const QString &code, const CodePlace &place)
{
    Submission submission;
    submission.program.kind = ProgramKind::Pasted;
    submission.program.source = QString(place.line - 1, u'\n') + code;
    submission.program.file = place.file;
    submission.echo = withoutBlankEnd(Core::dedented(code));
    submit(submission);
}

void PromptPane::submit(const Submission &submission)
{
    m_view->scrollToEnd();
    if (isBusy()) {
        m_waiting.push_back(submission);
        if (std::exchange(m_waiting.back().isInput, false))
            m_view->setInputText(QString());
        showBusy();
        return;
    }
    start(submission);
}

void PromptPane::start(const Submission &submission)
{
    if (m_session.state() == Runner::SessionState::Stopped)
        m_session.start();
    // A Python that is ready gets to work while its window writes; of another there may be news to write.
    Runner::RunId run = 0;
    if (m_session.state() == Runner::SessionState::Idle)
        run = m_session.execute(submission.program);
    echo(submission);
    if (run == 0)
        run = m_session.execute(submission.program);
    // A session that cannot run anything may end the run before it has told its number.
    m_run = run == m_lastEnded ? 0 : run;
    Runner::Program placed = submission.program;
    if (placed.isTyped())
        placed.frame = m_session.currentFrame();
    m_log.begin(run, placed, submission.echo.isEmpty() ? submission.notice : submission.echo);
    showBusy();
}

void PromptPane::echo(const Submission &submission)
{
    if (submission.isInput) {
        m_view->commitCode(submission.echo);
    } else {
        m_view->write([&](Transcript &transcript) {
            if (!submission.echo.isEmpty())
                transcript.addCode(submission.echo);
            else
                transcript.add({styled(submission.notice, ColorRole::Muted)}, LineKind::Notice);
        });
    }
    m_ansi.reset();
}

void PromptPane::startNext()
{
    if (m_run != 0 || m_waiting.empty())
        return;
    const Submission next = m_waiting.front();
    m_waiting.pop_front();
    start(next);
}

bool PromptPane::isBusy() const
{
    return m_run != 0 || m_running || !m_pump.isEmpty();
}

void PromptPane::showBusy()
{
    const bool busy = m_run != 0 || m_running;
    m_view->setRunning(busy);
    m_indicator->setWaiting(static_cast<int>(m_waiting.size()));
    if (!busy)
        m_indicator->end();
    else if (m_running)
        m_indicator->begin();
}

void PromptPane::writeOutput(const QString &text, ColorRole color)
{
    m_ansi.feed(text, color);
    const int takenBack = m_ansi.takenBack();
    QList<StyledLine> lines = m_ansi.takeLines();
    for (StyledLine &line : lines) {
        linkPlaces(line);
        linkTraceback(line);
    }
    const StyledLine open = m_ansi.currentLine();
    m_view->write([&](Transcript &transcript) { transcript.addOutput(lines, open, takenBack); });
}

void PromptPane::note(const QString &text, ColorRole color)
{
    m_ansi.reset();
    m_view->write([&](Transcript &transcript) {
        QList<StyledLine> lines;
        for (const QString &line : text.split(u'\n'))
            lines.append(styled(line, color));
        transcript.add(lines, LineKind::Notice);
    });
}

void PromptPane::showException(Runner::RunId run, const Runner::Traceback &traceback)
{
    if (traceback.isEmpty())
        return;
    if (traceback.exceptions.first().type == QLatin1String("KeyboardInterrupt")) {
        m_saidStopped = true;
        note(tr("KeyboardInterrupt: stopped."), ColorRole::Warn);
        return;
    }
    const int number = ++m_lastTraceback;
    m_tracebacks.insert(number, traceback);
    m_tracebacks.remove(number - MostTracebacks);
    m_ansi.reset();
    if (!traceback.isWritten) {
        const QList<StyledLine> lines = exceptionLines(traceback, tracebackLink(number));
        m_view->write([&](Transcript &transcript) { transcript.add(lines, LineKind::Output); });
        m_view->fold().remember(m_view->input().firstBlock(), lines.size());
    }
    Q_EMIT tracebackRaised(traceback, run);
}

void PromptPane::requestInput(const QString &prompt, bool secret)
{
    // Several lines typed ahead are code, not an answer: they come back by Up.
    const QString typed = m_view->input().text();
    if (typed.contains(u'\n')) {
        m_view->setInputText(QString());
        remember(typed);
    }
    writeOutput(prompt, ColorRole::Text);
    StyledLine line;
    m_view->write([&](Transcript &transcript) { line = transcript.takeOpenLine(); });
    m_ansi.reset();
    m_view->beginAnswer(line, secret);
    m_repaint->end();
}

void PromptPane::endRun(Runner::RunId run, RunOutcome outcome, int exitCode)
{
    if (m_view->input().mode() != InputBlock::Mode::Code)
        m_view->commitAnswer();
    m_view->write([](Transcript &transcript) { transcript.endOpenLine(); });
    m_ansi.reset();
    takeSpotted(m_spotter.end());
    if (outcome == RunOutcome::Interrupted && !m_saidStopped)
        note(tr("Stopped."), ColorRole::Warn);
    m_log.end(run, outcome);
    if (outcome == RunOutcome::Exited)
        tellExit(m_log.entry(run), exitCode);
    m_running = false;
    m_lastEnded = run;
    if (run == m_run)
        m_run = 0;
    showBusy();
    Q_EMIT runFinished(outcome);
    endReplay(outcome);
    startNext();
    m_repaint->end();
}

void PromptPane::clear()
{
    m_pump.dropText();
    m_ansi.reset();
    m_view->write([](Transcript &transcript) { transcript.clear(); });
    m_keeper.clear();
    m_view->scrollToEnd();
}

void PromptPane::focusInput()
{
    m_view->setFocus();
    m_view->moveCursor(QTextCursor::End);
    m_view->ensureCursorVisible();
}

} // namespace Skillet::Ui
