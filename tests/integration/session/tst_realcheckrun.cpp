// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/checkrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Skillet::Runner;

/// Attempts at a real exercise of the course, checked by the real worker.
class TestRealCheckRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void solution_passes();
    void starter_doesNotPass();
    void endlessLoop_isTimedOut();
    void osExit_isACrash();
    void outputFlood_endsWithinTheLimit();
    void syntaxError_hasATraceback();
    void checksFollowEachOtherQuickly();

private:
    CheckResult check(const QString &source, int limitMs = 10000);
    [[nodiscard]] QString solution() const;

    const QString m_exercise =
        QStringLiteral(SKILLET_SOURCE_DIR "/curriculum/core/workbench/exercises/greeting");
    std::unique_ptr<CheckRun> m_checks;
    CheckRunOptions m_options;
};

void TestRealCheckRun::init()
{
    m_options.worker = QStringLiteral(SKILLET_WORKER);
    m_options.workerPython = QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python");
    m_options.timeLimitMs = 10000;
    m_checks = std::make_unique<CheckRun>(m_options);
    m_checks->warmUp();
}

QString TestRealCheckRun::solution() const
{
    QFile file(m_exercise + QStringLiteral("/solution/program.py"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

CheckResult TestRealCheckRun::check(const QString &source, int limitMs)
{
    QTemporaryDir submission;
    QFile file(submission.filePath(QStringLiteral("program.py")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(source.toUtf8());
    file.close();
    QSignalSpy finished(m_checks.get(), &CheckRun::finished);
    m_checks->start(m_exercise, submission.path());
    if (finished.isEmpty())
        finished.wait(limitMs + 5000);
    return finished.isEmpty() ? CheckResult{} : finished.at(0).at(0).value<CheckResult>();
}

void TestRealCheckRun::solution_passes()
{
    const CheckResult result = check(solution());
    QCOMPARE(result.message, QString());
    QCOMPARE(result.end, AttemptEnd::Graded);
    QVERIFY(result.passed);
    QVERIFY(result.passedCount() > 0);
    QVERIFY(!result.outcomes.at(0).title.isEmpty());
}

void TestRealCheckRun::starter_doesNotPass()
{
    QFile starter(m_exercise + QStringLiteral("/starter/program.py"));
    QVERIFY(starter.open(QIODevice::ReadOnly));
    const CheckResult result = check(QString::fromUtf8(starter.readAll()));
    QCOMPARE(result.end, AttemptEnd::Graded);
    QVERIFY(!result.passed);
    QVERIFY(std::any_of(result.outcomes.cbegin(), result.outcomes.cend(),
                        [](const CheckOutcome &outcome) { return !outcome.message.isEmpty(); }));
}

void TestRealCheckRun::endlessLoop_isTimedOut()
{
    m_options.timeLimitMs = 2000;
    m_checks = std::make_unique<CheckRun>(m_options);
    QElapsedTimer clock;
    clock.start();
    const CheckResult result = check(QStringLiteral("while True:\n    pass\n"));
    // The checks may have a limit of their own, which is a grade; the worker's end is no grade.
    if (result.end == AttemptEnd::TimedOut)
        QVERIFY(result.message.contains(QLatin1String("never ends")));
    else
        QVERIFY(result.end == AttemptEnd::Graded && !result.passed);
    QVERIFY(clock.elapsed() < 6000);
    QVERIFY(check(solution()).passed);
}

void TestRealCheckRun::osExit_isACrash()
{
    const CheckResult result = check(QStringLiteral("import os\nprint('bye', flush=True)\nos._exit(3)\n"));
    QVERIFY(!result.passed);
    QVERIFY(result.end == AttemptEnd::Crashed || result.end == AttemptEnd::Graded);
    QVERIFY(result.end == AttemptEnd::Graded || result.message.contains(QLatin1String("os._exit(3)")));
    QVERIFY(check(solution()).passed);
}

void TestRealCheckRun::outputFlood_endsWithinTheLimit()
{
    m_options.timeLimitMs = 3000;
    m_checks = std::make_unique<CheckRun>(m_options);
    const CheckResult result = check(QStringLiteral("while True:\n    print('x' * 1000)\n"));
    QVERIFY(!result.passed);
    QVERIFY(result.output.size() < 10000000);
    QVERIFY(check(solution()).passed);
}

void TestRealCheckRun::syntaxError_hasATraceback()
{
    const CheckResult result = check(QStringLiteral("print('a' 1)\n"));
    QCOMPARE(result.end, AttemptEnd::Graded);
    QVERIFY(!result.passed);
    QVERIFY(!result.traceback.isEmpty());
    QCOMPARE(result.traceback.exceptions.at(0).type, QStringLiteral("SyntaxError"));
}

void TestRealCheckRun::checksFollowEachOtherQuickly()
{
    const QString source = solution();
    QList<double> milliseconds;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer clock;
        clock.start();
        QVERIFY(check(source).passed);
        milliseconds.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    qInfo("check of an exercise: median %.0f ms, longest %.0f ms", milliseconds.at(5), milliseconds.last());
    QVERIFY(milliseconds.at(5) < 2000);
}

QTEST_GUILESS_MAIN(TestRealCheckRun)
#include "tst_realcheckrun.moc"
