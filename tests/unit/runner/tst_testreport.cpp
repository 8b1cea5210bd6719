// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/testreport.h"

#include <QTest>

using namespace Skillet::Runner;

class TestReportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResult_isReadWithItsTraceback()
    {
        const TestEvent event = parseTestEvent(
            R"({"event": "ended", "id": "t.py::test_a", "outcome": "failed", "seconds": 0.25, "reason": "assert 1 == 2",
            "output": "hello", "traceback": {"text": "Traceback...", "exceptions": [{"type": "AssertionError",
            "message": "assert 1 == 2", "notes": ["a note"], "link": "", "syntax": false, "frames": [{"file": "/a/t.py",
            "function": "test_a", "line": 3, "endLine": 3, "column": 4, "endColumn": 17, "text": "    assert n == 2",
            "own": true, "values": [["n", "int", "1"], ["broken"]]}]}, {"type": "KeyError", "link": "context"}]}})");
        const auto *result = std::get_if<TestResult>(&event);
        QVERIFY(result);
        QVERIFY(result->isFailure() && !result->isBroken);
        QCOMPARE(result->seconds, 0.25);
        QCOMPARE(result->output, QStringLiteral("hello"));
        QCOMPARE(result->traceback.plainText, QStringLiteral("Traceback..."));
        QCOMPARE(result->traceback.exceptions.size(), 2);
        QCOMPARE(result->traceback.exceptions.at(1).link, ChainLink::Context);
        const ExceptionInfo &first = result->traceback.exceptions.first();
        QCOMPARE(first.notes, QStringList{QStringLiteral("a note")});
        QCOMPARE(first.whereToLook(), 0);
        const SourceRange range{3, 3, 4, 17};
        QCOMPARE(first.frames.first().range, range);
        QCOMPARE(first.frames.first().values.size(), 1);
        QCOMPARE(first.frames.first().values.first().preview, QStringLiteral("1"));
    }

    void outcomes_haveTheirNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *name, TestOutcome outcome) {
            QTest::newRow(name) << QByteArray(name) << static_cast<int>(outcome);
        };
        row("passed", TestOutcome::Passed);
        row("failed", TestOutcome::Failed);
        row("error", TestOutcome::Error);
        row("skipped", TestOutcome::Skipped);
        row("xfailed", TestOutcome::ExpectedFailure);
        row("xpassed", TestOutcome::UnexpectedPass);
        row("something new", TestOutcome::Error); // never taken for a pass
    }

    void outcomes_haveTheirNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, outcome);
        const TestEvent event =
            parseTestEvent(R"({"event": "ended", "id": "x", "outcome": ")" + name + R"("})");
        QCOMPARE(static_cast<int>(std::get<TestResult>(event).outcome), outcome);
    }

    void theListOfTests_isRead()
    {
        const TestEvent event = parseTestEvent(
            R"({"event": "collected", "tests": [{"id": "t.py::T::test_a[1]", "file": "/a/t.py", "line": 7,
            "names": ["T", "test_a[1]"]}, {"id": "no names"}, 5]})");
        const QList<TestCase> tests = std::get<TestsCollected>(event).tests;
        QCOMPARE(tests.size(), 1);
        const QStringList names{QStringLiteral("T"), QStringLiteral("test_a[1]")};
        const TestCase expected{QStringLiteral("t.py::T::test_a[1]"), QStringLiteral("/a/t.py"), 7, names};
        QCOMPARE(tests.first(), expected);
    }

    void whatIsNoEvent_isDropped_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello {");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("another event") << QByteArray(R"({"event": "party"})");
        QTest::newRow("wrong type") << QByteArray(R"({"event": 5})");
        QTest::newRow("deep") << QByteArray(R"({"event":)") + QByteArray(100'000, '[');
    }

    void whatIsNoEvent_isDropped()
    {
        QFETCH(QByteArray, line);
        QVERIFY(std::holds_alternative<std::monostate>(parseTestEvent(line)));
    }
};

QTEST_GUILESS_MAIN(TestReportTest)
#include "tst_testreport.moc"
