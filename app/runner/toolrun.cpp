// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/toolrun.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <unistd.h>
#include <utility>

namespace Skillet::Runner {

namespace {

constexpr qsizetype mostOutput = 20'000'000; // bytes

/// With all that it started: a tool may be a script that runs another.
void killGroup(const QProcess &process)
{
    if (const qint64 id = process.processId(); id > 0)
        ::kill(static_cast<pid_t>(-id), SIGKILL);
}

} // namespace

ToolRun::ToolRun(QObject *parent)
    : QObject(parent)
{
    m_begin.setSingleShot(true);
    m_begin.setInterval(0);
    connect(&m_begin, &QTimer::timeout, this, [this] {
        if (m_process != nullptr)
            m_process->start();
    });
}

ToolRun::~ToolRun()
{
    stop();
}

void ToolRun::start(const ToolCommand &command)
{
    stop();
    m_outcome = {};
    auto *process = new QProcess;
    m_process = process;
    process->setProgram(command.program);
    process->setArguments(command.arguments);
    process->setWorkingDirectory(QFileInfo(command.folder).isDir() ? command.folder : QDir::homePath());
    process->setChildProcessModifier([] { ::setpgid(0, 0); });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONUTF8"), QStringLiteral("1"));
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    process->setProcessEnvironment(environment);
    connect(process, &QProcess::readyReadStandardOutput, this, [this, process] { take(*process); });
    connect(process, &QProcess::readyReadStandardError, this, [this, process] { take(*process); });
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(ToolEnd::NotStarted);
    });
    connect(process, &QProcess::finished, this, [this, process](int code, QProcess::ExitStatus status) {
        take(*process);
        if (m_process == process)
            end(status == QProcess::NormalExit ? ToolEnd::Finished : ToolEnd::Crashed, code);
    });
    QTimer::singleShot(command.limitMs, process, [this] { end(ToolEnd::TimedOut); });
    // Once it runs, so that it gets its input and failing to start is told in a later turn.
    connect(process, &QProcess::started, this, [process, input = command.input] {
        process->write(input);
        process->closeWriteChannel();
    });
    m_begin.start();
}

void ToolRun::stop()
{
    m_begin.stop();
    QProcess *process = std::exchange(m_process, nullptr);
    if (process == nullptr)
        return;
    disconnect(process, nullptr, this, nullptr);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    killGroup(*process);
    process->kill();
}

void ToolRun::take(QProcess &process)
{
    const QByteArray output = process.readAllStandardOutput();
    const QByteArray errors = process.readAllStandardError();
    m_outcome.output += output;
    m_outcome.errors += errors;
    if (const QByteArray both = output + errors; !both.isEmpty())
        Q_EMIT wrote(both);
    if (m_outcome.output.size() + m_outcome.errors.size() > mostOutput)
        end(ToolEnd::TooMuch);
}

void ToolRun::end(ToolEnd how, int exitCode)
{
    if (m_process == nullptr)
        return;
    stop();
    m_outcome.end = how;
    m_outcome.exitCode = exitCode;
    Q_EMIT ended(std::exchange(m_outcome, {}));
}

QString ToolRun::inEnvironment(const QString &environment, const QString &name)
{
    if (environment.isEmpty())
        return {};
    return onPath(environment + QStringLiteral("/bin"), name);
}

QString ToolRun::onPath(const QString &path, const QString &name)
{
    return QStandardPaths::findExecutable(name, path.split(u':', Qt::SkipEmptyParts));
}

QString ToolRun::usualPath()
{
    return qEnvironmentVariable("PATH") + u':' + QDir::homePath() + QStringLiteral("/.local/bin");
}

} // namespace Skillet::Runner
