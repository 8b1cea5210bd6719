// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/testrun.h"

#include <QFileInfo>
#include <QProcess>
#include <QSocketNotifier>
#include <QStringDecoder>

#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace Skillet::Runner {

namespace {

constexpr int PatienceMs = 2000;
constexpr qsizetype LongestLine = 64'000'000; // of 100,000 tests the list has 20 MB
constexpr int ChildDescriptor = 3;

/// What the tests start is theirs, and ends with them.
void signalGroup(qint64 leader, int signal)
{
    if (leader > 0)
        ::kill(static_cast<pid_t>(-leader), signal);
}

void prepareChild(int events, qint64 memoryLimit)
{
    ::setsid(); // no terminal of ours may be theirs
    ::signal(SIGINT, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    if (memoryLimit > 0) {
        const rlimit memory{static_cast<rlim_t>(memoryLimit), static_cast<rlim_t>(memoryLimit)};
        ::setrlimit(RLIMIT_AS, &memory);
    }
    ::dup2(events, ChildDescriptor); // which takes close-on-exec off
}

QProcessEnvironment environmentOf(const TestOrder &order)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONUTF8"), QStringLiteral("1"));
    environment.insert(QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1"));
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    environment.remove(QStringLiteral("PYTEST_ADDOPTS")); // of whoever started the workbench
    for (const QString &variable : order.environment)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    return environment;
}

} // namespace

TestRun::TestRun(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { signalGroup(m_group, SIGKILL); });
}

TestRun::~TestRun()
{
    if (m_process == nullptr)
        return;
    m_process->disconnect(this);
    signalGroup(m_group, SIGKILL);
    delete m_process; // waits for one that is dead already
}

void TestRun::start(const TestOrder &order)
{
    if (isRunning())
        return;
    m_line.clear();
    m_isMissing = m_isDone = m_wasStopped = false;
    m_status = 0;
    m_group = 0;
    m_process = new QProcess;
    QMetaObject::invokeMethod(
        this, [this, order] { launch(order); }, Qt::QueuedConnection);
}

void TestRun::launch(const TestOrder &order)
{
    int ends[2];
    if (!QFileInfo(order.folder).isDir() || ::pipe2(ends, O_CLOEXEC) != 0)
        return finish(TestRunEnd::NotStarted, 0);
    m_events = Descriptor(ends[0]);
    ::fcntl(m_events.number(), F_SETFL, O_NONBLOCK);
    // Above what the child lays over its own.
    const auto theirs = std::make_shared<Descriptor>(::fcntl(ends[1], F_DUPFD_CLOEXEC, 20));
    ::close(ends[1]);
    m_notifier = new QSocketNotifier(m_events.number(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &TestRun::readEvents);

    m_process->setProgram(order.python);
    m_process->setArguments(QStringList{order.script, QString::number(ChildDescriptor)} + order.which);
    m_process->setWorkingDirectory(order.folder);
    m_process->setProcessEnvironment(environmentOf(order));
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setChildProcessModifier(
        [number = theirs->number(), limit = order.memoryLimit] { prepareChild(number, limit); });
    const auto decoder = std::make_shared<QStringDecoder>(QStringDecoder::Utf8);
    connect(m_process, &QProcess::readyRead, this,
            [this, decoder] { Q_EMIT wrote(decoder->decode(m_process->readAll())); });
    connect(m_process, &QProcess::started, this, [this, theirs] {
        m_group = m_process->processId();
        theirs->close();
        if (m_wasStopped)
            signalGroup(m_group, SIGINT);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(TestRunEnd::NotStarted, 0);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus exit) {
        readEvents();
        signalGroup(m_group, SIGKILL); // what the tests left behind
        if (m_isMissing)
            finish(TestRunEnd::Missing, code);
        else if (m_isDone)
            finish(TestRunEnd::Done, m_status);
        else if (m_wasStopped)
            finish(TestRunEnd::Killed, code);
        else
            finish(TestRunEnd::Died, exit == QProcess::CrashExit ? -code : code);
    });
    if (m_wasStopped)
        return finish(TestRunEnd::Killed, 0); // before it began
    m_process->start();
}

void TestRun::stop()
{
    if (!isRunning() || std::exchange(m_wasStopped, true))
        return;
    signalGroup(m_group, SIGINT);
    m_patience.start();
}

void TestRun::readEvents()
{
    char buffer[65536];
    ssize_t count = 0;
    while (m_events.isOpen() && (count = ::read(m_events.number(), buffer, sizeof buffer)) > 0) {
        m_line.append(buffer, count);
        takeLines();
    }
    if (count == 0 && m_notifier != nullptr)
        m_notifier->setEnabled(false); // the other end is closed
}

void TestRun::takeLines()
{
    qsizetype from = 0;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n', from)) {
        take(parseTestEvent(m_line.mid(from, end - from)));
        from = end + 1;
    }
    m_line.remove(0, from);
    if (m_line.size() > LongestLine)
        m_line.clear(); // nobody writes that in good faith; what follows is read as broken, and dropped
}

void TestRun::take(const TestEvent &event)
{
    if (const auto *about = std::get_if<TestsBegun>(&event)) {
        Q_EMIT begun(*about);
    } else if (std::holds_alternative<TestsMissing>(event)) {
        m_isMissing = true;
    } else if (const auto *list = std::get_if<TestsCollected>(&event)) {
        Q_EMIT collected(list->tests);
    } else if (const auto *one = std::get_if<TestStarted>(&event)) {
        Q_EMIT started(one->id);
    } else if (const auto *result = std::get_if<TestResult>(&event)) {
        Q_EMIT resultCame(*result);
    } else if (const auto *done = std::get_if<TestsDone>(&event)) {
        m_isDone = true;
        m_status = done->status;
    }
}

void TestRun::finish(TestRunEnd how, int status)
{
    m_patience.stop();
    m_process->disconnect(this);
    std::exchange(m_process, nullptr)->deleteLater();
    if (m_notifier != nullptr) {
        m_notifier->setEnabled(false);
        std::exchange(m_notifier, nullptr)->deleteLater();
    }
    m_events.close();
    Q_EMIT ended({how, status, m_wasStopped});
}

} // namespace Skillet::Runner
