// SPDX-License-Identifier: GPL-3.0-or-later
#include "testscontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "tests/testspane.h"
#include "workspace/journal.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

/// The editor's commands for tests, with the real pytest behind them.
class TestsControllerTest final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 60'000;

    struct Window;
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<Window> m_window;

    void write(const QString &name, const QByteArray &text) const;
    void openFile(const QString &name) const;
    /// Presses the command and waits for the end of what it began.
    void run(ActionId id) const;
    [[nodiscard]] QString problem(ActionId id) const;
    [[nodiscard]] TestCounts counts() const;

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void theTestsOfAFile_run_alsoFromTheFileTheyTest();
    void theTestAtTheCaret_runsAlone();
    void allTests_run_andThoseThatFailedAgain();
    void changesAreSavedFirst();
    void whatCannotRun_isTold();
    void stop_endsTheRun();
};

struct TestsControllerTest::Window
{
    Window(const Theme &theme, const CodeHighlighter &highlighter)
        : editor(theme, highlighter, journal)
        , pane(theme)
        , actions(theme, nullptr)
        , tests(editor, pane,
                {[this] { return folder.path(); }, [] { return QStringLiteral("/usr/bin/python3"); },
                 QStringLiteral(SKILLET_SOURCE_DIR "/app/worker/python/skillet_tests/run.py"), 0},
                nullptr)
    {
        tests.connectActions(actions);
        pane.addCommands(actions);
    }

    QTemporaryDir folder;
    Workspace::Journal journal{folder.filePath(QStringLiteral(".journal"))};
    EditorArea editor;
    TestsPane pane;
    Actions actions;
    TestsController tests;
};

void TestsControllerTest::init()
{
    m_window = std::make_unique<Window>(m_theme, m_highlighter);
    write(QStringLiteral("shop.py"), "def total(prices):\n    return sum(prices[1:])\n");
    write(QStringLiteral("tests/test_shop.py"),
          "from shop import total\n\n\ndef test_none():\n    assert total([]) == 0\n\n\n"
          "def test_some():\n    assert total([1, 2]) == 3\n");
    write(QStringLiteral("test_words.py"), "def test_up():\n    assert 'a'.upper() == 'A'\n");
}

void TestsControllerTest::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_window->folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestsControllerTest::openFile(const QString &name) const
{
    QVERIFY(m_window->editor.openFile(m_window->folder.filePath(name)).ok());
}

void TestsControllerTest::run(ActionId id) const
{
    const QSignalSpy told(&m_window->tests, &TestsController::told);
    const QSignalSpy problems(&m_window->tests, &TestsController::problemOccurred);
    const QSignalSpy wanted(&m_window->tests, &TestsController::paneWanted);
    QVERIFY(m_window->actions[id]->isEnabled());
    m_window->actions[id]->trigger();
    QCOMPARE(problems.size(), 0);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!m_window->actions[id]->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, LimitMs);
}

QString TestsControllerTest::problem(ActionId id) const
{
    const QSignalSpy problems(&m_window->tests, &TestsController::problemOccurred);
    m_window->actions[id]->trigger();
    return problems.isEmpty() ? QString() : problems.first().first().value<Core::Error>().message;
}

TestCounts TestsControllerTest::counts() const
{
    return m_window->pane.model().counts();
}

void TestsControllerTest::theTestsOfAFile_run_alsoFromTheFileTheyTest()
{
    const TestCounts expected{0, 1, 0, 0, 1};
    const QSignalSpy met(&m_window->tests, &TestsController::tracebackMet);
    openFile(QStringLiteral("tests/test_shop.py"));
    run(ActionId::RunTests);
    QCOMPARE(counts(), expected);
    QCOMPARE(met.size(), 1);
    QVERIFY(!met.first().at(1).toBool());
    const auto traceback = met.first().first().value<Runner::Traceback>();
    QCOMPARE(traceback.exceptions.first().frames.last().range.line, 9);
    openFile(QStringLiteral("shop.py"));
    run(ActionId::RunTests);
    QCOMPARE(counts(), expected);
}

void TestsControllerTest::theTestAtTheCaret_runsAlone()
{
    openFile(QStringLiteral("tests/test_shop.py"));
    m_window->editor.currentEditor()->goTo(5, 0);
    run(ActionId::RunTestAtCaret);
    const TestCounts expected{0, 1, 0, 0, 0};
    QCOMPARE(counts(), expected);
}

void TestsControllerTest::allTests_run_andThoseThatFailedAgain()
{
    QVERIFY(!m_window->actions[ActionId::RunFailedTests]->isEnabled());
    run(ActionId::RunAllTests);
    const TestCounts all{0, 2, 0, 0, 1};
    QCOMPARE(counts(), all);
    run(ActionId::RunFailedTests);
    const TestCounts again{0, 0, 0, 0, 1};
    QCOMPARE(counts(), again);
    write(QStringLiteral("shop.py"), "def total(prices):\n    return sum(prices)\n");
    run(ActionId::RunFailedTests);
    const TestCounts mended{0, 1, 0, 0, 0};
    QCOMPARE(counts(), mended);
    QVERIFY(!m_window->actions[ActionId::RunFailedTests]->isEnabled());
}

void TestsControllerTest::changesAreSavedFirst()
{
    openFile(QStringLiteral("shop.py"));
    m_window->editor.currentEditor()->replaceCode(
        QStringLiteral("def total(prices):\n    return sum(prices)\n"));
    QVERIFY(m_window->editor.currentEditor()->isModified());
    run(ActionId::RunTests);
    const TestCounts expected{0, 2, 0, 0, 0};
    QCOMPARE(counts(), expected);
}

void TestsControllerTest::whatCannotRun_isTold()
{
    QVERIFY(problem(ActionId::RunTests).contains(QStringLiteral("Tests are read from files")));
    write(QStringLiteral("lonely.py"), "x = 1\n");
    openFile(QStringLiteral("lonely.py"));
    QVERIFY(problem(ActionId::RunTests)
                .contains(QStringLiteral("no tests in lonely.py, and no file test_lonely.py")));
    QVERIFY(problem(ActionId::RunTestAtCaret).contains(QStringLiteral("The caret is in no test")));
    QVERIFY(!m_window->tests.isRunning());
}

void TestsControllerTest::stop_endsTheRun()
{
    write(QStringLiteral("test_slow.py"), "import time\n\n\ndef test_slow():\n    time.sleep(1000)\n");
    openFile(QStringLiteral("test_slow.py"));
    const QSignalSpy told(&m_window->tests, &TestsController::told);
    QVERIFY(!m_window->actions[ActionId::StopTests]->isEnabled());
    m_window->actions[ActionId::RunTests]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(counts().waiting, 1, LimitMs);
    m_window->actions[ActionId::StopTests]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, LimitMs);
    QVERIFY(m_window->actions[ActionId::RunTests]->isEnabled());
    QCOMPARE(counts().waiting, 0);
}

QTEST_MAIN(TestsControllerTest)
#include "tst_testscontroller.moc"
