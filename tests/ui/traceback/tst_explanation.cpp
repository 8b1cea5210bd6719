// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlighting/codehighlighter.h"
#include "traceback/chainview.h"
#include "traceback/explanationview.h"
#include "traceback/framecard.h"
#include "traceback/headline.h"
#include "traceback/suggestionlines.h"
#include "traceback/tracebackpane.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Traceback keyError(const char *file = "/ada/orders.py")
{
    TracebackFrame caller;
    caller.file = s(file);
    caller.function = s("<module>");
    caller.sourceLine = s("print(total(orders))");
    caller.range = {12, 12, 6, 19};
    TracebackFrame frame = caller;
    frame.function = s("total");
    frame.sourceLine = s("    return order['pirce']");
    frame.range = {8, 8, 11, 25};
    frame.values = {{s("order"), s("dict"), s("{'sku': 1, 'price': 2}"), 2, true}};
    ExceptionInfo raised;
    raised.type = s("KeyError");
    raised.message = s("'pirce'");
    raised.frames = {caller, frame};
    Traceback traceback;
    traceback.exceptions = {raised};
    traceback.plainText = s("KeyError: 'pirce'\n");
    return traceback;
}

Explanation nearKey()
{
    Explanation explanation;
    explanation.cause = s("key-error.near-key");
    explanation.title = s("`order` has no key `'pirce'`. Perhaps `'price'` is meant?");
    explanation.why = s("Keys must be the same letter by letter. `order` has 2 keys.");
    explanation.tries = {s("Compare `'pirce'` with `'price'`."),
                         s("Look at all keys: `print(list(order))`.")};
    explanation.suggestion = {8, s("    return order['pirce']"), s("    return order['price']")};
    return explanation;
}

} // namespace

class ExplanationTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<TracebackPane> m_pane;

    void show(const Traceback &traceback)
    {
        m_pane->resize(760, 500);
        m_pane->showTraceback(traceback);
        m_pane->show();
        QCoreApplication::processEvents();
    }
    /// All that can be read, from top to bottom.
    [[nodiscard]] QString text() const
    {
        QStringList lines;
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_pane.get()))
                lines.append(label->text());
        }
        return lines.join(u'\n');
    }
    /// Of the first such widget; -1 when there is none.
    template <typename Widget>
    [[nodiscard]] int top() const
    {
        const auto *widget = m_pane->findChild<Widget *>();
        return widget ? widget->mapTo(m_pane.get(), QPoint()).y() : -1;
    }
    [[nodiscard]] QPushButton *button() const
    {
        auto *view = m_pane->findChild<ExplanationView *>();
        return view ? view->button() : nullptr;
    }

    [[nodiscard]] bool canTake() const
    {
        const QPushButton *take = button();
        return take && take->isEnabled();
    }

