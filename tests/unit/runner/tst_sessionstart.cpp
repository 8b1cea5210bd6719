// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/session.h"

#include "sessionrecorder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet::Runner;

/// Workers that cannot be started: the session says why and how to go on, and restart() tries again.
class TestSessionStart final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void missingProgram_stopsWithItsName();
    void programThatMayNotRun_stopsWithItsName();
    void programThatIsNone_stopsWithItsName();
    void faultsAtTheStart_stopInWords_data();
    void faultsAtTheStart_stopInWords();
    void oneOrTwoDeathsAtTheStart_areOvercome();
    void workerThatDiesWhenIdle_isNotReplacedForEver();
    void restart_triesAgain();
    void restartDuringAHangingStart_doesNotWaitForIt();
    void runsAskedForInVain_endKilled();
    void completenessAskedInVain_isComplete();
    void missingWorkingFolder_doesNotMatter();

private:
    void open(const QString &worker, int handshakeLimitMs = 5000);

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionRecorder> m_log;
};

void TestSessionStart::init()
{
    qunsetenv("SKILLET_FAKE_START");
    qunsetenv("SKILLET_FAKE_COUNT");
}

void TestSessionStart::cleanup()
{
    m_session.reset();
    m_log.reset();
}

void TestSessionStart::open(const QString &worker, int handshakeLimitMs)
{
    SessionOptions options;
    options.worker = worker;
    options.handshakeLimitMs = handshakeLimitMs;
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
    m_session->start();
}

void TestSessionStart::missingProgram_stopsWithItsName()
{
    open(QStringLiteral("/nowhere/skillet-worker"));
    QCOMPARE(m_session->state(), SessionState::Starting);
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    QVERIFY2(m_session->problem().contains(QLatin1String("there is no program /nowhere/skillet-worker")),
             qPrintable(m_session->problem()));
}

void TestSessionStart::programThatMayNotRun_stopsWithItsName()
{
    const QString program = m_folder.filePath(QStringLiteral("no-worker"));
    QVERIFY(QFile(program).open(QIODevice::WriteOnly));
    open(program);
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    QVERIFY2(m_session->problem().contains(QStringLiteral("not allowed to run %1").arg(program)),
             qPrintable(m_session->problem()));
}

void TestSessionStart::programThatIsNone_stopsWithItsName()
{
    const QString program = m_folder.filePath(QStringLiteral("text"));
    QFile file(program);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\177no program");
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    open(program);
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    QVERIFY2(m_session->problem().contains(program), qPrintable(m_session->problem()));
}

void TestSessionStart::faultsAtTheStart_stopInWords_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("part");
    QTest::newRow("dies") << QByteArray("die") << QStringLiteral("in 3 attempts");
    QTest::newRow("dies at once") << QByteArray("die-at-once") << QStringLiteral("exit status 7");
    QTest::newRow("hangs") << QByteArray("hang") << QStringLiteral("did not answer");
    QTest::newRow("speaks another version")
        << QByteArray("version") << QStringLiteral("another version of Skillet");
    QTest::newRow("speaks something else")
        << QByteArray("garbage") << QStringLiteral("ended before it was ready");
    QTest::newRow("speaks out of turn") << QByteArray("early") << QStringLiteral("ended before it was ready");
    QTest::newRow("refuses") << QByteArray("refuse")
                             << QStringLiteral("There is no standard library in /usr/lib/python3.11.");
}

void TestSessionStart::faultsAtTheStart_stopInWords()
{
    QFETCH(QByteArray, start);
    QFETCH(QString, part);
    qputenv("SKILLET_FAKE_START", start);
    open(QStringLiteral(SKILLET_FAKEWORKER), 200);
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    QVERIFY2(m_session->problem().contains(part), qPrintable(m_session->problem()));
    QVERIFY(m_session->problem().contains(QStringLiteral(SKILLET_FAKEWORKER)));
    QVERIFY(m_session->problem().endsWith(QLatin1String("Then choose Restart the Prompt.")));
    QCOMPARE(m_log->states, (QList{SessionState::Starting, SessionState::Stopped}));
    QCOMPARE(m_log->workers, 0);
    QVERIFY(m_log->losses.isEmpty());
}

