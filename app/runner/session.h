// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "runner/program.h"
#include "runner/sessionoptions.h"
#include "runner/sessionstates.h"
#include "runner/traceback.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>

namespace Skillet::Runner {

class FrameVisit;
class NameQuestions;
class OutputHold;
class WorkerFarewell;

/// The prompt's life: one worker at a time, its runs, and its replacement when it dies. Every run that
/// execute() names ends in exactly one runFinished, after all its output. Nothing here blocks; all work is
/// in the event loop of the thread that made the session. Learner code never runs in this process.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    /// Starts the first worker. Does nothing unless Stopped.
    void start();

    /// Runs `program`, or keeps it until the worker is ready. While a run is under way it is queued behind
    /// it.
    RunId execute(const Program &program);

    /// Asks whether prompt input is complete; answered by completenessKnown with the same number. While a
    /// run is under way the answer is Complete (the input will be queued).
    quint32 askCompleteness(const QString &source);

    /// Questions about names, answered by the signal of the same number: never by code of the learner's, and
    /// empty while a run is under way. `cursor` counts characters.
    quint32 askCompletions(const QString &source, int cursor);
    quint32 askCallTip(const QString &source, int cursor);
    quint32 askHelp(const QString &topic);
    /// While a run is under way the answer waits for its end.
    quint32 askNames();

    /// "Ask here": from now on prompt input (Interactive and Pasted) runs in that frame of an error that
    /// exceptionRaised told of, with its globals and a copy of its variables (kept from input to input; the
    /// program's own are not changed, but for a module's frame), and the questions above are answered for it.
    /// `frame` comes from Traceback::frameReference(), which is null where nobody can be asked: then show no
    /// way in. frameChanged follows at once; frameLost, if the worker has forgotten the frame (it keeps the
    /// frames of the newest 20 errors, and with them all that their variables hold), and then frameChanged
    /// with none. Running a file or a module, restart() and the loss of the worker leave the frame, too. What
    /// has been passed to execute() before goes on where it was.
    void enterFrame(const FrameReference &frame);
    void leaveFrame();
    /// Null: the prompt is in its own namespace.
    [[nodiscard]] FrameReference currentFrame() const;

    void sendInput(const QString &line);
    void sendEndOfInput();

    /// Stops the current run: interrupt first, kill after the grace period. Drops the queue. No run: nothing.
    void interrupt();

    /// What the next worker starts with; the present one goes on. `memoryLimit` 0: the default.
    void useFromRestart(const QString &environment, qint64 memoryLimit);

    /// While held, programs wait where they write, as soon as they have written a few megabytes more.
    void setOutputHeld(bool held);

    /// Brings a fresh worker at once; names of the prompt are gone. The old one ends behind the scenes as
    /// Python does (threads, exit handlers, open files), within two seconds; at once if Stop was of no avail.
    void restart();

    /// The last worker ends like that, and nothing is started any more. ended() follows, two seconds later
    /// at most.
    void end();

    [[nodiscard]] SessionState state() const;
    [[nodiscard]] InterpreterInfo interpreter() const;
    /// Why the state is Stopped, as a sentence for the learner; empty otherwise.
    [[nodiscard]] QString problem() const;
    /// Resident memory of the worker in bytes, 0 when unknown.
    [[nodiscard]] qint64 workerMemory() const;

Q_SIGNALS:
    void stateChanged(Skillet::Runner::SessionState state);
    /// A worker is ready: at the start, and again after each replacement (`fresh` names are gone).
    void workerReady(const Skillet::Runner::InterpreterInfo &interpreter);
    /// `text` never splits a character. Invalid UTF-8 appears as U+FFFD.
    void outputReceived(Skillet::Runner::RunId run, Skillet::Runner::OutputStream stream,
                        const QString &text);
    void outputOmitted(Skillet::Runner::RunId run, quint64 bytes);
    /// A figure or a table, in its place between the output. `data` is as the worker sent it and not to be
    /// trusted; of pictures base64. `text` is what a terminal would show instead.
    void displayed(Skillet::Runner::RunId run, const QString &mimeType, const QByteArray &data,
                   const QString &text);
    void inputRequested(Skillet::Runner::RunId run, const QString &prompt, bool secret);
    void exceptionRaised(Skillet::Runner::RunId run, const Skillet::Runner::Traceback &traceback);
    /// Programs changed sys.ps1 or sys.ps2. A worker that becomes ready has the usual ones.
    void promptsChanged(const QString &primary, const QString &secondary);
    void runStarted(Skillet::Runner::RunId run);
    void runFinished(Skillet::Runner::RunId run, Skillet::Runner::RunOutcome outcome, int exitCode);
    void completenessKnown(quint32 request, Skillet::Runner::Completeness completeness);
    void completionsKnown(quint32 request, const Skillet::Runner::Completions &completions);
    void callTipKnown(quint32 request, const Skillet::Runner::CallTip &tip);
    /// `request` 0: a run called help(). No text: there is no help on the topic.
    void helpShown(quint32 request, const QString &title, const QString &text);
    void namesKnown(quint32 request, const Skillet::Runner::NameList &names);
    /// The prompt is in another frame; null: in none, as ever.
    void frameChanged(const Skillet::Runner::FrameReference &frame);
    /// The frame to be asked is gone; `what` is a sentence for the learner. The run that was to go there has
    /// failed.
    void frameLost(const QString &what);
    /// The worker ended on its own or was killed; a replacement is under way. Sentences for the learner:
    /// `what` happened ("Python crashed in C code (signal 11, segmentation fault) ..."), and what `follows`
    /// from it for a prompt that goes on.
    void workerLost(const QString &what, const QString &follows);
    void ended();

private:
    void connectQuestions();
    void tellEnd();

    class Private;
    NameQuestions *m_names;
    FrameVisit *m_frame;
    OutputHold *m_hold;
    WorkerFarewell *m_farewell;
    bool m_isEnding = false;
    std::unique_ptr<Private> d;
};

} // namespace Skillet::Runner
