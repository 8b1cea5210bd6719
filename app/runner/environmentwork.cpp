// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/environmentwork.h"

#include <QDir>
#include <QFileInfo>

namespace Skillet::Runner {

namespace {

constexpr int makingLimitMs = 180'000;
constexpr int installingLimitMs = 3'600'000; // large packages over a slow line

QString pythonOf(const EnvironmentOrder &order)
{
    return order.folder + QStringLiteral("/bin/python");
}

QStringList pip(const EnvironmentOrder &order, const QStringList &what)
{
    QStringList arguments{QStringLiteral("-m"),
                          QStringLiteral("pip"),
                          QStringLiteral("install"),
                          QStringLiteral("--disable-pip-version-check"),
                          QStringLiteral("--no-input"),
                          QStringLiteral("--no-color"),
                          QStringLiteral("--progress-bar=off")};
    if (!order.wheels.isEmpty())
        arguments << QStringLiteral("--no-index") << QStringLiteral("--find-links") << order.wheels;
    return arguments + what;
}

QList<ToolCommand> stepsOf(const EnvironmentOrder &order)
{
    const QString above = QFileInfo(order.folder).absolutePath();
    const auto command = [](const QString &program, const QStringList &arguments, const QString &folder,
                            int limitMs) {
        ToolCommand made;
        made.program = program;
        made.arguments = arguments;
        made.folder = folder;
        made.limitMs = limitMs;
        return made;
    };
    const QStringList venv{QStringLiteral("-m"), QStringLiteral("venv")};
    switch (order.task) {
    case EnvironmentTask::Create:
        return {command(order.python, venv + QStringList{order.folder}, above, makingLimitMs)};
    case EnvironmentTask::Rebuild: {
        QList<ToolCommand> steps{command(
            order.python, venv + QStringList{QStringLiteral("--clear"), order.folder}, above, makingLimitMs)};
        if (!order.packages.isEmpty())
            steps.append(command(pythonOf(order), pip(order, order.packages), above, installingLimitMs));
        return steps;
    }
    case EnvironmentTask::Install:
        return {command(pythonOf(order), pip(order, {QStringLiteral("-r"), order.requirements}),
                        QFileInfo(order.requirements).absolutePath(), installingLimitMs)};
    case EnvironmentTask::Freeze:
        break;
    }
    return {command(pythonOf(order),
                    {QStringLiteral("-m"), QStringLiteral("pip"), QStringLiteral("freeze"),
                     QStringLiteral("--disable-pip-version-check")},
                    above, makingLimitMs)};
}

} // namespace

EnvironmentWork::EnvironmentWork(QObject *parent)
    : QObject(parent)
{
    connect(&m_run, &ToolRun::ended, this, &EnvironmentWork::finish);
    connect(&m_run, &ToolRun::wrote, this,
            [this](const QByteArray &part) { Q_EMIT wrote(QString::fromUtf8(part)); });
}

EnvironmentWork::~EnvironmentWork()
{
    stop();
}

void EnvironmentWork::start(const EnvironmentOrder &order)
{
    Q_ASSERT(!m_underWay);
    m_order = order;
    m_wasThere = QFileInfo::exists(order.folder);
    m_steps = stepsOf(order);
    m_atPackages = false;
    m_underWay = true;
    next();
}

void EnvironmentWork::next()
{
    const ToolCommand command = m_steps.takeFirst();
    m_atPackages = command.arguments.contains(QStringLiteral("pip"));
    Q_EMIT wrote(QStringLiteral("$ %1 %2\n").arg(command.program, command.arguments.join(u' ')));
    m_run.start(command);
}

void EnvironmentWork::finish(const ToolOutcome &outcome)
{
    const bool isDone = outcome.end == ToolEnd::Finished && outcome.exitCode == 0;
    if (isDone && !m_steps.isEmpty()) {
        next();
        return;
    }
    m_underWay = false;
    if (!isDone)
        cleanUp();
    Q_EMIT ended({m_order, outcome, m_atPackages, isDone});
}

void EnvironmentWork::stop()
{
    if (!m_underWay)
        return;
    m_underWay = false;
    m_run.stop();
    cleanUp();
}

void EnvironmentWork::cleanUp()
{
    if (m_order.task == EnvironmentTask::Create && !m_wasThere)
        QDir(m_order.folder).removeRecursively();
}

} // namespace Skillet::Runner
