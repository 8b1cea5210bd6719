// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "realsession.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Skillet::Runner;

namespace {
constexpr int patience = 20000;
// The session promises two seconds; a loaded machine may take longer to say so.
constexpr int bound = 10000;
} // namespace

/// At a restart and at the end of the session Python ends as in a terminal: exit handlers run, files are
/// written, threads are waited for. It is bounded, and a fresh prompt doesn't wait for it.
class TestOrderlyEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void restart_runsExitHandlersAndWritesFiles();
    void restart_interruptsTheRunForItsCleanUp();
    void restart_doesNotWaitForTheOldWorker();
    void end_waitsForThreadsThenTells();
    void end_whileInputIsAwaited_writesFiles();
    void end_killsWhatTakesTooLong_data();
    void end_killsWhatTakesTooLong();
    void end_startsNothingAnyMore();
    void end_withoutAWorker_tellsAtOnce();

private:
    [[nodiscard]] QString written(const QString &name) const
    {
        QFile file(m_real.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    [[nodiscard]] bool isAlive() const { return ::kill(static_cast<pid_t>(m_worker), 0) == 0; }
    void runLines(const QStringList &lines)
    {
        for (const QString &line : lines)
            QCOMPARE(m_real.log->run(line).outcome, RunOutcome::Finished);
    }

    RealSession m_real;
    qint64 m_worker = 0;
};

void TestOrderlyEnd::init()
{
    m_real.start();
    m_worker = m_real.session->interpreter().processId;
}

void TestOrderlyEnd::cleanup()
{
    m_real.end();
}

void TestOrderlyEnd::restart_runsExitHandlersAndWritesFiles()
{
    runLines(
        {QStringLiteral("f = open('held.txt', 'w'); _ = f.write('held')"),
         QStringLiteral("import atexit; _ = atexit.register(lambda: open('late.txt', 'w').write('late'))")});
    QCOMPARE(written(QStringLiteral("held.txt")), QString());
    m_real.session->restart();
    QTRY_COMPARE_WITH_TIMEOUT(written(QStringLiteral("held.txt")), QStringLiteral("held"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(written(QStringLiteral("late.txt")), QStringLiteral("late"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(), patience);
    m_real.checkAlive(2);
    QVERIFY(m_real.log->losses.isEmpty());
}

void TestOrderlyEnd::restart_interruptsTheRunForItsCleanUp()
{
    const RunId run =
        m_real.execute(QStringLiteral("try:\n    print('on', flush=True)\n    while True: pass\n"
                                      "finally:\n    open('cleaned.txt', 'w').write('up')\n"));
    QTRY_COMPARE_WITH_TIMEOUT(m_real.log->runs[run].out, QStringLiteral("on\n"), patience);
    m_real.session->restart();
    QCOMPARE(m_real.log->runs[run].outcome, RunOutcome::Killed);
    QTRY_COMPARE_WITH_TIMEOUT(written(QStringLiteral("cleaned.txt")), QStringLiteral("up"), patience);
    m_real.checkAlive(2);
}

void TestOrderlyEnd::restart_doesNotWaitForTheOldWorker()
{
    runLines({QStringLiteral("import threading; threading.Thread(target=threading.Event().wait).start()")});
    m_real.session->restart();
    m_real.checkAlive(2);
    QVERIFY(isAlive());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(), patience);
}

void TestOrderlyEnd::end_waitsForThreadsThenTells()
{
    runLines({QStringLiteral("import threading, time"),
              QStringLiteral("threading.Thread(target=lambda: (time.sleep(0.5), "
                             "open('thread.txt', 'w').write('done'))).start()")});
    QSignalSpy ended(m_real.session.get(), &Session::ended);
    m_real.session->end();
    QCOMPARE(m_real.session->state(), SessionState::Stopped);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QCOMPARE(written(QStringLiteral("thread.txt")), QStringLiteral("done"));
}

void TestOrderlyEnd::end_whileInputIsAwaited_writesFiles()
{
    runLines({QStringLiteral("f = open('held.txt', 'w'); _ = f.write('held')")});
    (void)m_real.execute(QStringLiteral("input()"));
    QVERIFY(m_real.log->waitForState(SessionState::WaitingInput));
    QSignalSpy ended(m_real.session.get(), &Session::ended);
    m_real.session->end();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QCOMPARE(written(QStringLiteral("held.txt")), QStringLiteral("held"));
}

void TestOrderlyEnd::end_killsWhatTakesTooLong_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("exit handler") << QStringLiteral(
        "import atexit, time; _ = atexit.register(time.sleep, 1000)");
    QTest::newRow("thread") << QStringLiteral(
        "import threading; threading.Thread(target=threading.Event().wait).start()");
    QTest::newRow("flood in a handler") << QStringLiteral(
        "import atexit; _ = atexit.register(lambda: [print('x' * 1000) for _ in iter(int, 1)])");
    QTest::newRow("question in a handler") << QStringLiteral("import atexit; _ = atexit.register(input)");
}

void TestOrderlyEnd::end_killsWhatTakesTooLong()
{
    QFETCH(QString, line);
    runLines({line});
    QSignalSpy ended(m_real.session.get(), &Session::ended);
    QElapsedTimer clock;
    clock.start();
    m_real.session->end();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QVERIFY(clock.elapsed() < bound);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(), patience);
}

void TestOrderlyEnd::end_startsNothingAnyMore()
{
    QSignalSpy ended(m_real.session.get(), &Session::ended);
    m_real.session->end();
    (void)m_real.execute(QStringLiteral("1"));
    m_real.session->restart();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
    QCOMPARE(m_real.session->state(), SessionState::Stopped);
    QCOMPARE(m_real.log->workers, 1);
}

void TestOrderlyEnd::end_withoutAWorker_tellsAtOnce()
{
    Session session(m_real.options());
    QSignalSpy ended(&session, &Session::ended);
    session.end();
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);
}

QTEST_GUILESS_MAIN(TestOrderlyEnd)
#include "tst_orderlyend.moc"
