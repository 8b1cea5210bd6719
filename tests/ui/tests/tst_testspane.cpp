// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testspane.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Skillet;
using namespace Skillet::Ui;
using Runner::TestCase;
using Runner::TestOutcome;
using Runner::TestResult;
using Runner::TestRunEnd;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestsPaneTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    std::unique_ptr<TestsPane> m_pane;

    [[nodiscard]] QTreeView *tree() const { return m_pane->findChild<QTreeView *>(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    [[nodiscard]] QString details() const
    {
        return qobject_cast<QPlainTextEdit *>(m_pane->findChild<QTabWidget *>()->widget(0))->toPlainText();
    }
    static TestResult failed(const char *id)
    {
        TestResult result;
        result.id = s(id);
        result.outcome = TestOutcome::Failed;
        result.reason = s("assert 3 == 4");
        result.output = s("adding 3");
        Runner::ExceptionInfo error;
        error.type = s("AssertionError");
        result.traceback.exceptions.append(error);
        return result;
    }
    void runThree() const
    {
        m_pane->begin(s("test_a.py"));
        m_pane->showTests({{s("test_a.py::test_one"), s("/shop/test_a.py"), 1, {s("test_one")}},
                           {s("test_a.py::test_two"), s("/shop/test_a.py"), 5, {s("test_two")}},
                           {s("test_a.py::test_three"), s("/shop/test_a.py"), 9, {s("test_three")}}},
                          s("/shop"));
        TestResult passed;
        passed.id = s("test_a.py::test_one");
        passed.seconds = 0.012;
        m_pane->addResult(passed);
        m_pane->addResult(failed("test_a.py::test_two"));
        passed.id = s("test_a.py::test_three");
        m_pane->addResult(passed);
    }
    [[nodiscard]] TestRunWords ended(TestRunEnd end = TestRunEnd::Done, int status = 1) const
    {
        TestRunWords run;
        run.summary = {end, status, false};
        run.seconds = 0.25;
        run.python = s("/usr/bin/python3");
        run.what = s("test_a.py");
        return run;
    }

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<TestsPane>(m_theme);
        m_pane->resize(800, 300);
        m_pane->show();
    }

    void withoutARun_itTellsHow()
    {
        QVERIFY(says(s("No tests were run yet")));
        QVERIFY(says(s("Ctrl+F8")));
    }

    void theFirstFailure_isMarked_andCanBeSeenInFull()
    {
        const QSignalSpy marked(m_pane.get(), &TestsPane::failureMarked);
        const QSignalSpy chosen(m_pane.get(), &TestsPane::failureChosen);
        const QSignalSpy titles(m_pane.get(), &TestsPane::titleChanged);
        runThree();
        QVERIFY(marked.isEmpty());
        m_pane->end(ended());
        QCOMPARE(marked.size(), 1);
        QVERIFY2(says(s("1 failed, 2 passed, in 250 ms")), "the summary");
        QCOMPARE(titles.last().first().toString(), s("Tests: 1 failed"));
        QVERIFY2(details().startsWith(s("Failed:\nassert 3 == 4")), qPrintable(details()));
        QVERIFY(details().contains(s("It wrote:\nadding 3")));
        auto *button = m_pane->findChild<QPushButton *>();
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
    }

    void aTestThatPassed_leadsToItsPlace()
    {
        runThree();
        m_pane->end(ended());
        const QSignalSpy places(m_pane.get(), &TestsPane::placeChosen);
        tree()->setCurrentIndex(tree()->model()->index(2, 0, tree()->model()->index(0, 0)));
        QVERIFY(details().startsWith(s("Passed, in 12 ms.")));
        QTest::keyClick(tree(), Qt::Key_Return);
        QCOMPARE(places.size(), 1);
        const QVariantList expected{s("/shop/test_a.py"), 9};
        QCOMPARE(places.first(), expected);
    }

    void onlyFailures_canBeShown()
    {
        runThree();
        m_pane->end(ended());
        QCOMPARE(tree()->model()->rowCount(tree()->model()->index(0, 0)), 3);
        m_pane->findChild<QCheckBox *>()->click();
        QCOMPARE(tree()->model()->rowCount(tree()->model()->index(0, 0)), 1);
        QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
    }

    void whatKeepsTestsFromRunning_isTold_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, TestRunEnd end, int status, const char *words) {
            QTest::newRow(name) << static_cast<int>(end) << status << s(words);
        };
        row("missing", TestRunEnd::Missing, 4,
            "pytest, which runs tests, is not installed in /usr/bin/python3.");
        row("no Python", TestRunEnd::NotStarted, 0, "could not be started");
        row("none", TestRunEnd::Done, 5, "There are no tests in test_a.py");
        row("misunderstood", TestRunEnd::Done, 4, "did not understand");
        row("internal", TestRunEnd::Done, 3, "could not run anything");
        row("exit", TestRunEnd::Died, 7, "Python ended (exit code 7)");
        row("crash", TestRunEnd::Died, -11, "Python itself crashed (signal 11)");
        row("stopped", TestRunEnd::Killed, 0, "Stopped");
    }

    void whatKeepsTestsFromRunning_isTold()
    {
        QFETCH(int, end);
        QFETCH(int, status);
        QFETCH(QString, words);
        m_pane->begin(s("test_a.py"));
        m_pane->addOutput(s("ERROR: what pytest says\n"));
        m_pane->end(ended(static_cast<TestRunEnd>(end), status));
        QVERIFY2(says(words), qPrintable(summaryInWords(ended(static_cast<TestRunEnd>(end), status))));
        // Then what pytest wrote is in front.
        QCOMPARE(m_pane->findChild<QTabWidget *>()->currentIndex(), 1);
    }

    void aFileThatCouldNotBeRead_staysWhenTheListComes()
    {
        m_pane->begin(s("shop"));
        TestResult broken = failed("test_b.py");
        broken.isBroken = true;
        broken.file = s("/shop/test_b.py");
        m_pane->addResult(broken);
        m_pane->showTests({{s("test_a.py::test_one"), s("/shop/test_a.py"), 1, {s("test_one")}}}, s("/shop"));
        QCOMPARE(m_pane->model().counts().failed, 1);
        QCOMPARE(m_pane->model().counts().waiting, 1);
        m_pane->end(ended());
        QVERIFY2(details().startsWith(s("These tests could not be read")), qPrintable(details()));
    }

    void floodsOfOutput_areCut()
    {
        m_pane->begin(s("shop"));
        for (int i = 0; i < 200; ++i)
            m_pane->addOutput(s("a line\n").repeated(100));
        QVERIFY(m_pane->output().count(u'\n') <= 5000);
    }
};

QTEST_MAIN(TestsPaneTest)
#include "tst_testspane.moc"
