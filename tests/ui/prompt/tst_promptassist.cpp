// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/calltip.h"
#include "prompt/helpreader.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Runner::Session;
using Skillet::Runner::SessionState;

namespace {

constexpr int LimitMs = 20000;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The pane with the fake worker, which knows one signature, `f(ä, b)` with `ä,` active, and help on all.
class PromptAssistTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PromptPane> m_pane;
    PromptView *m_view = nullptr;
    CallTip *m_tip = nullptr;
    HelpReader *m_reader = nullptr;

    void type(const char *text) { QTest::keyClicks(m_view, s(text)); }
    [[nodiscard]] QString input() const { return m_view->input().text(); }
    [[nodiscard]] QString readerText() const
    {
        return m_reader->findChild<QPlainTextEdit *>()->toPlainText();
    }
    [[nodiscard]] bool readerSays(const QString &title) const
    {
        const auto labels = m_reader->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text() == title; });
    }
    void openTip()
    {
        type("f(");
        QTRY_VERIFY_WITH_TIMEOUT(m_tip->isVisible(), LimitMs);
    }
    /// The next call of this kind has no signature.
    void answerNothing()
    {
        const quint32 next = m_session->askHelp(s("?"));
        Q_EMIT m_session->callTipKnown(next - 1, {});
    }

private Q_SLOTS:
    void init()
    {
        Skillet::Runner::SessionOptions options;
        options.worker = s(SKILLET_FAKEWORKER);
        options.keepSpare = false;
        m_session = std::make_unique<Session>(options);
        const QString history = s("history-%1").arg(QString::fromLatin1(QTest::currentTestFunction()));
        m_pane = std::make_unique<PromptPane>(*m_session, m_theme, m_highlighter, m_folder.filePath(history));
        m_view = m_pane->findChild<PromptView *>();
        m_tip = m_pane->findChild<CallTip *>();
        m_reader = m_pane->findChild<HelpReader *>();
        m_pane->resize(760, 300);
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->focusInput();
        m_session->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), SessionState::Idle, LimitMs);
    }
    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
    }

    void aBracket_showsWhatTheCallTakes_aboveTheLine()
    {
        openTip();
        QCOMPARE(m_tip->signature(), s("f(\xC3\xA4, b)"));
        QCOMPARE(m_tip->active(), s("\xC3\xA4,").left(m_tip->active().size()));
        QVERIFY(!m_tip->active().isEmpty());
        const QRect caret(m_view->viewport()->mapToGlobal(m_view->cursorRect().topLeft()),
                          m_view->cursorRect().size());
        QVERIFY(!m_tip->geometry().intersects(caret));
        QVERIFY(m_view->hasFocus());
    }

    void escapeClosesTheTip_andKeepsTheInput()
    {
        openTip();
        QTest::keyClick(m_view, Qt::Key_Escape);
        QVERIFY(!m_tip->isVisible());
        QCOMPARE(input(), s("f("));
        QTest::keyClick(m_view, Qt::Key_Comma);
        QTRY_VERIFY_WITH_TIMEOUT(m_tip->isVisible(), LimitMs);
    }

    void theTipGoes_whenTheCallIsClosed()
    {
        openTip();
        type("1)");
        answerNothing();
        QVERIFY(!m_tip->isVisible());
    }

    void theTipGoes_whenTheInputRuns()
    {
        openTip();
        QTest::keyClick(m_view, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_tip->isVisible(), LimitMs);
    }

    void aBracketInAString_showsNothing()
    {
        const QSignalSpy known(m_session.get(), &Session::callTipKnown);
        type("'f(");
        // Answered in their order: what was asked before would be here by then.
        const quint32 last = m_session->askCallTip(s("x"), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!known.isEmpty(), LimitMs);
        QCOMPARE(known.first().first().toUInt(), last);
        QVERIFY(!m_tip->isVisible());
    }

    void aQuestionMark_opensTheHelp_andRunsNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("before") << s("?str.join");
        QTest::newRow("behind") << s("str.join?");
    }
    void aQuestionMark_opensTheHelp_andRunsNothing()
    {
        QFETCH(QString, typed);
        const QSignalSpy started(m_session.get(), &Session::runStarted);
        QTest::keyClicks(m_view, typed);
        QTest::keyClick(m_view, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_reader->isVisible(), LimitMs);
        QVERIFY(readerSays(s("str.join")));
        QCOMPARE(readerText(), s("about it"));
        QCOMPARE(started.count(), 0);
        QVERIFY(m_view->toPlainText().contains(typed));
        QCOMPARE(input(), QString());
        QTest::keyClick(m_reader->findChild<QPlainTextEdit *>(), Qt::Key_Q);
        QVERIFY(m_view->hasFocus());
        QTest::keyClick(m_view, Qt::Key_Up);
        QCOMPARE(input(), typed);
    }

    void helpOfARun_opensTheReaderToo()
    {
        Q_EMIT m_session->helpShown(0, s("list"), s("Built-in mutable sequence."));
        QVERIFY(m_reader->isVisible());
        QVERIFY(readerSays(s("list")));
    }

    void helpThatNobodyAskedFor_isDropped()
    {
        Q_EMIT m_session->helpShown(77, s("list"), s("Built-in mutable sequence."));
        QVERIFY(!m_reader->isVisible());
    }

    void anUnknownTopic_isToldKindly()
    {
        m_pane->assist().askHelp(s("ordrs"));
        const quint32 next = m_session->askHelp(s("?"));
        Q_EMIT m_session->helpShown(next - 1, s("ordrs"), QString());
        QVERIFY(m_reader->isVisible());
        QVERIFY(readerText().startsWith(s("There is no help on ordrs.")));
    }

    void theNameAtTheCaret_isOfTheInputOrAboveIt()
    {
        type("os.path");
        QCOMPARE(m_pane->assist().nameAtCaret(), s("os.path"));
        QTextCursor top(m_view->document());
        top.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 2);
        m_view->setTextCursor(top);
        QCOMPARE(m_pane->assist().nameAtCaret(), s("Python"));
    }

    void aNameIsPutInAtTheCaret_orAtTheEndFromOutside()
    {
        type("print()");
        QTest::keyClick(m_view, Qt::Key_Left);
        m_pane->assist().insert(s("orders"));
        QCOMPARE(input(), s("print(orders)"));
        m_view->setTextCursor(QTextCursor(m_view->document()));
        m_pane->assist().insert(s("x"));
        QCOMPARE(input(), s("print(orders)x"));
    }
};

QTEST_MAIN(PromptAssistTest)
#include "tst_promptassist.moc"
