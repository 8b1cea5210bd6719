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

QString signalText(int signal)
{
    const QString name = signalName(signal);
    if (!name.isEmpty()) {
        return Words::tr("Python crashed in C code (signal %1, %2). This comes from code beneath Python, "
                         "such as ctypes or "
                         "a module written in C.")
            .arg(signal)
            .arg(name);
    }
    switch (signal) {
    case SIGKILL:
        return Words::tr(
            "Python was ended from outside (signal 9). Mostly the system does this when memory runs out: "
            "try it with less data.");
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
        return signalText(code);
    case WorkerEndReason::Exited:
        return Words::tr("Python ended at once, as os._exit(%1) does.").arg(code);
    case WorkerEndReason::Unresponsive:
        return Words::tr("Python did not react to Stop, so it was ended. Long work in C code cannot be "
                         "interrupted more gently.");
    case WorkerEndReason::Unintelligible:
        return Words::tr(
            "The connection to Python broke, so it was ended. This happens when a program closes or writes "
            "to file descriptors that are not its own.");
    default:
        return Words::tr("Python ended before it was ready.");
    }
}

} // namespace Skillet::Runner
