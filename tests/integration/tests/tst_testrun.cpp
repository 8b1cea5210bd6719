// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/testrun.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Skillet::Runner;

/// Real tests, run by the real pytest.
class TestRunTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 60'000;

    std::unique_ptr<QTemporaryDir> m_folder;
    TestOrder m_order;
    QList<TestCase> m_tests;
    QHash<QString, TestResult> m_results;
    QString m_output;

    void write(const char *name, const QByteArray &text) const
    {
        const QString path = m_folder->filePath(QLatin1String(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    void listen(TestRun &run)
    {
        connect(&run, &TestRun::collected, this, [this](const QList<TestCase> &tests) { m_tests = tests; });
        connect(&run, &TestRun::resultCame, this,
                [this](const TestResult &result) { m_results.insert(result.id, result); });
        connect(&run, &TestRun::wrote, this, [this](const QString &text) { m_output += text; });
    }

    void runAll(TestRunSummary &summary)
    {
        TestRun run;
        listen(run);
        const QSignalSpy ended(&run, &TestRun::ended);
        run.start(m_order);
        QVERIFY(run.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, LimitMs);
        QVERIFY(!run.isRunning());
        summary = ended.first().first().value<TestRunSummary>();
    }

    [[nodiscard]] TestOutcome outcome(const char *id) const
    {
        return m_results.value(QLatin1String(id)).outcome;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_order = {QStringLiteral("/usr/bin/python3"),
                   QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python/skillet_tests/run.py"),
                   m_folder->path(),
                   {},
                   {},
                   0};
        m_tests.clear();
        m_results.clear();
        m_output.clear();
    }

    void everyOutcome_isTold()
    {
        write("shop.py", "def total(prices):\n    return sum(prices[1:])\n");
        write("tests/test_shop.py",
              "import pytest\nfrom shop import total\n\n\nclass TestTill:\n"
              "    @pytest.mark.parametrize('n', [0, 5])\n    def test_total(self, n):\n"
              "        print('adding', n)\n        assert total([n, 2]) == n + 2\n\n\n"
              "@pytest.mark.skip(reason='later')\ndef test_later():\n    pass\n\n\n"
              "@pytest.mark.xfail(reason='known')\ndef test_known():\n    assert 0\n\n\n"
              "@pytest.mark.xfail\ndef test_better():\n    pass\n\n\n"
              "@pytest.fixture\ndef till():\n    1 / 0\n\n\ndef test_till(till):\n    pass\n\n\n"
              "@pytest.fixture\ndef key():\n    yield 1\n    raise OSError('lost')\n\n\n"
              "def test_key(key):\n    pass\n");
        write("tests/test_words.py",
              "import unittest\n\n\nclass Words(unittest.TestCase):\n"
              "    def test_up(self):\n        self.assertEqual('a'.upper(), 'A')\n");
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::Done);
        QCOMPARE(summary.status, 1);
        QCOMPARE(m_tests.size(), 8);
        const QStringList names{QStringLiteral("TestTill"), QStringLiteral("test_total[0]")};
        QCOMPARE(m_tests.first().names, names);
        QCOMPARE(m_tests.first().file,
                 QDir(m_folder->path()).canonicalPath() + QStringLiteral("/tests/test_shop.py"));
        QCOMPARE(m_tests.first().line, 6);
        QCOMPARE(outcome("tests/test_shop.py::TestTill::test_total[0]"), TestOutcome::Passed);
        QCOMPARE(outcome("tests/test_shop.py::test_later"), TestOutcome::Skipped);
        QCOMPARE(outcome("tests/test_shop.py::test_known"), TestOutcome::ExpectedFailure);
        QCOMPARE(outcome("tests/test_shop.py::test_better"), TestOutcome::UnexpectedPass);
        QCOMPARE(outcome("tests/test_shop.py::test_till"), TestOutcome::Error);
        QCOMPARE(outcome("tests/test_shop.py::test_key"), TestOutcome::Error);
        QCOMPARE(outcome("tests/test_words.py::Words::test_up"), TestOutcome::Passed);
        QCOMPARE(m_results.value(QStringLiteral("tests/test_shop.py::test_later")).reason,
                 QStringLiteral("later"));
        const TestResult failed =
            m_results.value(QStringLiteral("tests/test_shop.py::TestTill::test_total[5]"));
        QCOMPARE(failed.outcome, TestOutcome::Failed);
        QVERIFY2(failed.reason.startsWith(QStringLiteral("assert 2 == (5 + 2)")), qPrintable(failed.reason));
        QCOMPARE(failed.output, QStringLiteral("adding 5\n"));
        const ExceptionInfo &error = failed.traceback.exceptions.first();
        QCOMPARE(error.type, QStringLiteral("AssertionError"));
        QCOMPARE(error.frames.size(), 1);
        QCOMPARE(error.frames.first().range.line, 9);
        QCOMPARE(error.frames.first().range.column, 8);
        QCOMPARE(error.frames.first().values.last().preview, QStringLiteral("5"));
        QVERIFY(!failed.traceback.plainText.contains(QStringLiteral("_pytest")));
        QVERIFY(m_output.contains(QStringLiteral("short test summary info")));
    }

    void aFileThatDoesNotCompile_isTold_theOthersRun()
    {
        write("test_a.py", "def test_a():\n    pass\n");
        write("test_b.py", "# \xC3\xA4\nx = '\xC3\xA4\xF0\x9F\x98\x80' ? 1\n");
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::Done);
        const TestResult broken = m_results.value(QStringLiteral("test_b.py"));
        QVERIFY(broken.isBroken);
        QVERIFY2(broken.reason.startsWith(QStringLiteral("SyntaxError: ")), qPrintable(broken.reason));
        QCOMPARE(broken.traceback.exceptions.size(), 1);
        const TracebackFrame &place = broken.traceback.exceptions.first().frames.last();
        QCOMPARE(place.range.line, 2);
        QCOMPARE(place.sourceLine.at(place.range.column), u'?');
        QCOMPARE(outcome("test_a.py::test_a"), TestOutcome::Passed);
        QCOMPARE(m_results.size(), 2);
    }

    void someOfThem_canBeChosen()
    {
        write("test_a.py", "def test_one():\n    pass\n\n\ndef test_two():\n    pass\n");
        m_order.which = {QStringLiteral("test_a.py::test_two")};
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(m_results.keys(), QStringList{QStringLiteral("test_a.py::test_two")});
        m_results.clear();
        m_order.which = {QStringLiteral("test_a.py::test_gone")};
        runAll(summary);
        QVERIFY(m_results.isEmpty());
        QCOMPARE(summary.status, 4);
        QVERIFY2(m_output.contains(QStringLiteral("not found")), qPrintable(m_output));
    }

    void noTests_isTold()
    {
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::Done);
        QCOMPARE(summary.status, 5);
    }

    void aPythonWithoutPytest_isTold()
    {
        // As an environment without it: nothing but the standard library.
        write("bare", "#!/bin/sh\nexec /usr/bin/python3 -S \"$@\"\n");
        QFile(m_folder->filePath(QStringLiteral("bare"))).setPermissions(QFile::ExeOwner | QFile::ReadOwner);
        m_order.python = m_folder->filePath(QStringLiteral("bare"));
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::Missing);
        m_order.python = QStringLiteral("/nowhere/python");
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::NotStarted);
        m_order.python = QStringLiteral("/usr/bin/python3");
        m_order.folder = QStringLiteral("/nowhere");
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::NotStarted);
    }

    void testsThatEndPython_areTold_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("status");
        QTest::newRow("exit") << QByteArray("os._exit(7)") << 7;
        QTest::newRow("crash") << QByteArray("os.kill(os.getpid(), signal.SIGSEGV)") << -SIGSEGV;
        QTest::newRow("pretending") << QByteArray("os.write(3, b'{\"event\": \"ended\"}\\n'); os._exit(0)")
                                    << 0;
    }

    void testsThatEndPython_areTold()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, status);
        write("test_a.py",
              "import os, signal\n\n\ndef test_before():\n    pass\n\n\ndef test_end():\n    " + line + "\n");
        TestRunSummary summary;
        runAll(summary);
        QCOMPARE(summary.end, TestRunEnd::Died);
        QCOMPARE(summary.status, status);
        QCOMPARE(outcome("test_a.py::test_before"), TestOutcome::Passed);
        QVERIFY(!m_results.contains(QStringLiteral("test_a.py::test_end")));
    }

    void whatHangs_isStopped_withAllThatItStarted()
    {
        write("test_a.py",
              "import subprocess, time, pathlib\n\n\ndef test_wait():\n"
              "    child = subprocess.Popen(['sleep', '1000'])\n"
              "    pathlib.Path('child').write_text(str(child.pid))\n"
              "    while True:\n        try:\n            time.sleep(1000)\n"
              "        except KeyboardInterrupt:\n            pass\n");
        TestRun run;
        listen(run);
        const QSignalSpy ended(&run, &TestRun::ended);
        run.start(m_order);
        QFile child(m_folder->filePath(QStringLiteral("child")));
        QTRY_VERIFY_WITH_TIMEOUT(child.size() > 0, LimitMs);
        run.stop();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, LimitMs);
        QCOMPARE(ended.first().first().value<TestRunSummary>().end, TestRunEnd::Killed);
        QVERIFY(child.open(QIODevice::ReadOnly));
        const auto id = static_cast<pid_t>(child.readAll().toInt());
        QTRY_VERIFY_WITH_TIMEOUT(::kill(id, 0) != 0 || isGone(id), LimitMs);
    }

    void whatListensToStop_takesItsThingsDown()
    {
        write("test_a.py",
              "import pathlib, time, pytest\n\n\n@pytest.fixture\ndef till():\n    yield\n"
              "    pathlib.Path('down').write_text('yes')\n\n\ndef test_wait(till):\n"
              "    pathlib.Path('up').write_text('yes')\n    time.sleep(1000)\n");
        TestRun run;
        const QSignalSpy ended(&run, &TestRun::ended);
        run.start(m_order);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(QStringLiteral("up"))), LimitMs);
        run.stop();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, LimitMs);
        const auto summary = ended.first().first().value<TestRunSummary>();
        QCOMPARE(summary.end, TestRunEnd::Done);
        QCOMPARE(summary.status, 2);
        QVERIFY(summary.wasStopped);
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("down"))));
    }

    void stoppedBeforeItBegan_itEnds()
    {
        TestRun run;
        const QSignalSpy ended(&run, &TestRun::ended);
        run.start(m_order);
        run.stop();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, LimitMs);
        QCOMPARE(ended.first().first().value<TestRunSummary>().end, TestRunEnd::Killed);
    }

    void theProject_isItsOwn()
    {
        // Neither our folders nor the script's are on the path, and nothing is left open for children.
        write("run.py", "mine = True\n");
        write(
            "test_a.py",
            "import subprocess, sys, os\nimport run\n\n\ndef test_a():\n    assert run.mine\n"
            "    assert not [path for path in sys.path if 'skillet' in path and path != os.getcwd()]\n"
            "    assert subprocess.run(['sh', '-c', 'true >&3'], stderr=subprocess.DEVNULL).returncode != 0\n"
            "    assert os.environ['SHOP'] == 'tea'\n");
        m_order.environment = {QStringLiteral("SHOP=tea")};
        TestRunSummary summary;
        runAll(summary);
        QVERIFY2(summary.status == 0, qPrintable(m_output));
    }

private:
    /// Dead, and only its parent has not asked for it.
    [[nodiscard]] static bool isGone(pid_t id)
    {
        QFile status(QStringLiteral("/proc/%1/stat").arg(id));
        return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
    }
};

QTEST_GUILESS_MAIN(TestRunTest)
#include "tst_testrun.moc"
