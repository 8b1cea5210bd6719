// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkrun.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Skillet::Runner;

class TestCheckRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void passedReport_isGraded();
    void failedReport_isGradedWithItsParts();
    void eachAttempt_hasAFreshWorker();
    void endlessProgram_isTimedOut();
    void crash_isToldInWords();
    void endWithoutAReport_isACrash();
    void stop_endsTheAttemptAtOnce();
    void stopBeforeTheWorkerIsReady_endsTheAttempt();
    void startDuringAnAttempt_isIgnored();
    void missingWorker_isRefused();
    void warmUp_startsTheWorkerBeforeItIsNeeded();
    void checkRunMayDieDuringAnAttempt();

private:
    CheckResult check(const QString &command);

    CheckRunOptions m_options;
    std::unique_ptr<CheckRun> m_checks;
};

void TestCheckRun::init()
{
    qunsetenv("SKILLET_FAKE_START");
    m_options = {};
    m_options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    m_options.timeLimitMs = 5000;
    m_checks = std::make_unique<CheckRun>(m_options);
}

void TestCheckRun::cleanup()
{
    m_checks.reset();
}

CheckResult TestCheckRun::check(const QString &command)
{
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(command, QStringLiteral("/submission"));
    if (finished.isEmpty())
        finished.wait(10000);
    return finished.isEmpty() ? CheckResult{} : finished.at(0).at(0).value<CheckResult>();
}

void TestCheckRun::passedReport_isGraded()
{
    const CheckResult result = check(QStringLiteral("pass"));
    QCOMPARE(result.end, AttemptEnd::Graded);
    QVERIFY(result.passed);
    QCOMPARE(result.passedCount(), 1);
    QCOMPARE(result.output, QStringLiteral("hello\n"));
    QVERIFY(result.milliseconds < 5000);
    QVERIFY(!m_checks->isRunning());
}

void TestCheckRun::failedReport_isGradedWithItsParts()
{
    const CheckResult result = check(QStringLiteral("mixed"));
    QCOMPARE(result.end, AttemptEnd::Graded);
    QVERIFY(!result.passed);
    QCOMPARE(result.outcomes.size(), 2);
    QCOMPARE(result.outcomes.at(1).status, CheckStatus::Error);
    QCOMPARE(result.feedback, QStringLiteral("Look at the name of the key."));
    QCOMPARE(result.traceback.exceptions.size(), 1);
}

void TestCheckRun::eachAttempt_hasAFreshWorker()
{
    // A worker that had been interrupted or used before would not answer a second attempt at all.
    for (int i = 0; i < 5; ++i)
        QVERIFY(check(QStringLiteral("pass")).passed);
    QCOMPARE(check(QStringLiteral("signal %1").arg(SIGSEGV)).end, AttemptEnd::Crashed);
    QVERIFY(check(QStringLiteral("pass")).passed);
}

void TestCheckRun::endlessProgram_isTimedOut()
{
    m_options.timeLimitMs = 2000;
    m_checks = std::make_unique<CheckRun>(m_options);
    const CheckResult result = check(QStringLiteral("deaf"));
    QCOMPARE(result.end, AttemptEnd::TimedOut);
    QCOMPARE(
        result.message,
        QStringLiteral("Your program was still running after 2 seconds. Is there a loop that never ends?"));
    QVERIFY(result.milliseconds >= 1900);
    QVERIFY(check(QStringLiteral("pass")).passed);
}

void TestCheckRun::crash_isToldInWords()
{
    const CheckResult result = check(QStringLiteral("exit 3"));
    QCOMPARE(result.end, AttemptEnd::Crashed);
    QVERIFY2(result.message.contains(QLatin1String("os._exit(3)")), qPrintable(result.message));
    QVERIFY(result.output.startsWith(QLatin1String("sent in the pipe")));
}

void TestCheckRun::endWithoutAReport_isACrash()
{
    const CheckResult result = check(QStringLiteral("fail"));
    QCOMPARE(result.end, AttemptEnd::Crashed);
    QVERIFY(!result.message.isEmpty());
    QCOMPARE(result.traceback.exceptions.at(0).type, QStringLiteral("KeyError"));
    const CheckResult exited = check(QStringLiteral("omit"));
    QCOMPARE(exited.end, AttemptEnd::Crashed);
    QVERIFY(exited.message.contains(QLatin1String("sys.exit()")));
    QCOMPARE(exited.output, QStringLiteral("headtail"));
}

void TestCheckRun::stop_endsTheAttemptAtOnce()
{
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(QStringLiteral("deaf"), {});
    QTest::qWait(200);
    QVERIFY(m_checks->isRunning());
    m_checks->stop();
    m_checks->stop();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).value<CheckResult>().end, AttemptEnd::Stopped);
    QVERIFY(check(QStringLiteral("pass")).passed);
}

void TestCheckRun::stopBeforeTheWorkerIsReady_endsTheAttempt()
{
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(QStringLiteral("pass"), {});
    m_checks->stop();
    QCOMPARE(finished.size(), 1);
    QTest::qWait(200);
    QCOMPARE(finished.size(), 1);
    QVERIFY(check(QStringLiteral("pass")).passed);
}

void TestCheckRun::startDuringAnAttempt_isIgnored()
{
    QSignalSpy started(m_checks.get(), &CheckRun::started);
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(QStringLiteral("pass"), {});
    m_checks->start(QStringLiteral("mixed"), {});
    QVERIFY(finished.wait());
    QTest::qWait(200);
    QCOMPARE(started.size(), 1);
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.at(0).at(0).value<CheckResult>().passed);
}

void TestCheckRun::missingWorker_isRefused()
{
    m_options.worker = QStringLiteral("/nowhere/skillet-worker");
    m_checks = std::make_unique<CheckRun>(m_options);
    const CheckResult result = check(QStringLiteral("pass"));
    QCOMPARE(result.end, AttemptEnd::Refused);
    QVERIFY(result.message.contains(QLatin1String("/nowhere/skillet-worker")));
    QVERIFY(result.message.endsWith(QLatin1String("Then check again.")));
}

void TestCheckRun::warmUp_startsTheWorkerBeforeItIsNeeded()
{
    m_checks->warmUp();
    QTest::qWait(300);
    // From now on a worker could not be started any more; the spare already is.
    qputenv("SKILLET_FAKE_START", "die");
    QVERIFY(check(QStringLiteral("pass")).passed);
}

void TestCheckRun::checkRunMayDieDuringAnAttempt()
{
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(QStringLiteral("deaf"), {});
    QTest::qWait(200);
    m_checks.reset();
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(TestCheckRun)
#include "tst_checkrun.moc"
