// SPDX-License-Identifier: GPL-3.0-or-later
#include "promptfixture.h"

#include "prompt/helpreader.h"

#include <QBuffer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

/// What is done with a session of the prompt besides typing: keeping, saving, finding, running again.
class PromptSessionTest final : public PromptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void foldedOutputIsKeptAndSavedWhole()
    {
        m_pane->keepOutput(m_folder.filePath(s("cache")), 1, 1000);
        m_pane->runCode(s("for i in range(100000): print('line', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("line 99999")), 60000);
        QVERIFY(m_view->document()->blockCount() <= 10100);
        QVERIFY(m_view->document()->firstBlock().text().contains(s("Save all")));
        const QString file = m_folder.filePath(s("all.txt"));
        QVERIFY(m_pane->saveTranscript(file).ok());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(saved.readAll()).split(u'\n');
        const qsizetype first = lines.indexOf(s("line 0"));
        QCOMPARE(lines.value(first - 1), s(">>> for i in range(100000): print('line', i)"));
        for (int i = 0; i < 100000; ++i)
            QCOMPARE(lines.value(first + i), s("line %1").arg(i));
        QVERIFY(!m_pane->saveTranscript(s("/nowhere/all.txt")).ok());
    }

    void foldedOutputIsReadPageByPage()
    {
        m_pane->runCode(s("for i in range(30000): print('line', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("line 29999")), 60000);
        QTextCursor cursor(m_view->document()->firstBlock());
        const QString note = cursor.block().text();
        cursor.setPosition(static_cast<int>(note.indexOf(s("Show"))) + 1);
        m_view->setTextCursor(cursor);
        QTest::keyClick(m_view, Qt::Key_Return);
        auto *reader = m_pane->findChild<HelpReader *>();
        QVERIFY(reader->isVisible());
        const QString shown = reader->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.contains(s("line 0\nline 1\n")));
        QTest::keyClick(reader->findChild<QPlainTextEdit *>(), Qt::Key_Q);
        QVERIFY(!reader->isVisible());
    }

    void thePromptIsWhatThePromptSays()
    {
        const auto primary = [this] { return m_view->transcript().primaryPrompt(); };
        type(s("import sys; sys.ps1 = 'In: '"));
        QTRY_COMPARE_WITH_TIMEOUT(primary(), s("In: "), LimitMs);
        m_pane->runCode(s("class Count:\n    n = 0\n    def __str__(self):\n        self.n += 1\n"
                          "        return f'{self.n}> '\nsys.ps1, sys.ps2 = Count(), '.. '\n"));
        QTRY_COMPARE_WITH_TIMEOUT(primary(), s("1> "), LimitMs);
        QCOMPARE(m_view->transcript().secondaryPrompt(), s(".. "));
        type(s("None"));
        QTRY_COMPARE_WITH_TIMEOUT(primary(), s("2> "), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        QVERIFY(m_view->transcript().text().endsWith(s("1> None\n")));
        type(s("del sys.ps1"));
        QTRY_COMPARE_WITH_TIMEOUT(primary(), QString(), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_session->restart();
        QTRY_COMPARE_WITH_TIMEOUT(primary(), s(">>> "), LimitMs);
        QCOMPARE(m_view->transcript().secondaryPrompt(), s("... "));
    }

    void exitBringsAFreshPython()
    {
        type(s("kept = 1"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && m_view->input().isEmpty(), LimitMs);
        type(s("exit()"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("A fresh Python is ready.")), LimitMs);
        QVERIFY(text().contains(s("You left Python.\n")));
        type(s("'kept' in globals()"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("globals()\nFalse")), LimitMs);
    }

    void aProgramThatExitsLeavesThePromptInIt()
    {
        m_pane->runProgram(Skillet::Runner::fileProgram(m_folder.filePath(s("leaves.py")),
                                                        s("import sys\nkept = 5\nsys.exit(3)\n")));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("The program ended with exit code 3.")), LimitMs);
        type(s("kept"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("kept\n5")), LimitMs);
    }

    void aSessionIsRunAgainInAFreshPython()
    {
        for (const char *code : {"x = 20", "1/0", "print(x + 22)"}) {
            type(s(code));
            QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && m_view->input().isEmpty(), LimitMs);
        }
        m_pane->clear();
        m_pane->restartAndReplay();
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("x = 20\nprint(x + 22)\n42")), LimitMs);
        QVERIFY(text().contains(s("A fresh Python is ready.")));
    }

    void aReplayStopsAtTheFirstFailure()
    {
        const QString flag = m_folder.filePath(s("flag"));
        QVERIFY(QFile(flag).open(QIODevice::WriteOnly));
        for (const QString &code : {s("x = 1"), s("import os; os.remove('flag')"), s("print('late')")}) {
            type(code);
            QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && m_view->input().isEmpty(), LimitMs);
        }
        m_pane->clear();
        m_pane->restartAndReplay();
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("Stopped here")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        QVERIFY(text().contains(s("FileNotFoundError")));
        QVERIFY(!text().contains(s("late")));
    }

    void theInputIsSavedAsAProgram()
    {
        for (const char *code : {"x = 20", "print(x)"}) {
            type(s(code));
            QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && m_view->input().isEmpty(), LimitMs);
        }
        const QString file = m_folder.filePath(s("session.py"));
        QVERIFY(m_pane->saveProgram(file).ok());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("x = 20\nprint(x)\n"));
        const auto refused = m_pane->saveProgram(s("/nowhere/session.py"));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.contains(s("/nowhere/session.py")));
    }

    void controlRFindsWhatRanBefore()
    {
        for (const char *code : {"first = 'apple'", "second = 'pear'", "third = 'apple pie'"}) {
            type(s(code));
            QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && m_view->input().isEmpty(), LimitMs);
        }
        QTest::keyClicks(m_view, s("draft"));
        QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view, Qt::Key_R, Qt::ControlModifier);
        QLineEdit *line = nullptr;
        for (QLineEdit *candidate : m_pane->findChildren<QLineEdit *>()) {
            if (candidate->isVisible())
                line = candidate;
        }
        QVERIFY(line != nullptr);
        line->clear();
        QTest::keyClicks(line, s("apple"));
        QCOMPARE(m_view->input().text(), s("third = 'apple pie'"));
        QCOMPARE(m_view->extraSelections().first().cursor.selectedText(), s("apple"));
        QTest::keyClick(line, Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_view->input().text(), s("first = 'apple'"));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QCOMPARE(m_view->input().text(), s("draft"));
        QTest::keyClick(m_view, Qt::Key_R, Qt::ControlModifier);
        line->setText(s("pear"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!line->isVisible());
        QCOMPARE(m_view->input().text(), s("second = 'pear'"));
        QVERIFY(m_view->extraSelections().isEmpty());
    }

    void controlFFindsInTheOutput()
    {
        type(s("for i in range(50): print('row', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(m_view->input().text().endsWith(s("\n")) || text().contains(s("row 49")),
                                 LimitMs);
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("row 49")), LimitMs);
        QTest::keyClick(m_view, Qt::Key_F, Qt::ControlModifier);
        auto *line = qobject_cast<QLineEdit *>(m_pane->focusWidget());
        QVERIFY(line != nullptr);
        QTest::keyClicks(line, s("row 7"));
        QCOMPARE(m_view->textCursor().selectedText(), s("row 7"));
    }

    void figuresAndTablesStandBetweenTheLines()
    {
        QImage image(60, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        Q_EMIT m_session->outputReceived(0, Runner::OutputStream::Out, s("before\n"));
        Q_EMIT m_session->displayed(0, s("image/png"), png.toBase64(), s("<Figure>"));
        Q_EMIT m_session->displayed(0, s("image/png"), "harmful", s("<Broken>"));
        Q_EMIT m_session->displayed(0, s("text/html"), "<table><tr><td>1</td></tr></table>", s("   a\n0  1"));
        Q_EMIT m_session->outputReceived(0, Runner::OutputStream::Out, s("after\n"));
        QTRY_VERIFY_WITH_TIMEOUT(ends(s("after")), LimitMs);
        const QStringList lines = text().split(u'\n');
        const qsizetype figure = lines.indexOf(s("<Figure>"));
        QCOMPARE(lines.value(figure - 1), s("before"));
        QVERIFY(lines.indexOf(s("<Broken>")) > figure + 5);
        QVERIFY(text().contains(s("no PNG")));
        QVERIFY(lines.indexOf(s("   a")) > lines.indexOf(s("<Broken>")));
        const QTextCursor at(m_view->document()->findBlockByNumber(static_cast<int>(figure) + 2));
        m_view->setTextCursor(at);
        m_view->ensureCursorVisible();
        QCOMPARE(
            m_view->viewport()->grab().toImage().pixelColor(m_view->cursorRect(at).center() + QPoint(20, 0)),
            QColor(Qt::red));
        const QString file = m_folder.filePath(s("shown.txt"));
        QVERIFY(m_pane->saveTranscript(file).ok());
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("before\n<Figure>\n<Broken>\n"));
    }

    void aTracebackInTheOutputLeadsToThePicture()
    {
        const QSignalSpy asked(m_pane.get(), &PromptPane::tracebackRequested);
        type(s("import threading; t = threading.Thread(target=lambda: 1/0); t.start(); t.join()"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("ZeroDivisionError")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        QTextCursor heading = m_view->document()->find(s("most recent call last"));
        QVERIFY(!heading.isNull());
        heading.setPosition(heading.selectionStart());
        m_view->setTextCursor(heading);
        m_view->ensureCursorVisible();
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        const auto traceback = asked.first().first().value<Runner::Traceback>();
        QCOMPARE(traceback.exceptions.first().type, s("ZeroDivisionError"));
    }

    void aWarningLeadsToThePictureAndEndsNothing()
    {
        const QSignalSpy written(m_pane.get(), &PromptPane::warningWritten);
        const QSignalSpy raised(m_pane.get(), &PromptPane::tracebackRaised);
        const QSignalSpy asked(m_pane.get(), &PromptPane::tracebackRequested);
        type(s("import warnings; warnings.warn('hm'); print('went on')"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("went on\n")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        QCOMPARE(written.size(), 1);
        QCOMPARE(raised.size(), 0);
        const auto warning = written.first().first().value<Runner::Traceback>();
        QCOMPARE(warning.exceptions.first().type, s("UserWarning"));
        QCOMPARE(warning.exceptions.first().message, s("hm"));
        QTextCursor heading = m_view->document()->find(s("UserWarning: hm"));
        QVERIFY(!heading.isNull());
        m_view->setTextCursor(heading);
        heading.setPosition(heading.block().position());
        m_view->setTextCursor(heading);
        m_view->ensureCursorVisible();
        QTest::keyClick(m_view, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Runner::Traceback>(), warning);
    }

    void aFoldedTracebackTellsTheErrorAndNoPlace()
    {
        const auto shown = [this] {
            QStringList lines;
            for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
                if (block.isVisible())
                    lines.append(block.text());
            }
            return lines.join(u'\n');
        };
        type(s("def f(): return 1/0"));
        type({});
        type(s("f()"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("ZeroDivisionError")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        const QString before = shown();
        QVERIFY(before.contains(s("line 1, in f")));
        const qreal high = m_view->document()->documentLayout()->documentSize().height();
        m_view->fold().fold();
        QVERIFY2(!shown().contains(s("in f")) && !shown().contains(s("^")), qPrintable(shown()));
        QVERIFY(shown().contains(s("ZeroDivisionError: division by zero\nShow in Traceback")));
        QVERIFY(m_view->document()->documentLayout()->documentSize().height() < high);
        type(s("6 * 7")); // what comes behind it is seen
        QTRY_VERIFY_WITH_TIMEOUT(shown().contains(s("\n42")), LimitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_view->fold().unfold();
        QVERIFY2(shown().startsWith(before.trimmed()), qPrintable(shown()));
        m_pane->clear();
        m_view->setInputText(s("    typed"));
        m_view->fold().fold(); // nothing is left of it
        QVERIFY(!m_view->fold().isFolded());
        QVERIFY(shown().contains(s("typed")));
    }
};

QTEST_MAIN(PromptSessionTest)
#include "tst_promptsession.moc"
