// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/completer.h"
#include "assist/completionpopup.h"
#include "highlighting/codehighlighter.h"
#include "prompt/prompttext.h"
#include "prompt/promptview.h"
#include "prompt/sessionnames.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Skillet::Ui;
using Skillet::Runner::Completion;
using Skillet::Runner::Completions;
using Skillet::Runner::NameKind;
using Skillet::Runner::Session;

namespace {

constexpr int LimitMs = 20000;

/// Longer than a dot waits before it asks.
constexpr int AfterDotMs = 400;

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Completion named(const char *text, NameKind kind = NameKind::Function)
{
    return {s(text), kind, s("(self, /)")};
}

} // namespace

/// The answers come from the test, by the session's own signal: no Python is asked.
class CompleterTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<Session> m_session;
    std::unique_ptr<PromptView> m_view;
    std::unique_ptr<PromptText> m_text;
    std::unique_ptr<SessionNames> m_names;
    std::unique_ptr<Completer> m_completer;

    void makeCompleter()
    {
        m_text = std::make_unique<PromptText>(*m_view, nullptr);
        m_names = std::make_unique<SessionNames>(*m_session, nullptr);
        m_completer = std::make_unique<Completer>(*m_text, *m_names, m_theme, nullptr);
    }
    CompletionPopup *m_popup = nullptr;
    quint32 m_asked = 0; ///< numbers go up by one

    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), code, modifiers);
    }
    void type(const char *text) { QTest::keyClicks(m_view.get(), s(text)); }
    /// The answer to the question that was asked last.
    void answer(int from, const QList<Completion> &items, bool more = false)
    {
        const quint32 next = m_session->askCompletions(QString(), 0);
        Q_EMIT m_session->completionsKnown(next - 1, Completions{from, items, more});
    }
    [[nodiscard]] QString input() const { return m_view->input().text(); }
    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        const QAbstractItemModel *model = m_popup->findChild<QListView *>()->model();
        for (int row = 0; m_popup->isVisible() && row < model->rowCount(); ++row)
            texts.append(model->index(row, 0).data().toString());
        return texts;
    }
    void openList()
    {
        type("pr");
        key(Qt::Key_Tab);
        answer(0, {named("print"), named("property", NameKind::Class), named("Prism")});
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<Session>(Skillet::Runner::SessionOptions{});
        m_view = std::make_unique<PromptView>(m_theme, m_highlighter);
        makeCompleter();
        m_popup = m_view->findChild<CompletionPopup *>();
        m_view->resize(700, 260);
        m_view->show();
        m_view->activateWindow();
        m_view->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void cleanup()
    {
        m_completer.reset();
        m_view.reset();
        m_session.reset();
    }

    void tabWithOneAnswer_putsItIn()
    {
        type("x = pri");
        key(Qt::Key_Tab);
        answer(4, {named("print")});
        QCOMPARE(input(), s("x = print"));
        QVERIFY(!m_completer->isOpen());
        m_view->undo();
        QCOMPARE(input(), s("x = pri"));
    }

    void tabWithSeveral_showsThem_andTabTakesTheChosen()
    {
        openList();
        QCOMPARE(shown(), (QStringList{s("print"), s("property"), s("Prism")}));
        key(Qt::Key_Down);
        QCOMPARE(m_popup->chosen().text, s("property"));
        key(Qt::Key_Tab);
        QCOMPARE(input(), s("property"));
        QVERIFY(!m_completer->isOpen());
    }

    void arrowsGoRound_andPagesStopAtTheEnds()
    {
        openList();
        key(Qt::Key_Up);
        QCOMPARE(m_popup->chosen().text, s("Prism"));
        key(Qt::Key_Down);
        QCOMPARE(m_popup->chosen().text, s("print"));
        key(Qt::Key_PageDown);
        QCOMPARE(m_popup->chosen().text, s("Prism"));
        key(Qt::Key_PageUp);
        QCOMPARE(m_popup->chosen().text, s("print"));
    }

    void enterTakesTheChosen_andDoesNotRunIt()
    {
        const QSignalSpy entered(m_view.get(), &PromptView::enterPressed);
        openList();
        key(Qt::Key_Return);
        QCOMPARE(input(), s("print"));
        QCOMPARE(entered.count(), 0);
        key(Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
    }

    void enterAfterTheWholeWord_runsIt()
    {
        const QSignalSpy entered(m_view.get(), &PromptView::enterPressed);
        type("sort");
        key(Qt::Key_Space, Qt::ControlModifier);
        answer(0, {named("sort"), named("sorted")});
        QVERIFY(m_completer->isOpen());
        key(Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QCOMPARE(input(), s("sort"));
        QVERIFY(!m_completer->isOpen());
    }

    void escapeCloses_andKeepsTheInput()
    {
        openList();
        key(Qt::Key_Escape);
        QVERIFY(!m_completer->isOpen());
        QCOMPARE(input(), s("pr"));
    }

    void typingNarrows_withoutAskingAgain()
    {
        openList();
        const quint32 before = m_session->askNames();
        type("o");
        QCOMPARE(shown(), QStringList{s("property")});
        QCOMPARE(m_session->askNames(), before + 1);
        type("(");
        QVERIFY(!m_completer->isOpen());
        QCOMPARE(input(), s("pro("));
    }

    void whatIsChosenStaysSoWhileNarrowing()
    {
        openList();
        key(Qt::Key_Down);
        type("o");
        QCOMPARE(m_popup->chosen().text, s("property"));
    }

    void backspaceWidens()
    {
        openList();
        key(Qt::Key_Backspace);
        answer(0, {named("print"), named("pass", NameKind::Keyword)});
        QCOMPARE(shown(), (QStringList{s("print"), s("pass")}));
        key(Qt::Key_Backspace);
        QVERIFY(!m_completer->isOpen());
        QCOMPARE(input(), QString());
    }

    void aCutAnswerIsAskedAgainWhileTyping()
    {
        type("pr");
        key(Qt::Key_Tab);
        answer(0, {named("print"), named("property")}, true);
        type("o");
        answer(0, {named("property"), named("process")}, false);
        QCOMPARE(shown(), (QStringList{s("property"), s("process")}));
    }

    void caretLeavingTheWordCloses()
    {
        type("x ");
        openListAt(2);
        QVERIFY(m_completer->isOpen());
        key(Qt::Key_Home);
        QVERIFY(!m_completer->isOpen());
        QCOMPARE(input(), s("x pr"));
    }

    void losingTheFocusCloses()
    {
        openList();
        QVERIFY(m_completer->isOpen());
        m_view->clearFocus();
        QVERIFY(!m_completer->isOpen());
    }

    void tabAfterSpaces_indents()
    {
        type("x ");
        const quint32 before = m_session->askNames();
        key(Qt::Key_Tab);
        QCOMPARE(input(), s("x     "));
        QCOMPARE(m_session->askNames(), before + 1);
    }

    void aDotAsksAfterAMoment()
    {
        startSession();
        const QSignalSpy known(m_session.get(), &Session::completionsKnown);
        type("os.");
        QVERIFY(!m_completer->isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(m_completer->isOpen(), LimitMs);
        QCOMPARE(known.count(), 1);
        QCOMPARE(shown(), QStringList{s("total")});
    }

    void enterRightAfterADot_isNotTakenByTheList()
    {
        startSession();
        const QSignalSpy entered(m_view.get(), &PromptView::enterPressed);
        type("x.");
        QTRY_VERIFY_WITH_TIMEOUT(m_completer->isOpen(), LimitMs);
        key(Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QCOMPARE(input(), s("x."));
    }

    void noSuggestionComesByItself_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("in a number") << s("3.");
        QTest::newRow("in a string") << s("'one.");
        QTest::newRow("in a comment") << s("# one.");
        QTest::newRow("after more than a name") << s("os.x(");
        QTest::newRow("of nothing") << s(".");
    }
    void noSuggestionComesByItself()
    {
        QFETCH(QString, typed);
        startSession();
        const QSignalSpy known(m_session.get(), &Session::completionsKnown);
        QTest::keyClicks(m_view.get(), typed);
        QTest::qWait(AfterDotMs);
        QCOMPARE(known.count(), 0);
    }

    void switchedOff_aDotAsksNothing()
    {
        startSession();
        m_completer->setAutomatic(false);
        const QSignalSpy known(m_session.get(), &Session::completionsKnown);
        type("os.");
        QTest::qWait(AfterDotMs);
        QCOMPARE(known.count(), 0);
        key(Qt::Key_Tab);
        QTRY_COMPARE_WITH_TIMEOUT(input(), s("os.total"), LimitMs);
    }

    void keysTypedBehindTab_goInBehindTheAnswer()
    {
        startSession();
        type("x.");
        key(Qt::Key_Tab);
        type("() + 1");
        QTRY_COMPARE_WITH_TIMEOUT(input(), s("x.total() + 1"), LimitMs);
    }

    void withoutAnAnswer_theKeysBehindTabComeInAllTheSame()
    {
        startSession();
        // The fake worker does not answer this one.
        type("?");
        m_view->setInputText(s("?"));
        key(Qt::Key_Space, Qt::ControlModifier);
        type("a");
        key(Qt::Key_Tab);
        type("bc");
        QTRY_VERIFY_WITH_TIMEOUT(input().startsWith(s("?a")) && input().endsWith(s("bc")), LimitMs);
    }

    void staleAnswersAreDropped()
    {
        type("pr");
        key(Qt::Key_Space, Qt::ControlModifier);
        const quint32 first = m_session->askNames() - 1;
        m_view->setInputText(s("total = 1"));
        Q_EMIT m_session->completionsKnown(first, Completions{0, {named("print"), named("prop")}, false});
        QVERIFY(!m_completer->isOpen());
        QCOMPARE(input(), s("total = 1"));

        key(Qt::Key_Space, Qt::ControlModifier);
        const quint32 second = m_session->askNames() - 1;
        Q_EMIT m_session->completionsKnown(second - 1, Completions{8, {named("1e5"), named("1e6")}, false});
        QVERIFY(!m_completer->isOpen());
    }

    void nothingFits_saysSo_untilTheNextKey()
    {
        type("qqq");
        key(Qt::Key_Space, Qt::ControlModifier);
        answer(3, {});
        QVERIFY(m_popup->isVisible());
        QVERIFY(!m_popup->hasChoice());
        type("w");
        QVERIFY(!m_popup->isVisible());
        QCOMPARE(input(), s("qqqw"));
    }

    void aFolderIsGoneIntoAtOnce()
    {
        type("open('da");
        key(Qt::Key_Tab);
        answer(6, {named("data/", NameKind::File)});
        QCOMPARE(input(), s("open('data/"));
        answer(11, {named("a.csv", NameKind::File), named("b.csv", NameKind::File)});
        QCOMPARE(shown(), (QStringList{s("a.csv"), s("b.csv")}));
    }

    void theListLeavesTheLineAndTheFocusFree()
    {
        openList();
        QVERIFY(m_view->hasFocus());
        const QRect caret(m_view->viewport()->mapToGlobal(m_view->cursorRect().topLeft()),
                          m_view->cursorRect().size());
        QVERIFY(!m_popup->geometry().intersects(caret));
    }

private:
    void openListAt(int from)
    {
        type("pr");
        key(Qt::Key_Tab);
        answer(from, {named("print"), named("property")});
    }
    /// With the fake worker, which knows one completion: `total`.
    void startSession()
    {
        Skillet::Runner::SessionOptions options;
        options.worker = s(SKILLET_FAKEWORKER);
        m_completer.reset();
        delete m_popup;
        m_session = std::make_unique<Session>(options);
        makeCompleter();
        m_popup = m_view->findChild<CompletionPopup *>();
        m_session->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Skillet::Runner::SessionState::Idle, LimitMs);
    }
};

QTEST_MAIN(CompleterTest)
#include "tst_completer.moc"