private Q_SLOTS:
    void init() { m_pane = std::make_unique<TracebackPane>(m_theme, m_highlighter); }
    void cleanup()
    {
        m_pane.reset();
        m_theme.setZoomPercent(100);
        m_theme.setChoice(Skillet::Core::ThemeChoice::Light);
    }

    void shownTracebacksAreTold()
    {
        const QSignalSpy shown(m_pane.get(), &TracebackPane::tracebackShown);
        show(keyError());
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown.first().first().value<Traceback>(), keyError());
        m_pane->clear();
        QCOMPARE(shown.size(), 1);
    }

    void whileNothingIsKnownTheClassIsExplained()
    {
        show(keyError());
        QVERIFY(text().contains(s("Something was looked up by a key")));
        m_pane->showExplanation({});
        QVERIFY(text().contains(s("Something was looked up by a key")));
        QVERIFY(!m_pane->findChild<ExplanationView *>());
    }

    void whatHappenedTakesThePlaceOfTheGeneralWords()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        QVERIFY(!text().contains(s("Something was looked up by a key")));
        QVERIFY(text().contains(s("has no key")));
        QVERIFY(text().contains(s("Keys must be the same")));
        QVERIFY(text().contains(s("Compare")));
        QVERIFY(!text().contains(u'`'));
        QVERIFY(!text().contains(s("may be")));
    }

    void itIsReadFromTopToBottom()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        QCoreApplication::processEvents();
        QVERIFY(top<Headline>() >= 0);
        QVERIFY(top<Headline>() < top<FrameCard>());
        QVERIFY(top<FrameCard>() < top<ExplanationView>());
        QVERIFY(top<ExplanationView>() < top<SuggestionLines>());
        QVERIFY(top<SuggestionLines>() < top<ChainView>());
        const auto *card = m_pane->findChild<FrameCard *>();
        QVERIFY(card && card->nextInFocusChain() == button());
    }

    void aGuessIsCalledOne()
    {
        show(keyError());
        Explanation guess = nearKey();
        guess.certain = false;
        m_pane->showExplanation(guess);
        QVERIFY2(text().contains(s(" is meant?")), qPrintable(text()));
        QVERIFY2(!text().contains(s("This may be")), qPrintable(text())); // the title says so by itself
        guess.title = s("`order` lost its key.");
        m_pane->showExplanation(guess);
        QVERIFY2(text().contains(s("This may be what happened: ")), qPrintable(text()));
    }

    void ofAClassAloneTheGeneralWordsStay()
    {
        show(keyError());
        Explanation general;
        general.title = s("A key is not there. Python says: `KeyError`.");
        general.why = s("Nothing more specific is known about this one.");
        general.tries = {s("Print the keys.")};
        m_pane->showExplanation(general);
        QVERIFY(text().contains(s("Something was looked up by a key")));
        QVERIFY(!text().contains(s("Python says")));
        QVERIFY(text().contains(s("Nothing more specific")));
        QVERIFY(!text().contains(s("Why here")));
        QVERIFY(!button());
    }

    void ofAnUnknownClassTheAnswerIsShown()
    {
        Traceback traceback = keyError();
        traceback.exceptions[0].type = s("shop.Closed");
        show(traceback);
        Explanation general;
        general.title = s("`Closed` was raised.");
        m_pane->showExplanation(general);
        QVERIFY(text().contains(s("was raised.")));
    }

    void theSuggestionIsOfferedOnce()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        const QSignalSpy accepted(m_pane.get(), &TracebackPane::suggestionAccepted);
        QVERIFY(button());
        QTest::keyClick(button(), Qt::Key_Space);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.first().at(0).toString(), s("/ada/orders.py"));
        QCOMPARE(accepted.first().at(1).value<Suggestion>(), nearKey().suggestion);
        QVERIFY(canTake());
        m_pane->markSuggestionTaken();
        QVERIFY(!canTake());
        m_theme.setZoomPercent(120);
        QVERIFY(button() && !canTake());
    }

    void aSuggestionIsReadAloud()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        QCOMPARE(m_pane->findChild<SuggestionLines *>()->accessibleName(),
                 s("Line 8 is now: return order['pirce']. It could be: return order['price']"));
    }

    void aLineThatCouldGoIsSaid()
    {
        show(keyError());
        Explanation explanation = nearKey();
        explanation.suggestion.after.clear();
        m_pane->showExplanation(explanation);
        QVERIFY(text().contains(s("Line 8 could go")));
        QVERIFY(m_pane->findChild<SuggestionLines *>()->accessibleName().contains(s("would go")));
    }

    void whatWasTypedAtThePromptHasNoFileToChange()
    {
        show(keyError("<python-input-3>"));
        m_pane->showExplanation(nearKey());
        QVERIFY(m_pane->findChild<SuggestionLines *>());
        QVERIFY(!button());
    }

    void anotherTracebackBeginsWithoutOne()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        m_pane->markSuggestionTaken();
        show(keyError());
        QVERIFY(!m_pane->findChild<ExplanationView *>());
        m_pane->showExplanation(nearKey());
        QVERIFY(canTake());
    }

    void aChangeOfTheLookKeepsIt()
    {
        show(keyError());
        m_pane->showExplanation(nearKey());
        m_theme.setChoice(Skillet::Core::ThemeChoice::Dark);
        QVERIFY(m_pane->findChild<ExplanationView *>());
        QVERIFY(text().contains(s("has no key")));
    }

    void itComesWithoutScrolling()
    {
        m_pane->resize(400, 150);
        m_pane->showTraceback(keyError());
        m_pane->show();
        QCoreApplication::processEvents();
        auto *bar = m_pane->findChild<QScrollArea *>()->verticalScrollBar();
        bar->setValue(30);
        m_pane->showExplanation(nearKey());
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 30);
    }

    void itIsCopiedAsText()
    {
        show(keyError());
        m_pane->copyExplanation();
        m_pane->showExplanation(nearKey());
        m_pane->copyExplanation();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 s("`order` has no key `'pirce'`. Perhaps `'price'` is meant?\n"
                   "Keys must be the same letter by letter. `order` has 2 keys.\n"
                   "- Compare `'pirce'` with `'price'`.\n"
                   "- Look at all keys: `print(list(order))`.\n"
                   "Line 8 could be:\n"
                   "    return order['price']\n"));
    }

    void whatIsNoMarkupStaysText()
    {
        show(keyError());
        Explanation explanation = nearKey();
        explanation.title = s("`a<b>` & <img src='x'>");
        m_pane->showExplanation(explanation);
        QVERIFY(text().contains(s("&lt;img")));
    }
};

QTEST_MAIN(ExplanationTest)
#include "tst_explanation.moc"
