// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/systemterminal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>
#include <iterator>

namespace Skillet::Ui {

namespace {

struct Terminal
{
    const char *name;
    const char *option; ///< after which the command stands
};

constexpr qsizetype longestCommandLine = 60'000; // Linux takes 128 KiB in one argument, of any encoding

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

const char *optionOf(const QString &program)
{
    const QString name = QFileInfo(program).fileName();
    const auto *known = std::find_if(std::begin(usual), std::end(usual), [&name](const Terminal &each) {
        return name == QLatin1String(each.name);
    });
    return known == std::end(usual) ? "-e" : known->option;
}

/// A command line holds only so much; what is longer is read from a file, which takes itself away.
Core::Result<QString> shortScript(const QString &script)
{
    if (script.size() <= longestCommandLine)
        return script;
    QTemporaryFile file(QDir::temp().filePath(QStringLiteral("skillet-run-XXXXXX.sh")));
    file.setAutoRemove(false);
    if (!file.open() || file.write("rm -f -- \"$0\"\n" + script.toUtf8()) < 0 || !file.flush())
        return Core::Error{Core::ErrorCode::Failed,
                           tr("The input is too long for a command line, and it cannot be written to a file "
                              "in %1. Free some space there, or make the input shorter.")
                               .arg(QDir::tempPath())};
    return QStringLiteral("exec sh ") + quoted(file.fileName());
}

} // namespace

TerminalCommand terminalCommand(const QString &chosen, const QString &path, const QString &script)
{
    const QStringList folders = path.split(u':', Qt::SkipEmptyParts);
    const auto command = [&script](const QString &program, const char *option, QStringList own = {}) {
        return TerminalCommand{program,
                               own << QString::fromLatin1(option) << QStringLiteral("sh")
                                   << QStringLiteral("-c") << script};
    };
    QStringList words = QProcess::splitCommand(chosen);
    if (!words.isEmpty()) {
        const QString program = QStandardPaths::findExecutable(words.takeFirst(), folders);
        if (!program.isEmpty())
            return command(program, optionOf(program), words);
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
    const Core::Result<QString> script = shortScript(terminalScript(python, program));
    if (!script.ok())
        return script.error();
    const TerminalCommand command =
        terminalCommand(qEnvironmentVariable("TERMINAL"), qEnvironmentVariable("PATH"), script.value());
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
