// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "measuring.h"
#include "sessionrecorder.h"

#include "incidentcontroller.h"
#include "prompt/promptpane.h"
#include "runner/analyst.h"
#include "traceback/foundstrip.h"
#include "traceback/tracebackpane.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Skillet;

namespace {

constexpr int rounds = 15;
constexpr int limitMs = 60000;
constexpr int logTracebacks = 500;
constexpr int logMegabytes = 50;
constexpr int uncompiledLines = 3000;
constexpr int lineCount = 100000;

/// Five frames, with values to show.
const char *const ordinary = R"(prices = {'apple': 3, 'pear': 4}
def total(basket): return sum_of(basket)
def sum_of(basket): return add(basket, 0)
def add(basket, start): return start + price(basket[0])
def price(name): return prices[name] * 2
total(['plum', 'pear'])
)";
/// Without defaults: CPython 3.13 does not count the calls of functions that have some, and goes on until
/// memory ends.
const char *const deep = "def down(n, names):\n    return down(n + 1, names)\ndown(0, ('a', 'b'))\n";

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

double medianOf(const std::function<double()> &measure)
{
    std::vector<double> values;
    (void)measure(); // fills caches
    for (int i = 0; i < rounds; ++i) {
        handleEvents(20);
        values.push_back(measure());
    }
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

class ErrorBench final
{
public:
    ErrorBench()
        : m_session(options())
        , m_log(m_session)
    {
        m_pane.resize(760, 600);
        m_pane.show();
        m_session.start();
        if (!m_log.waitForState(Runner::SessionState::Idle, limitMs))
            throw Failure("the session did not start");
    }

    double run(const char *source)
    {
        QElapsedTimer clock;
        clock.start();
        const SessionRecorder::Run run = m_log.run(s(source), limitMs, Runner::ProgramKind::Pasted);
        const double time = millisecondsSince(clock);
        if (run.finishes != 1)
            throw Failure("a run did not end");
        m_log.runs.clear();
        if (!run.tracebacks.isEmpty())
            m_last = run.tracebacks.first();
        return time;
    }

    /// From the start of the run to the traceback's picture, painted.
    double picture()
    {
        m_pane.clear();
        handleEvents(5);
        QElapsedTimer clock;
        clock.start();
        (void)run(deep);
        m_pane.showTraceback(m_last);
        PaintWatch watch;
        const QList<QWidget *> widgets = m_pane.findChildren<QWidget *>();
        for (QWidget *widget : widgets)
            widget->installEventFilter(&watch);
        if (!handleEventsUntil([&] { return watch.painted; }, limitMs))
            throw Failure("a traceback was not drawn");
        // What was painted in this turn of the loop is on the screen at its end.
        return millisecondsSince(clock);
    }

    /// From the question to the answer, of a program that fails.
    double explanation(const QByteArray &program)
    {
        if (!m_analyst) {
            Runner::AnalystOptions analyst;
            analyst.worker = options().worker;
            analyst.workerPython = options().workerPython;
            m_analyst = std::make_unique<Runner::Analyst>(analyst);
            m_analyst->warmUp();
            handleEvents(1000);
        }
        (void)run(program.constData());
        bool known = false;
        QObject context;
        QObject::connect(m_analyst.get(), &Runner::Analyst::explained, &context,
                         [&](quint32, const Runner::Explanation &answer) { known = !answer.isEmpty(); });
        QElapsedTimer clock;
        clock.start();
        (void)m_analyst->explain({m_last, QString::fromUtf8(program)});
        if (!handleEventsUntil([&] { return known; }, limitMs))
            throw Failure("an error was not explained");
        return millisecondsSince(clock);
    }

    [[nodiscard]] Runner::Session &session() { return m_session; }
    [[nodiscard]] SessionRecorder &log() { return m_log; }
    [[nodiscard]] Ui::TracebackPane &pane() { return m_pane; }
    [[nodiscard]] const Ui::Theme &theme() const { return m_theme; }
    [[nodiscard]] const Ui::CodeHighlighter &highlighter() const { return m_highlighter; }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(s(name)); }

private:
    [[nodiscard]] static Runner::SessionOptions options()
    {
        Runner::SessionOptions options;
        options.worker = QStringLiteral(SKILLET_WORKER);
        options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
        options.keepSpare = false;
        return options;
    }

    QTemporaryDir m_folder;
    Ui::Theme m_theme;
    Ui::CodeHighlighter m_highlighter{m_theme};
    Ui::TracebackPane m_pane{m_theme, m_highlighter};
    Runner::Session m_session;
    SessionRecorder m_log;
    Runner::Traceback m_last;
    std::unique_ptr<Runner::Analyst> m_analyst;
};

void writeLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Failure("the log could not be written");
    const QByteArray line =
        "2026-01-05 10:00:00,123 INFO shop.server: request served in 12 ms, nothing else to tell\n";
    const qint64 linesBetween = qint64{logMegabytes} * 1000000 / logTracebacks / line.size();
    const QByteArray between = line.repeated(static_cast<int>(linesBetween));
    for (int i = 0; i < logTracebacks; ++i) {
        file.write(between);
        file.write(
            "Traceback (most recent call last):\n  File \"/srv/shop/main.py\", line 12, in <module>\n"
            "    serve(orders)\n  File \"/srv/shop/orders.py\", line 40, in serve\n    total = sum(prices)\n"
            "TypeError: unsupported operand type(s) for +: 'int' and 'str'\n");
    }
}

/// The longest gap of the event loop while a long log is opened, and how long all of it takes.
void openLog(ErrorBench &bench)
{
    const QString path = bench.path("server.log");
    writeLog(path);
    Ui::IncidentController controller(bench.pane(), nullptr);
    QElapsedTimer clock;
    clock.start();
    const Heartbeat heartbeat;
    controller.openFile(path);
    if (!handleEventsUntil([&] { return bench.pane().strip().count() == logTracebacks; }, limitMs))
        throw Failure("not all tracebacks of the log were found");
    const double time = millisecondsSince(clock);
    handleEvents(200);
    std::printf("log_gap %.1f\nlog_time %.1f\n", heartbeat.longestMs(), time);
}

/// Whether the prompt pane keeps each of many lines, also those that it does not show.
void keepLines(ErrorBench &bench)
{
    Ui::PromptPane pane(bench.session(), bench.theme(), bench.highlighter(), bench.path("history.txt"));
    pane.resize(760, 300);
    pane.show();
    pane.runCode(s("for i in range(%1): print('line', i)\n").arg(lineCount));
    handleEvents(50);
    if (!handleEventsUntil([&] { return !pane.isBusy(); }, limitMs))
        throw Failure("the lines did not come to an end");
    const QString path = bench.path("transcript.txt");
    if (!pane.saveTranscript(path).ok())
        throw Failure("the output could not be saved");
    QFile file(path);
    int next = 0;
    if (!file.open(QIODevice::ReadOnly))
        throw Failure("the saved output could not be read");
    while (!file.atEnd()) {
        if (file.readLine() == QByteArray("line ") + QByteArray::number(next) + '\n')
            ++next;
    }
    if (next != lineCount)
        throw Failure("a printed line was lost");
    std::printf("lines_kept %d\n", next);
}

/// A long program, in whose middle a colon is missing.
QByteArray longUncompiled()
{
    const QByteArray part =
        "def total_of(basket, prices):\n    return sum(prices[name] for name in basket)\n\n";
    const int parts = uncompiledLines / 6;
    return part.repeated(parts) + "def broken(basket)\n    return basket\n\n" + part.repeated(parts);
}

void measure()
{
    ErrorBench bench;
    std::printf("nothing %.2f\n", medianOf([&] { return bench.run("None\n"); }));
    std::printf("ordinary %.2f\n", medianOf([&] { return bench.run(ordinary); }));
    std::printf("deep_picture %.2f\n", medianOf([&] { return bench.picture(); }));
    std::printf("explanation %.2f\n", medianOf([&] { return bench.explanation(ordinary); }));
    std::printf("syntax_explanation %.2f\n", medianOf([&] { return bench.explanation(longUncompiled()); }));
    openLog(bench);
    keepLines(bench);
}

} // namespace

/// Prints what errors and long output take, a `name value` in each line, in milliseconds. Fails when an error
/// is not captured, drawn or explained, or when a line is lost.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    try {
        measure();
    } catch (const Failure &failure) {
        std::fprintf(stderr, "Failed: %s.\n", failure.what());
        return 1;
    }
    return 0;
}
