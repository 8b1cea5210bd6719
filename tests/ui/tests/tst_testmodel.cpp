// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;
using Runner::TestCase;
using Runner::TestOutcome;
using Runner::TestResult;

class TestModelTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;

    static TestCase testCase(const char *id)
    {
        const QStringList parts = QString::fromLatin1(id).split(QStringLiteral("::"));
        return {QString::fromLatin1(id), QStringLiteral("/shop/") + parts.first(), 3, parts.mid(1)};
    }
    static TestResult result(const char *id, TestOutcome outcome, const char *reason = "")
    {
        TestResult result;
        result.id = QString::fromLatin1(id);
        result.outcome = outcome;
        result.reason = QString::fromLatin1(reason);
        return result;
    }
    static QList<TestCase> someTests()
    {
        return {testCase("tests/test_a.py::TestTill::test_one"),
                testCase("tests/test_a.py::TestTill::test_two"), testCase("tests/test_a.py::test_three"),
                testCase("test_b.py::test_four")};
    }

private Q_SLOTS:
    void tests_standBelowTheirClassesAndFiles()
    {
        TestModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTests(someTests(), QStringLiteral("/shop"));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex file = model.index(0, 0);
        QCOMPARE(file.data().toString(), QStringLiteral("tests/test_a.py"));
        QCOMPARE(model.rowCount(file), 2);
        const QModelIndex till = model.index(0, 0, file);
        QCOMPARE(till.data().toString(), QStringLiteral("TestTill"));
        QCOMPARE(model.rowCount(till), 2);
        QCOMPARE(model.idOf(model.index(1, 0, till)), QStringLiteral("tests/test_a.py::TestTill::test_two"));
        QCOMPARE(model.idOf(till), QStringLiteral("tests/test_a.py::TestTill"));
        QCOMPARE(model.counts().waiting, 4);
    }

    void results_countUpwards()
    {
        TestModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTests(someTests(), QStringLiteral("/shop"));
        const QModelIndex file = model.index(0, 0);
        const QModelIndex till = model.index(0, 0, file);
        const QSignalSpy changed(&model, &TestModel::dataChanged);
        model.markStarted(QStringLiteral("tests/test_a.py::TestTill::test_one"));
        QCOMPARE(model.stateOf(model.index(0, 0, till)), TestState::Running);
        model.setResult(result("tests/test_a.py::TestTill::test_one", TestOutcome::Passed));
        QCOMPARE(model.stateOf(till), TestState::Running); // one is still to come
        model.setResult(
            result("tests/test_a.py::TestTill::test_two", TestOutcome::Failed, "assert 1 == 2\nmore"));
        QCOMPARE(model.stateOf(till), TestState::Failed);
        QCOMPARE(model.stateOf(file), TestState::Failed);
        QVERIFY(changed.size() >= 6);
        QCOMPARE(till.data().toString(), QStringLiteral("TestTill  (1 of 2 failed)"));
        QCOMPARE(model.index(1, 0, till).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("test_two: failed. assert 1 == 2"));
        model.setResult(result("tests/test_a.py::test_three", TestOutcome::Skipped));
        model.setResult(result("test_b.py::test_four", TestOutcome::ExpectedFailure));
        QCOMPARE(model.stateOf(model.index(1, 0)), TestState::Skipped);
        const TestCounts expected{0, 1, 2, 0, 1};
        QCOMPARE(model.counts(), expected);
        QCOMPARE(model.failedIds(), QStringList{QStringLiteral("tests/test_a.py::TestTill::test_two")});
        QCOMPARE(model.firstFailure(), model.index(1, 0, till));
        // What failed is told from what passed by more than its colour.
        QVERIFY(model.index(0, 0, till).data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage()
                != model.index(1, 0, till).data(Qt::DecorationRole).value<QIcon>().pixmap(16).toImage());
    }

    void aPassThatWasNotExpected_isAFailure()
    {
        TestModel model(m_theme);
        model.setTests(someTests(), QStringLiteral("/shop"));
        model.setResult(result("test_b.py::test_four", TestOutcome::UnexpectedPass));
        QCOMPARE(model.counts().failed, 1);
    }

    void whatCouldNotBeRead_getsARowOfItsOwn()
    {
        TestModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTests(someTests(), QStringLiteral("/shop"));
        TestResult broken = result("test_c.py", TestOutcome::Error, "SyntaxError: invalid syntax");
        broken.isBroken = true;
        broken.file = QStringLiteral("/shop/test_c.py");
        model.setResult(broken);
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex row = model.index(0, 0, model.index(2, 0));
        QCOMPARE(row.data().toString(), QStringLiteral("could not be read"));
        QVERIFY(model.resultOf(row)->isBroken);
        QCOMPARE(model.counts().failed, 1);
    }

    void whatHasNotEnded_isToldApart()
    {
        TestModel model(m_theme);
        model.setTests(someTests(), QStringLiteral("/shop"));
        model.markStarted(QStringLiteral("tests/test_a.py::TestTill::test_one"));
        model.endAll();
        const TestCounts expected{0, 0, 3, 1, 0};
        QCOMPARE(model.counts(), expected);
        QCOMPARE(model.failedIds().size(), 1);
    }

    void tenThousandTests_areNoBurden()
    {
        TestModel model(m_theme);
        QList<TestCase> tests;
        for (int i = 0; i < 10'000; ++i)
            tests.append(testCase(qPrintable(QStringLiteral("test_%1.py::test_%2").arg(i / 100).arg(i))));
        model.setTests(tests, QStringLiteral("/shop"));
        for (const TestCase &test : tests)
            model.setResult(result(qPrintable(test.id), TestOutcome::Passed));
        QCOMPARE(model.counts().passed, 10'000);
        QCOMPARE(model.rowCount(), 100);
    }
};

QTEST_MAIN(TestModelTest)
#include "tst_testmodel.moc"
