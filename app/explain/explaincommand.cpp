// SPDX-License-Identifier: GPL-3.0-or-later
#include "explain/explaincommand.h"

#include "core/result.h"
#include "explain/explaining.h"
#include "explain/programrun.h"
#include "incident/tracebackscanner.h"
#include "terminal/editedlines.h"
#include "terminal/programfile.h"
#include "terminal/transcriptlines.h"
#include "terminal/unixsignals.h"
#include "terminal/writing.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTimer>

#include <cerrno>
#include <memory>
#include <unistd.h>

namespace Skillet::Explain {

namespace {

constexpr int statusOfErrors = 1;
constexpr int statusUnable = 2;
constexpr int statusOfSignal = 128; // and the signal's number, as shells have it
constexpr qsizetype pieceSize = 65536;

struct ExplainCommand
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Explain::ExplainCommand)
};

int refuse(const QString &message)
{
    Terminal::writeText(STDERR_FILENO, QLatin1String("skillet explain: ") + message + QLatin1Char('\n'));
    return statusUnable;
}

QList<Explained> found(const QList<Incident::FoundTraceback> &tracebacks)
{
    QList<Explained> errors;
    for (const Incident::FoundTraceback &one : tracebacks) {
        if (!one.traceback.isEmpty())
            errors.append({one.traceback, {}, one.line});
    }
    return errors;
}

/// What is found on standard input, which may be of any length.
Core::Result<QList<Explained>> readStandardInput()
{
    Incident::TracebackScanner scanner;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), static_cast<std::size_t>(piece.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            return Core::Error{
                Core::ErrorCode::Invalid,
                ExplainCommand::tr("standard input can't be read: %1. Give it a text file, or the "
                                   "output of a program.")
                    .arg(qt_error_string(errno))};
        }
        if (count == 0)
            break;
        scanner.feed(QByteArrayView(piece.constData(), count));
    }
    scanner.finish();
    return found(scanner.takeFound());
}

/// Says what is known about errors and ends the event loop.
class Telling final
{
public:
    Telling(Runner::Analyst &analyst, bool asJson)
        : m_explaining(analyst)
        , m_asJson(asJson)
    {
        QObject::connect(&m_explaining, &Explaining::explained,
                         [this](const Explained &error) { take(error); });
        QObject::connect(&m_explaining, &Explaining::finished, [this] { end(); });
    }

    void start(const QList<Explained> &errors, int status)
    {
        m_status = status;
        m_explaining.start(errors);
    }

private:
    void take(const Explained &error)
    {
        m_told.append(error);
        if (m_asJson)
            return;
        // A line of its own for each place in a log; of a program there is one error, and its traceback is
        // printed already.
        QString text = error.line > 0
            ? ExplainCommand::tr("Line %1").arg(error.line) + QLatin1String("\n\n") + asText(error)
            : QLatin1Char('\n') + asText(error);
        if (m_told.size() > 1)
            text.prepend(u'\n');
        Terminal::writeText(STDOUT_FILENO, text);
    }
    void end()
    {
        if (m_asJson)
            Terminal::writeAll(STDOUT_FILENO, asJson(m_told));
        QCoreApplication::exit(m_status);
    }

    Explaining m_explaining;
    bool m_asJson;
    QList<Explained> m_told;
    int m_status = 0;
};

/// Runs until `errors` are told; returns `status`.
int tell(Telling &telling, const QList<Explained> &errors, int status)
{
    QTimer::singleShot(0, [&telling, &errors, status] { telling.start(errors, status); });
    return QCoreApplication::exec();
}

int explainInput(Telling &telling)
{
    const Core::Result<QList<Explained>> read = readStandardInput();
    if (!read)
        return refuse(read.error().message);
    const QList<Explained> &errors = read.value();
    if (errors.isEmpty()) {
        Terminal::writeText(
            STDERR_FILENO,
            ExplainCommand::tr(
                "skillet explain: there is no traceback in the text. It begins with \"Traceback "
                "(most recent call last)\" and ends with the error: give all of it.\n"));
    }
    return tell(telling, errors, errors.isEmpty() ? 0 : statusOfErrors);
}

int explainProgram(const ExplainRequest &request, const Core::Paths &paths, Runner::Analyst &analyst,
                   Telling &telling)
{
    const auto program = Terminal::readProgram(request.file, request.arguments);
    if (!program) {
        const QString said = Terminal::sayOfUndecodable(request.file);
        if (said.isEmpty())
            return refuse(program.error().message);
        Terminal::writeText(STDERR_FILENO, said);
        return tell(telling, found(Incident::findTracebacks(said.toUtf8())), statusOfErrors);
    }
    Runner::SessionOptions options;
    options.worker = paths.worker;
    options.workerPython = paths.workerPython;
    options.keepSpare = false;
    Runner::Session session(options);
    Terminal::UnixSignals signals_;
    std::unique_ptr<Terminal::LineSource> lines;
    if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1)
        lines = std::make_unique<Terminal::EditedLines>(QString());
    else
        lines = std::make_unique<Terminal::TranscriptLines>();
    ProgramRun run(session, *lines,
                   request.asJson ? ProgramRun::Output::OnStandardError : ProgramRun::Output::AsItIs);
    QObject::connect(
        &run, &ProgramRun::ended, &run, [&telling](const Runner::Traceback &traceback, int status) {
            telling.start(traceback.isEmpty() ? QList<Explained>() : QList<Explained>{{traceback, {}, 0}},
                          status);
        });
    QObject::connect(&run, &ProgramRun::failed, &run,
                     [](const QString &problem) { QCoreApplication::exit(refuse(problem)); });
    QObject::connect(&signals_, &Terminal::UnixSignals::interrupted, &run, &ProgramRun::interrupt);
    QObject::connect(&signals_, &Terminal::UnixSignals::terminated, &run,
                     [](int signal) { QCoreApplication::exit(statusOfSignal + signal); });
    analyst.warmUp(); // while the program runs
    run.start(program.value());
    return QCoreApplication::exec();
}

} // namespace

int runExplain(const ExplainRequest &request, const Core::Paths &paths)
{
    if (!QFileInfo(paths.worker).isExecutable())
        return refuse(ExplainCommand::tr("The program that runs Python is not at %1. Install Skillet again.")
                          .arg(paths.worker));
    // What goes wrong is told in words; standard error is the learner's program's.
    QLoggingCategory::setFilterRules(QStringLiteral("skillet.*=false"));
    Runner::Analyst analyst({paths.worker, paths.workerPython});
    Telling telling(analyst, request.asJson);
    return request.file == QLatin1String("-") ? explainInput(telling)
                                              : explainProgram(request, paths, analyst, telling);
}

} // namespace Skillet::Explain