void TestSessionStart::oneOrTwoDeathsAtTheStart_areOvercome()
{
    QFile count(m_folder.filePath(QStringLiteral("count")));
    QVERIFY(count.open(QIODevice::WriteOnly));
    count.write("2");
    count.close();
    qputenv("SKILLET_FAKE_START", "die");
    qputenv("SKILLET_FAKE_COUNT", count.fileName().toLocal8Bit());
    open(QStringLiteral(SKILLET_FAKEWORKER));
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_session->problem(), QString());
    QCOMPARE(m_log->run(QStringLiteral("echo at last")).out, QStringLiteral("at last"));
}

void TestSessionStart::workerThatDiesWhenIdle_isNotReplacedForEver()
{
    qputenv("SKILLET_FAKE_START", "leave");
    open(QStringLiteral(SKILLET_FAKEWORKER));
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    QCOMPARE(m_log->workers, 3);
    QVERIFY(m_session->problem().contains(QStringLiteral(SKILLET_FAKEWORKER)));
}

void TestSessionStart::restart_triesAgain()
{
    qputenv("SKILLET_FAKE_START", "refuse");
    open(QStringLiteral(SKILLET_FAKEWORKER));
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    qunsetenv("SKILLET_FAKE_START");
    m_session->restart();
    QCOMPARE(m_session->state(), SessionState::Starting);
    QCOMPARE(m_session->problem(), QString());
    QVERIFY(m_log->waitForState(SessionState::Idle));
    QCOMPARE(m_log->run(QStringLiteral("echo back")).out, QStringLiteral("back"));
}

void TestSessionStart::restartDuringAHangingStart_doesNotWaitForIt()
{
    qputenv("SKILLET_FAKE_START", "hang");
    open(QStringLiteral(SKILLET_FAKEWORKER), 60000);
    QTest::qWait(100);
    QCOMPARE(m_session->state(), SessionState::Starting);
    qunsetenv("SKILLET_FAKE_START");
    m_session->restart();
    QVERIFY(m_log->waitForState(SessionState::Idle, 3000));
}

void TestSessionStart::runsAskedForInVain_endKilled()
{
    open(QStringLiteral("/nowhere/skillet-worker"));
    const RunId early = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo"), {}, {}, {}});
    QCOMPARE(m_log->waitFor(early).outcome, RunOutcome::Killed);
    const RunId late = m_session->execute({ProgramKind::Interactive, QStringLiteral("echo"), {}, {}, {}});
    QCOMPARE(m_log->waitFor(late).outcome, RunOutcome::Killed);
    QVERIFY(m_log->started.isEmpty());
    QCOMPARE(m_session->state(), SessionState::Stopped);
    QVERIFY(!m_session->problem().isEmpty());
}

void TestSessionStart::completenessAskedInVain_isComplete()
{
    open(QStringLiteral("/nowhere/skillet-worker"));
    QVERIFY(m_log->waitForState(SessionState::Stopped));
    quint32 answered = 0;
    connect(m_session.get(), &Session::completenessKnown, m_log.get(),
            [&](quint32 request, Completeness completeness) {
                if (completeness == Completeness::Complete)
                    answered = request;
            });
    const quint32 request = m_session->askCompleteness(QStringLiteral("if 1:"));
    QTRY_COMPARE(answered, request);
}

void TestSessionStart::missingWorkingFolder_doesNotMatter()
{
    SessionOptions options;
    options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    options.workingFolder = QStringLiteral("/nowhere/at/all");
    m_session = std::make_unique<Session>(options);
    m_log = std::make_unique<SessionRecorder>(*m_session);
    QCOMPARE(m_log->run(QStringLiteral("echo here")).out, QStringLiteral("here"));
}

QTEST_GUILESS_MAIN(TestSessionStart)
#include "tst_sessionstart.moc"
