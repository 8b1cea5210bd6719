// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "prompt/promptview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class PromptViewTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<PromptView> m_view;

    void print(const QStringList &texts, LineKind kind = LineKind::Output)
    {
        QList<StyledLine> lines;
        for (const QString &text : texts)
            lines.append({text, {}, false});
        m_view->write([&](Transcript &transcript) { transcript.add(lines, kind); });
    }

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<PromptView>(m_theme, m_highlighter);
        m_view->resize(600, 300);
        m_view->show();
        m_view->setFocus();
    }
    void cleanup() { m_view.reset(); }

    void outputComesBeforeWhatIsBeingTyped()
    {
        QTest::keyClicks(m_view.get(), s("x = 1"));
        print({s("out")});
        QTest::keyClicks(m_view.get(), s("0"));
        QCOMPARE(m_view->input().text(), s("x = 10"));
        QCOMPARE(m_view->toPlainText(), s("out\nx = 10"));
    }

    void theTranscriptCannotBeChanged()
    {
        print({s("one"), s("two")});
        QTest::keyClicks(m_view.get(), s("abc"));
        QTextCursor cursor = m_view->textCursor();
        cursor.setPosition(0);
        cursor.setPosition(5, QTextCursor::KeepAnchor);
        m_view->setTextCursor(cursor);
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QTest::keyClick(m_view.get(), Qt::Key_X, Qt::ControlModifier);
        QVERIFY(m_view->toPlainText().startsWith(s("one\ntwo\n")));
        QTest::keyClick(m_view.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QCOMPARE(m_view->toPlainText().left(8), s("one\ntwo\n"));
        QTest::keyClick(m_view.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_view->toPlainText().left(8), s("one\ntwo\n"));
    }

    void typingAnywhereGoesToTheInput()
    {
        print({s("one")});
        QTest::keyClicks(m_view.get(), s("ab"));
        QTextCursor cursor = m_view->textCursor();
        cursor.setPosition(1);
        m_view->setTextCursor(cursor);
        QTest::keyClicks(m_view.get(), s("c"));
        QCOMPARE(m_view->toPlainText(), s("one\nabc"));
    }

    void shiftEnterAlwaysBeginsALine()
    {
        const QSignalSpy entered(m_view.get(), &PromptView::enterPressed);
        QTest::keyClicks(m_view.get(), s("if x:"));
        QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_view->input().text(), s("if x:\n    "));
        QVERIFY(entered.isEmpty());
        QTest::keyClicks(m_view.get(), s("y"));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
    }

    void enterInTheMiddleOfABlockBeginsALine()
    {
        const QSignalSpy entered(m_view.get(), &PromptView::enterPressed);
        m_view->setInputText(s("if x:\n    y"));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_view->input().text(), s("if x:\n    \n    y"));
        QVERIFY(entered.isEmpty());
        QTest::keyClick(m_view.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered.first().first().toBool(), true);
    }

    void homeGoesToTheCodeThenToTheStart()
    {
        print({s("out")});
        m_view->setInputText(s("    x"));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->textCursor().positionInBlock(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->textCursor().positionInBlock(), 0);
        QTest::keyClicks(m_view.get(), s("#"));
        QCOMPARE(m_view->input().text(), s("#    x"));
    }

    void upAndDownAskForHistoryAtTheEdgesOnly()
    {
        const QSignalSpy history(m_view.get(), &PromptView::historyRequested);
        m_view->setInputText(s("a\nb"));
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(history.size(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(history.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(history.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.last().first().toBool(), false);
    }

    void aPasteOfSeveralLinesIsOneBlock()
    {
        QGuiApplication::clipboard()->setText(s(">>> x = 1\n>>> x + 1\n2\n"));
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_view->input().text(), s("x = 1\nx + 1"));
        QVERIFY(m_view->holdsPaste());
        m_view->setInputText(QString());
        QVERIFY(!m_view->holdsPaste());
    }

    void promptsAreCopiedOrLeftOut()
    {
        m_view->write([](Transcript &transcript) { transcript.addCode(QStringLiteral("if x:\n    y")); });
        print({s("1")});
        m_view->selectAll();
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), s(">>> if x:\n...     y\n1\n>>> "));
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), s("if x:\n    y\n1\n"));
    }

    void codeKeepsThePromptItWasTypedAt()
    {
        const int width = m_view->viewport()->x();
        m_view->setPrompts(s("hello\n\x1b[32mIn [1]:\x1b[0m "), s("   ...: "));
        QVERIFY(m_view->viewport()->x() > width);
        m_view->write([](Transcript &transcript) { transcript.addCode(QStringLiteral("if x:\n    y")); });
        m_view->setPrompts(QString(), s("... "));
        m_view->write([](Transcript &transcript) { transcript.addCode(QStringLiteral("z")); });
        m_view->setPrompts(s(">>> "), s("... "));
        QCOMPARE(m_view->transcript().text(), s("In [1]: if x:\n   ...:     y\nz\n"));
        m_view->selectAll();
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), s("In [1]: if x:\n   ...:     y\nz\n>>> "));
    }

    void controlCStopsOnlyWithoutASelection()
    {
        const QSignalSpy stopped(m_view.get(), &PromptView::interruptRequested);
        print({s("out")});
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(stopped.size(), 0);
        m_view->setRunning(true);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(stopped.size(), 1);
        m_view->selectAll();
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(stopped.size(), 1);
    }

    void anAnswerStandsBehindItsPrompt()
    {
        m_view->beginAnswer({s("Name? "), {}, false}, false);
        QTest::keyClicks(m_view.get(), s("Adam"));
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QTest::keyClicks(m_view.get(), s("="));
        QCOMPARE(m_view->toPlainText(), s("Name? =Ada"));
        QCOMPARE(m_view->commitAnswer(), s("=Ada"));
        QVERIFY(m_view->input().isEmpty());
        QCOMPARE(m_view->toPlainText(), s("Name? =Ada\n"));
    }

    void aSecretIsNeverInTheText()
    {
        m_view->beginAnswer({s("Password: "), {}, false}, true);
        QTest::keyClicks(m_view.get(), s("pa%"));
        QTest::keyClick(m_view.get(), Qt::Key_Backspace);
        QTest::keyClicks(m_view.get(), s("ss"));
        QCOMPARE(m_view->toPlainText(), s("Password: ••••"));
        m_view->selectAll();
        m_view->copy();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(s("pass")));
        QCOMPARE(m_view->commitAnswer(), s("pass"));
        QCOMPARE(m_view->toPlainText(), s("Password: ••••••\n"));
    }

    void heldKeysComeLater()
    {
        m_view->setHeld(true);
        QTest::keyClicks(m_view.get(), s("ab"));
        QVERIFY(m_view->input().isEmpty());
        m_view->setHeld(false);
        QCOMPARE(m_view->input().text(), s("ab"));
    }

    void oldLinesFoldAndTheNoteSaysHowMany()
    {
        m_view->write([](Transcript &transcript) { transcript.setLimits(1000, 1000000); });
        m_view->setInputText(s("draft"));
        for (int i = 0; i < 100; ++i)
            print(QStringList(100, QString::number(i)));
        QVERIFY(m_view->document()->blockCount() <= 1002);
        QVERIFY(m_view->document()->firstBlock().text().contains(QRegularExpression(s("\\d"))));
        QCOMPARE(m_view->document()->firstBlock().next().text().isEmpty(), false);
        QVERIFY(m_view->toPlainText().endsWith(s("99\ndraft")));
        QCOMPARE(m_view->input().text(), s("draft"));
    }

    void theViewFollowsUnlessTheLearnerReadsAbove()
    {
        print(QStringList(200, s("line")));
        QScrollBar *bar = m_view->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        print(QStringList(10, s("more")));
        QCOMPARE(bar->value(), 10);
    }

    void aFloodDoesNotHoldUpTheWindow()
    {
        QElapsedTimer clock;
        qint64 longest = 0;
        for (int i = 0; i < 20; ++i) {
            clock.start();
            print(QStringList(1000, QString(30, u'x')));
            QCoreApplication::processEvents();
            longest = std::max(longest, clock.elapsed());
        }
        // The design's limit is 50 ms; a machine busy with other tests gets some more.
        QVERIFY2(longest < 250, qPrintable(s("a slice of 1000 lines took %1 ms").arg(longest)));
    }

    void clearKeepsWhatIsTyped()
    {
        print({s("a"), s("b")});
        m_view->setInputText(s("draft"));
        m_view->write([](Transcript &transcript) { transcript.clear(); });
        QCOMPARE(m_view->toPlainText(), s("draft"));
        QTest::keyClicks(m_view.get(), s("!"));
        QCOMPARE(m_view->input().text(), s("draft!"));
    }

    void aLongPasteIsThereAtOnceAndTypingInItIsQuick()
    {
        QString code;
        for (int i = 0; i < 2500; ++i)
            code += s("def function_%1(a, b):\n    return [a, 'text', b * %1]\n").arg(i);
        QGuiApplication::clipboard()->setText(code);
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QCoreApplication::processEvents();
        const qint64 pasted = clock.restart();
        QTest::keyClicks(m_view.get(), s("x"));
        const qint64 typed = clock.elapsed();
        qInfo("5,000 lines pasted in %lld ms, a key in them %lld ms", pasted, typed);
        QVERIFY2(pasted < 4000, qPrintable(QString::number(pasted)));
        QVERIFY2(typed < 1000, qPrintable(QString::number(typed)));
        QCOMPARE(m_view->input().text().count(u'\n'), 4999);
    }

    void whatAPasteNeededIsTold()
    {
        const QSignalSpy told(m_view.get(), &PromptView::noticeRaised);
        QGuiApplication::clipboard()->setText(s("print(“a”)"));
        QTest::keyClick(m_view.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_view->input().text(), s("print(\"a\")"));
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().first().toString().contains(s("line 1")));
    }

    void bracketsThatBelongTogetherAreMarked()
    {
        print({s("(out)")});
        m_view->setInputText(s("f(a, (b))"));
        QList<int> marked;
        for (const QTextEdit::ExtraSelection &mark : m_view->extraSelections())
            marked.append(mark.cursor.selectionStart() - m_view->input().start());
        QCOMPARE(marked, (QList<int>{8, 1}));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QVERIFY(m_view->extraSelections().isEmpty());
    }

    void tabIndentsAndLeavesAnEmptyInput()
    {
        m_view->setInputText(s("x"));
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QCOMPARE(m_view->input().text(), s("    x"));
        QTest::keyClick(m_view.get(), Qt::Key_Backtab);
        QCOMPARE(m_view->input().text(), s("x"));
    }
};

QTEST_MAIN(PromptViewTest)
#include "tst_promptview.moc"
