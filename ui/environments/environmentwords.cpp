// SPDX-License-Identifier: GPL-3.0-or-later
#include "environments/environmentwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace Skillet::Ui {

namespace {

using Runner::EnvironmentTask;
using Workspace::EnvironmentState;

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::Environments", text);
}

QString minorVersion(const QString &version)
{
    return version.section(u'.', 0, 1);
}

/// The last line in which pip or venv says what is wrong.
QString errorLine(const QByteArray &output)
{
    const QStringList lines = QString::fromUtf8(output).split(u'\n', Qt::SkipEmptyParts);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (line->contains(QStringLiteral("error"), Qt::CaseInsensitive))
            return line->trimmed();
    }
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

QString whyPipFailed(const Runner::EnvironmentOutcome &outcome, const QString &said)
{
    static const QRegularExpression none(
        QStringLiteral("(?:No matching distribution found for|that satisfies the requirement) ([^\\s(]+)"));
    static const QRegularExpression offline(
        QStringLiteral("name resolution|NewConnectionError|Network is unreachable|ConnectTimeout|"
                       "Connection refused|ProxyError|getaddrinfo"));
    const QRegularExpressionMatch package = none.match(said);
    if (!outcome.order.wheels.isEmpty() && package.hasMatch())
        return tr("The folder of wheels has no %1 that fits this Python. Put its wheel there, or empty the "
                  "line with the folder to ask the network.")
            .arg(package.captured(1));
    if (offline.match(said).hasMatch())
        return tr("pip found no network. Try again when there is one, or name a folder with wheels below.");
    if (package.hasMatch())
        return tr("pip found no %1 that fits this Python. Look at how it is spelt, and at the version asked "
                  "for.")
            .arg(package.captured(1));
    if (said.contains(QStringLiteral("No module named pip")))
        return tr("This environment has no pip. Rebuild makes it again with one.");
    return tr("pip could not do it: %1").arg(errorLine(outcome.last.errors + outcome.last.output));
}

QString whyItFailed(const Runner::EnvironmentOutcome &outcome)
{
    const QString said = QString::fromUtf8(outcome.last.errors + outcome.last.output);
    switch (outcome.last.end) {
    case Runner::ToolEnd::NotStarted:
        return tr("%1 could not be started: it is not there, or may not be run.")
            .arg(outcome.order.python.isEmpty() ? outcome.order.folder + QStringLiteral("/bin/python")
                                                : outcome.order.python);
    case Runner::ToolEnd::TimedOut:
        return tr("It took too long and was stopped. Try again.");
    case Runner::ToolEnd::Crashed:
    case Runner::ToolEnd::TooMuch:
        return tr("The program that does it ended in the middle. What it wrote is below.");
    case Runner::ToolEnd::Finished:
        break;
    }
    if (outcome.atPackages)
        return whyPipFailed(outcome, said);
    if (said.contains(QStringLiteral("ensurepip is not available")))
        return tr("This machine's Python cannot make environments yet. Install its part for that: sudo apt "
                  "install python3-venv");
    if (said.contains(QStringLiteral("No space left")))
        return tr("There is no space left on the disk for it. Free some space, then try again.");
    if (said.contains(QStringLiteral("Permission denied")))
        return tr("You may not write in %1. Choose a project folder of your own.")
            .arg(QFileInfo(outcome.order.folder).absolutePath());
    return tr("It could not be made: %1").arg(errorLine(outcome.last.errors + outcome.last.output));
}

} // namespace

QString environmentName(const Workspace::Environment &environment)
{
    if (!environment.isVirtual() && environment.state != EnvironmentState::Usable)
        return tr("Another Python in %1").arg(QFileInfo(environment.python).path());
    if (!environment.isVirtual())
        return tr("Python of this machine");
    const QFileInfo folder(environment.folder);
    return tr("%1 in %2").arg(folder.fileName(), QFileInfo(folder.absolutePath()).fileName());
}

QString environmentInWords(const Workspace::Environment &environment, const Workspace::OwnPython &own)
{
    if (!environment.isVirtual() && environment.state != EnvironmentState::Usable)
        return tr("Another Python of this machine. The prompt has Python %1 built in; this one can run your "
                  "programs in a terminal.")
            .arg(minorVersion(own.version));
    switch (environment.state) {
    case EnvironmentState::Usable:
        break;
    case EnvironmentState::OtherVersion:
        return tr("Made for Python %1, while Skillet runs Python %2: packages of one do not work in the "
                  "other. Rebuild makes it again for Python %2, with the same packages.")
            .arg(minorVersion(environment.version), minorVersion(own.version));
    case EnvironmentState::OtherPython:
        return tr("Made by another Python than the one that Skillet runs, %1. Rebuild makes it again with "
                  "that one, with the same packages.")
            .arg(own.executable);
    case EnvironmentState::Broken:
        return tr("Broken: %1 is gone. That happens when Python is updated or the folder is moved. Rebuild "
                  "makes it again, with the same packages.")
            .arg(environment.missing);
    }
    return environment.isVirtual()
        ? tr("A virtual environment: packages that are installed here are for this project alone.")
        : tr("Has what the system installed. For packages of your own, make an environment.");
}

QString outcomeInWords(const Runner::EnvironmentOutcome &outcome)
{
    if (!outcome.done) {
        if (outcome.order.task == EnvironmentTask::Rebuild && outcome.atPackages)
            return tr("The environment is made again, but its packages are not all there. %1")
                .arg(whyItFailed(outcome));
        return whyItFailed(outcome);
    }
    switch (outcome.order.task) {
    case EnvironmentTask::Create:
        return tr("The environment %1 is made. Use This makes the prompt run in it.")
            .arg(QFileInfo(outcome.order.folder).fileName());
    case EnvironmentTask::Rebuild:
        return tr("The environment is made again, with its packages.");
    case EnvironmentTask::Install:
        return tr("What %1 names is installed.").arg(QFileInfo(outcome.order.requirements).fileName());
    case EnvironmentTask::Freeze:
        break;
    }
    return {};
}

} // namespace Skillet::Ui
