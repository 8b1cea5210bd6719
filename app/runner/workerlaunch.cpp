// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerlaunch.h"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Skillet::Runner {

namespace {

QString roleName(Protocol::Role role)
{
    switch (role) {
    case Protocol::Role::Check:
        return QStringLiteral("check");
    case Protocol::Role::Analyst:
        return QStringLiteral("analyst");
    case Protocol::Role::Prompt:
        break;
    }
    return QStringLiteral("prompt");
}

} // namespace

WorkerLaunch promptLaunch(const SessionOptions &options, const OutputHold *hold)
{
    WorkerLaunch launch;
    launch.executable = options.worker;
    launch.pythonFolder = options.workerPython;
    launch.workingFolder = options.workingFolder;
    launch.handshakeLimitMs = options.handshakeLimitMs;
    launch.limits = {options.memoryLimit, options.processLimit};
    launch.environment = options.environment;
    launch.hold = hold;
    return launch;
}

QStringList workerArguments(const WorkerLaunch &launch, const WorkerDescriptors::WorkerSide &side)
{
    QStringList arguments{QStringLiteral("--role"),           roleName(launch.role),
                          QStringLiteral("--protocol-fd"),    QString::number(side.protocol.number()),
                          QStringLiteral("--stdout-read-fd"), QString::number(side.stdoutRead.number()),
                          QStringLiteral("--stderr-read-fd"), QString::number(side.stderrRead.number()),
                          QStringLiteral("--python-path"),    launch.pythonFolder};
    if (launch.limits.memory > 0)
        arguments << QStringLiteral("--memory-limit") << QString::number(launch.limits.memory);
    if (launch.limits.processes > 0)
        arguments << QStringLiteral("--process-limit") << QString::number(launch.limits.processes);
    if (!launch.environment.isEmpty())
        arguments << QStringLiteral("--environment") << launch.environment;
    return arguments;
}

void prepareWorkerChild(const WorkerDescriptors::WorkerSide &side, pid_t parent)
{
    ::setsid();
    // Started from a script with `&`, the workbench ignores SIGINT, and Python would inherit that.
    ::signal(SIGINT, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1);
    // A learner's crash shall not fill the disk, nor take the time to write a core file.
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    ::dup2(side.stdinRead.number(), STDIN_FILENO);
    ::dup2(side.stdoutWrite.number(), STDOUT_FILENO);
    ::dup2(side.stderrWrite.number(), STDERR_FILENO);
    for (const Descriptor *kept : {&side.protocol, &side.stdoutRead, &side.stderrRead})
        ::fcntl(kept->number(), F_SETFD, 0);
}

} // namespace Skillet::Runner
