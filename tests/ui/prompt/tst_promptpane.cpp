// SPDX-License-Identifier: GPL-3.0-or-later
#include "promptfixture.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

/// The pane with the real worker: what a learner types, and what is then seen.
class PromptPaneTest final : public PromptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void theGreetingIsThereBeforePythonIs()
    {
        QVERIFY(text().contains(s("Try 2 + 2")));
        QVERIFY(m_view->input().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(text().startsWith(s("Python 3.")), LimitMs);
    }

    void whatIsTypedBeforePythonIsReadyRuns()
    {
        type(s("6 * 7"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("6 * 7\n42")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
    }

    void aBlockEndsWithABlankLine()
    {
        type(s("for i in range(3):"));
        QTRY_COMPARE_WITH_TIMEOUT(m_view->input().text(), s("for i in range(3):\n    "), LimitMs);
        type(s("print('n', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->input().text().endsWith(s("i)\n    ")), LimitMs);
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("    print('n', i)\nn 0\nn 1\nn 2")), LimitMs);
    }

    void keysTypedQuicklyAreNotLost()
    {
        QTest::keyClicks(m_view, s("x = 20\rx + 2\rx + 3\r"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("x + 3\n23")), LimitMs);
        QVERIFY(text().contains(s("x = 20\nx + 2\n22\n")));
    }

    void aPasteRunsWhole()
    {
        QGuiApplication::clipboard()->setText(
            s(">>> def twice(n):\n...     return 2 * n\n...\n>>> twice(4)\n8\n>>> twice(21)\n"));
        QTest::keyClick(m_view, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("twice(21)\n8\n42")), LimitMs);
    }

    void aFileRunsInItsFolder()
    {
        const QString file = m_folder.filePath(s("where.py"));
        const QSignalSpy finished(m_pane.get(), &PromptPane::runFinished);
        m_pane->runProgram(Skillet::Runner::fileProgram(
            file, s("import os\nprint(os.path.basename(os.getcwd()), __name__)\n")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, LimitMs);
        QVERIFY(text().contains(s("Running where.py\n")));
        QVERIFY2(text().contains(QFileInfo(m_folder.path()).fileName() + s(" __main__\n")),
                 qPrintable(text()));
    }

    void anExceptionIsShownAndHandedOn()
    {
        const QSignalSpy raised(m_pane.get(), &PromptPane::tracebackRaised);
        const QSignalSpy asked(m_pane.get(), &PromptPane::tracebackRequested);
        type(s("1/0"));
        QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("ZeroDivisionError: division by zero\nShow in Traceback")), LimitMs);
        const auto traceback = raised.first().first().value<Runner::Traceback>();
        QCOMPARE(traceback.exceptions.first().type, s("ZeroDivisionError"));
        QTextCursor cursor(m_view->document()->lastBlock().previous());
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 4);
        m_view->setTextCursor(cursor);
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Runner::Traceback>(), traceback);
    }

    void aClickOnAPlaceOpensIt()
    {
        const QSignalSpy opened(m_pane.get(), &PromptPane::locationActivated);
        const QString file = m_folder.filePath(s("broken.py"));
        m_pane->runProgram(Skillet::Runner::fileProgram(file, s("def f():\n    return nothing\n\nf()\n")));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("NameError")), LimitMs);
        const QTextCursor found = m_view->document()->find(s("line 2"));
        QVERIFY2(!found.isNull(), qPrintable(text()));
        QTextCursor place(found.block());
        place.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 5);
        m_view->setTextCursor(place);
        const QPoint point = m_view->cursorRect(place).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toString(), file);
        QCOMPARE(opened.first().at(1).toInt(), 2);
    }

    void inputAsksInTheSameLine()
    {
        type(s("print('Hello', input('Name? '))"));
        QTRY_VERIFY_WITH_TIMEOUT(text().endsWith(s("Name? ")), LimitMs);
        type(s("Ada"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("Name? Ada\nHello Ada")), LimitMs);
    }

    void controlDEndsTheInput()
    {
        type(s("input('Name? ')"));
        QTRY_VERIFY_WITH_TIMEOUT(text().endsWith(s("Name? ")), LimitMs);
        QTest::keyClick(m_view, Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("EOFError")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
    }

    void aSecretIsNotShown()
    {
        type(s("import getpass; len(getpass.getpass('Secret: '))"));
        QTRY_VERIFY_WITH_TIMEOUT(text().endsWith(s("Secret: ")), LimitMs);
        type(s("hunter2"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("Secret: ••••••\n7")), LimitMs);
    }

    void controlCStopsAnEndlessLoop()
    {
        const QSignalSpy raised(m_pane.get(), &PromptPane::tracebackRaised);
        const QSignalSpy started(m_pane.get(), &PromptPane::runStarted);
        m_pane->runCode(s("while True: pass"));
        QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, LimitMs);
        QVERIFY(m_pane->isBusy());
        QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("KeyboardInterrupt: stopped.")), LimitMs);
        QVERIFY(raised.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
    }

    void theEndOfPythonIsToldAndAFreshOneComes()
    {
        type(s("import os; os._exit(3)"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("A fresh Python is ready.")), LimitMs);
        type(s("40 + 2"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("40 + 2\n42")), LimitMs);
    }

    void whatIsTypedDuringARunWaits()
    {
        m_pane->runCode(s("import time; time.sleep(0.4); print('done')"));
        QTRY_VERIFY_WITH_TIMEOUT(m_pane->isBusy(), LimitMs);
        type(s("'next'"));
        QVERIFY(m_view->input().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("done\n'next'\n'next'")), LimitMs);
    }

    void progressBarsStayOneLine()
    {
        m_pane->runCode(s("for i in range(101): print(f'\\r{i} %', end='', flush=True)"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("\n100 %")), LimitMs);
        QVERIFY(!text().contains(s("0 %1 %")));
    }

    void anOutputFloodLeavesTheWindowAlive()
    {
        m_pane->runCode(s("for i in range(300000): print('line', i)"));
        QElapsedTimer turn;
        QElapsedTimer whole;
        qint64 longest = 0;
        whole.start();
        while (!ends(s("line 299999")) && whole.elapsed() < 60000) {
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            longest = std::max(longest, turn.elapsed());
        }
        QVERIFY(ends(s("line 299999")) || text().contains(s("left out")));
        QVERIFY(m_view->document()->blockCount() <= 10100);
        QVERIFY2(longest < 400, qPrintable(s("one turn of the event loop took %1 ms").arg(longest)));
        qInfo("longest turn of the event loop: %lld ms of %lld", longest, whole.elapsed());
    }

    void historySurvivesARestart()
    {
        const QString file = m_folder.filePath(s("kept.txt"));
        end();
        open(file);
        m_session->start();
        type(s("answer = 42"));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), LimitMs);
        end();
        open(file);
        QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(m_view->input().text(), s("answer = 42"));
    }

    void anUnwritableHistoryIsToldOnce()
    {
        QFile blocker(m_folder.filePath(s("blocker")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        end();
        open(blocker.fileName() + s("/history.txt"));
        const QSignalSpy told(m_pane.get(), &PromptPane::problemOccurred);
        m_session->start();
        type(s("1"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("1\n1")), LimitMs);
        // Saved shortly after, not in the way of the answer.
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, LimitMs);
        type(s("2"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("2\n2")), LimitMs);
        QTest::qWait(1000);
        QCOMPARE(told.size(), 1);
    }

    void clearLeavesTheInput()
    {
        type(s("1"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("1\n1")), LimitMs);
        QTest::keyClicks(m_view, s("draft"));
        QTest::keyClick(m_view, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(text(), s("draft"));
    }
};

QTEST_MAIN(PromptPaneTest)
#include "tst_promptpane.moc"
