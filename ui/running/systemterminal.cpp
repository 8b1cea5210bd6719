// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/systemterminal.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

namespace Skillet::Ui {

namespace {

struct Terminal
{
    const char *name;
    const char *option; ///< after which the command stands
};

constexpr Terminal usual[] = {
    {"x-terminal-emulator", "-e"},
    {"gnome-terminal", "--"},
    {"konsole", "-e"},
    {"xfce4-terminal", "-x"},
    {"kgx", "-e"},
    {"xterm", "-e"},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::SystemTerminal", text);
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

} // namespace

TerminalCommand terminalCommand(const QString &chosen, const QString &path, const QString &script)
{
    const QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    const auto command = [&script](const QString &program, const char *option) {
        return TerminalCommand{
            program, {QString::fromLatin1(option), QStringLiteral("sh"), QStringLiteral("-c"), script}};
    };
    if (!chosen.isEmpty()) {
        const QString program = QStandardPaths::findExecutable(chosen, folders);
        if (!program.isEmpty())
            return command(program, chosen.contains(QStringLiteral("gnome-terminal")) ? "--" : "-e");
    }
    for (const Terminal &terminal : usual) {
        const QString program = QStandardPaths::findExecutable(QString::fromLatin1(terminal.name), folders);
        if (!program.isEmpty())
            return command(program, terminal.option);
    }
    return {};
}

QString terminalScript(const QString &python, const Runner::Program &program)
{
    QStringList words;
    if (!program.environment.isEmpty()) {
        words.append(QStringLiteral("env"));
        for (const QString &variable : program.environment)
            words.append(quoted(variable));
    }
    words << quoted(python) << quoted(program.file);
    for (const QString &argument : program.arguments)
        words.append(quoted(argument));
    QString run = words.join(u' ');
    if (program.input) {
        QString text;
        for (const QString &line : *program.input)
            text += line + u'\n';
        run = QStringLiteral("printf %s ") + quoted(text) + QStringLiteral(" | ") + run;
    }
    return QStringLiteral("cd ") + quoted(program.workingFolder) + QStringLiteral(" && ") + run
        + QStringLiteral("\nprintf '\\n%s' ") + quoted(tr("Press Enter to close this window."))
        + QStringLiteral("\nread -r _ < /dev/tty\n");
}

Core::Result<void> runInTerminal(const QString &python, const Runner::Program &program)
{
    const TerminalCommand command = terminalCommand(
        qEnvironmentVariable("TERMINAL"), qEnvironmentVariable("PATH"), terminalScript(python, program));
    if (command.program.isEmpty()) {
        return Core::Error{
            Core::ErrorCode::NotFound,
            tr("No terminal was found on this machine. Install one, for example: sudo apt install "
               "xterm")};
    }
    if (!QProcess::startDetached(command.program, command.arguments, program.workingFolder)) {
        return Core::Error{Core::ErrorCode::Failed,
                           tr("The terminal %1 could not be started.").arg(command.program)};
    }
    return {};
}

} // namespace Skillet::Ui
