// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerend.h"

#include <QTest>

#include <csignal>

using namespace Skillet::Runner;

class TestWorkerEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStartProblem_namesTheProgramAndTheWayOut_data();
    void everyStartProblem_namesTheProgramAndTheWayOut();
    void lossText_saysWhatHappened_data();
    void lossText_saysWhatHappened();
};

void TestWorkerEnd::everyStartProblem_namesTheProgramAndTheWayOut_data()
{
    QTest::addColumn<WorkerEndReason>("reason");
    QTest::addColumn<bool>("isLasting");
    QTest::newRow("missing") << WorkerEndReason::Missing << true;
    QTest::newRow("not executable") << WorkerEndReason::NotExecutable << true;
    QTest::newRow("not started") << WorkerEndReason::NotStarted << false;
    QTest::newRow("refused") << WorkerEndReason::Refused << true;
    QTest::newRow("wrong version") << WorkerEndReason::WrongVersion << true;
    QTest::newRow("no answer") << WorkerEndReason::NoAnswer << false;
    QTest::newRow("unintelligible") << WorkerEndReason::Unintelligible << false;
    QTest::newRow("exited") << WorkerEndReason::Exited << false;
    QTest::newRow("signalled") << WorkerEndReason::Signalled << false;
}

void TestWorkerEnd::everyStartProblem_namesTheProgramAndTheWayOut()
{
    QFETCH(WorkerEndReason, reason);
    const WorkerEnd end{reason, 3, QStringLiteral("There is no memory.")};
    const QString problem = end.startProblem(QStringLiteral("/opt/skillet-worker"), 3);
    QVERIFY2(problem.contains(QLatin1String("/opt/skillet-worker")), qPrintable(problem));
    QVERIFY2(problem.startsWith(QLatin1String("Python cannot be started")), qPrintable(problem));
    QVERIFY2(problem.endsWith(QLatin1Char('.')), qPrintable(problem));
    QVERIFY2(!problem.contains(QLatin1Char('%')), qPrintable(problem));
    QTEST(end.isLasting(), "isLasting");
}

void TestWorkerEnd::lossText_saysWhatHappened_data()
{
    QTest::addColumn<WorkerEnd>("end");
    QTest::addColumn<QString>("part");
    QTest::newRow("crash") << WorkerEnd{WorkerEndReason::Signalled, SIGSEGV, {}}
                           << QStringLiteral("signal 11, segmentation fault");
    QTest::newRow("abort") << WorkerEnd{WorkerEndReason::Signalled, SIGABRT, {}} << QStringLiteral("C code");
    QTest::newRow("kill") << WorkerEnd{WorkerEndReason::Signalled, SIGKILL, {}}
                          << QStringLiteral("killed by signal 9. The program sent it to itself");
    QTest::newRow("other signal") << WorkerEnd{WorkerEndReason::Signalled, SIGTERM, {}}
                                  << QStringLiteral("signal 15");
    QTest::newRow("exit") << WorkerEnd{WorkerEndReason::Exited, 3, {}} << QStringLiteral("os._exit(3)");
    QTest::newRow("stopped") << WorkerEnd{WorkerEndReason::Unresponsive, 0, {}}
                             << QStringLiteral("did not react to Stop");
    QTest::newRow("crash at a known place")
        << WorkerEnd{WorkerEndReason::Signalled,
                     SIGSEGV,
                     {},
                     {QStringLiteral("string_at"), QStringLiteral("/w/orders.py"), 7}}
        << QStringLiteral("crashed in C code (signal 11, segmentation fault) at line 7 of /w/orders.py, in "
                          "string_at.");
    QTest::newRow("crash at the prompt")
        << WorkerEnd{WorkerEndReason::Signalled,
                     SIGSEGV,
                     {},
                     {QStringLiteral("<module>"), QStringLiteral("<python-input-3>"), 1}}
        << QStringLiteral("at line 1 of what was typed. This");
    QTest::newRow("over the limit of memory")
        << WorkerEnd{WorkerEndReason::TooMuchMemory, 0, QStringLiteral("4.0 GB")}
        << QStringLiteral("more than 4.0 GB of memory, which is the limit");
    QTest::newRow("over the limit of programs")
        << WorkerEnd{WorkerEndReason::TooManyProcesses, 0, QStringLiteral("1000")}
        << QStringLiteral("More than 1000 programs");
    QTest::newRow("forks without end") << WorkerEnd{WorkerEndReason::TooManyProcesses, SIGKILL, {}}
                                       << QStringLiteral("New processes were started without end");
    QTest::newRow("no memory left") << WorkerEnd{WorkerEndReason::OutOfMemory, SIGKILL, {}}
                                    << QStringLiteral("computer's memory ran out");
    QTest::newRow("broken") << WorkerEnd{WorkerEndReason::Unintelligible, 0, {}}
                            << QStringLiteral("file descriptors");
}

void TestWorkerEnd::lossText_saysWhatHappened()
{
    QFETCH(WorkerEnd, end);
    QFETCH(QString, part);
    QVERIFY2(end.lossText().contains(part), qPrintable(end.lossText()));
    QVERIFY(!end.lossText().contains(QLatin1Char('%')));
}

QTEST_GUILESS_MAIN(TestWorkerEnd)
#include "tst_workerend.moc"
