// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerend.h"

#include <QCoreApplication>

#include <csignal>

namespace Skillet::Runner {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Runner)
};

QString signalName(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return Words::tr("segmentation fault");
    case SIGBUS:
        return Words::tr("bus error");
    case SIGILL:
        return Words::tr("illegal instruction");
    case SIGFPE:
        return Words::tr("arithmetic error");
    case SIGABRT:
        return Words::tr("abort");
    default:
        return {};
    }
}

QString crashText(int signal, const QString &name, const CrashPlace &place)
{
    const QString beneath =
        Words::tr("This comes from code beneath Python, such as ctypes or a module written in C.");
    if (!place.isKnown())
        return Words::tr("Python crashed in C code (signal %1, %2). %3").arg(signal).arg(name, beneath);
    const QString where = place.file.startsWith(QLatin1Char('<'))
        ? Words::tr("line %1 of what was typed").arg(place.line)
        : Words::tr("line %1 of %2").arg(place.line).arg(place.file);
    const QString whereExactly = place.function == QLatin1String("<module>")
        ? where
        : Words::tr("%1, in %2").arg(where, place.function);
    return Words::tr("Python crashed in C code (signal %1, %2) at %3. %4")
        .arg(signal)
        .arg(name, whereExactly, beneath);
}

QString signalText(int signal, const CrashPlace &place)
{
    const QString name = signalName(signal);
    if (!name.isEmpty())
        return crashText(signal, name, place);
    switch (signal) {
    case SIGKILL:
        return Words::tr("Python was killed by signal 9. The program sent it to itself, as os.kill() does, "
                         "or another program on this computer did.");
    case SIGXCPU:
        return Words::tr("Python used up the processor time it was allowed (signal %1).").arg(signal);
    default:
        return Words::tr("Python was ended by signal %1, sent by a program or by somebody.").arg(signal);
    }
}

QString shortEnd(const WorkerEnd &end)
{
    switch (end.reason) {
    case WorkerEndReason::Signalled:
        return Words::tr("by signal %1").arg(end.code);
    case WorkerEndReason::Unintelligible:
        return Words::tr("after a message that was no message");
    default:
        return Words::tr("with exit status %1").arg(end.code);
    }
}

} // namespace

void WorkerEnd::learnFrom(const QByteArray &errorOutput)
{
    if (reason != WorkerEndReason::Signalled)
        return;
    crash = findCrashPlace(errorOutput);
    // The worker ends its whole group so, itself included; see limitForks().
    if (code == SIGKILL && errorOutput.contains("started new processes without end, and was stopped.\n"))
        reason = WorkerEndReason::TooManyProcesses;
}

bool WorkerEnd::isLasting() const
{
    switch (reason) {
    case WorkerEndReason::Missing:
    case WorkerEndReason::NotExecutable:
    case WorkerEndReason::Refused:
    case WorkerEndReason::WrongVersion:
        return true;
    default:
        return false;
    }
}

QString WorkerEnd::startProblem(const QString &executable, int attempts) const
{
    switch (reason) {
    case WorkerEndReason::Missing:
        return Words::tr("Python cannot be started: there is no program %1. Install Skillet again.")
            .arg(executable);
    case WorkerEndReason::NotExecutable:
        return Words::tr(
                   "Python cannot be started: you are not allowed to run %1. Make it executable, or install "
                   "Skillet again.")
            .arg(executable);
    case WorkerEndReason::NotStarted:
        return Words::tr("Python cannot be started: %1 did not start (%2). Close some programs.")
            .arg(executable, detail);
    case WorkerEndReason::Refused:
        return Words::tr("Python cannot be started. %1 says: %2").arg(executable, detail);
    case WorkerEndReason::WrongVersion:
        return Words::tr("Python cannot be started: %1 belongs to another version of Skillet. Close Skillet "
                         "and install "
                         "it again, so that both parts match.")
            .arg(executable);
    case WorkerEndReason::NoAnswer:
        return Words::
            tr("Python cannot be started: %1 did not answer, in %2 attempts. When the computer is very busy, "
               "wait a little.")
                .arg(executable)
                .arg(attempts);
    default:
        return Words::tr("Python cannot be started: %1 ended before it was ready, in %2 attempts (the last "
                         "%3). Install "
                         "Skillet again.")
            .arg(executable)
            .arg(attempts)
            .arg(shortEnd(*this));
    }
}

QString WorkerEnd::lossText() const
{
    switch (reason) {
    case WorkerEndReason::Signalled:
        return signalText(code, crash);
    case WorkerEndReason::Exited:
        return Words::tr("Python ended at once, as os._exit(%1) does.").arg(code);
    case WorkerEndReason::Unresponsive:
        return Words::tr("Python did not react to Stop, so it was ended. Long work in C code cannot be "
                         "interrupted more gently.");
    case WorkerEndReason::Unintelligible:
        return Words::tr(
            "The connection to Python broke, so it was ended. This happens when a program closes or writes "
            "to file descriptors that are not its own.");
    case WorkerEndReason::TooMuchMemory:
        return Words::tr(
                   "Python and the programs it started used more than %1 of memory, which is the limit, "
                   "so they were ended. Try it with less data, or raise the limit in Skillet's settings "
                   "(Edit menu).")
            .arg(detail);
    case WorkerEndReason::TooManyProcesses:
        if (detail.isEmpty())
            return Words::tr("New processes were started without end, so all of them were ended. Start fewer "
                             "at a time, and wait for them.");
        return Words::tr("More than %1 programs were started from here, so all of them were ended. Start "
                         "fewer at a time, and wait for them.")
            .arg(detail);
    case WorkerEndReason::OutOfMemory:
        return Words::tr("The computer's memory ran out, so the system ended Python. Try it with less data.");
    default:
        return Words::tr("Python ended before it was ready.");
    }
}

} // namespace Skillet::Runner
