// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/promptcommand.h"

#include "terminal/conversation.h"
#include "terminal/editedlines.h"
#include "terminal/programfile.h"
#include "terminal/transcriptlines.h"
#include "terminal/unixsignals.h"
#include "terminal/writing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>

#include <memory>
#include <unistd.h>

namespace Skillet::Terminal {

namespace {

constexpr int statusUnable = 2;
constexpr int statusOfSignal = 128; // and the signal's number, as shells have it

struct PromptCommand
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Terminal::PromptCommand)
};

int refuse(const QString &message)
{
    writeText(STDERR_FILENO, QLatin1String("skillet prompt: ") + message + QLatin1Char('\n'));
    return statusUnable;
}

bool isTerminal()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

} // namespace

int runPrompt(const PromptRequest &request, const Core::Paths &paths)
{
    if (!QFileInfo(paths.worker).isExecutable())
        return refuse(PromptCommand::tr("The program that runs Python is not at %1. Install Skillet again.")
                          .arg(paths.worker));
    std::optional<Runner::Program> program;
    if (!request.file.isEmpty()) {
        const auto read = readProgram(request.file, request.arguments);
        if (!read)
            return refuse(read.error().message);
        program = read.value();
        program->file = request.file; // sys.argv[0] is what was typed
    } else if (!request.module.isEmpty()) {
        program = Runner::Program{Runner::ProgramKind::Module, {}, request.module, request.arguments, {}};
    }
    // The session tells what goes wrong; standard error is the learner's program's.
    QLoggingCategory::setFilterRules(QStringLiteral("skillet.*=false"));
    Runner::SessionOptions options;
    options.worker = paths.worker;
    options.workerPython = paths.workerPython;
    if (!request.environment.isEmpty())
        options.environment = QFileInfo(request.environment).absoluteFilePath();
    options.keepSpare = isTerminal();
    Runner::Session session(options);
    UnixSignals signals_;
    std::unique_ptr<LineSource> lines;
    if (isTerminal()) {
        auto edited = std::make_unique<EditedLines>(paths.data + QStringLiteral("/terminal-history.txt"));
        QObject::connect(&signals_, &UnixSignals::terminalChanged, edited.get(),
                         &EditedLines::adaptToTerminal);
        lines = std::move(edited);
    } else {
        lines = std::make_unique<TranscriptLines>();
    }
    Conversation conversation(session, *lines);
    QObject::connect(&conversation, &Conversation::finished,
                     [](int status) { QCoreApplication::exit(status); });
    QObject::connect(&signals_, &UnixSignals::interrupted, &conversation, &Conversation::interrupt);
    QObject::connect(&signals_, &UnixSignals::terminated,
                     [](int signal) { QCoreApplication::exit(statusOfSignal + signal); });
    conversation.start(program);
    return QCoreApplication::exec();
}

} // namespace Skillet::Terminal
