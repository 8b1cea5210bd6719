// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/analyst.h"

#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Runner;

namespace {

constexpr int longWaitMs = 30'000;

/// The fake worker takes the type as an order.
ExplanationQuestion question(const QString &type)
{
    ExceptionInfo exception;
    exception.type = type;
    ExplanationQuestion result;
    result.traceback.exceptions = {exception};
    return result;
}

} // namespace

class TestAnalyst final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void explain_answersInALaterTurn();
    void explain_passesOnWhatIsKnown();
    void explain_countsBytes();
    void aNewerQuestion_takesThePlaceOfTheOlder();
    void aDeadWorker_isReplaced();
    void silence_isEndedAndTheNextQuestionAnswered();
    void aWorkerThatGoesOnDying_isGivenUp();
    void anAnswer_forgivesEarlierEnds();
    void missingWorker_answersEmpty();
    void completionsAndCallTips_arePassedOn();
    void problems_arePassedOn();
    void outlinesAndPlaces_arePassedOn();
    void outlinesAndPlacesWithoutAnAnswer_areEmpty();
    void namesOfAMissingWorker_areEmpty();
    void warmUp_startsTheWorkerBeforeItIsNeeded();
    void analystMayDieWithAnOpenQuestion();

private:
    void make();
    Explanation ask(const ExplanationQuestion &question);

    AnalystOptions m_options;
    std::unique_ptr<Analyst> m_analyst;
};

void TestAnalyst::init()
{
    qunsetenv("SKILLET_FAKE_START");
    m_options = {};
    m_options.worker = QStringLiteral(SKILLET_FAKEWORKER);
    m_options.answerLimitMs = 5000;
    make();
}

void TestAnalyst::make()
{
    m_analyst = std::make_unique<Analyst>(m_options);
}

void TestAnalyst::cleanup()
{
    m_analyst.reset();
}

Explanation TestAnalyst::ask(const ExplanationQuestion &question)
{
    const QSignalSpy explained(m_analyst.get(), &Analyst::explained);
    const quint32 request = m_analyst->explain(question);
    Explanation answer;
    [&] {
        QTRY_COMPARE_WITH_TIMEOUT(explained.size(), 1, longWaitMs);
        QCOMPARE(explained.first().at(0).toUInt(), request);
        answer = explained.first().at(1).value<Explanation>();
    }();
    return answer;
}

void TestAnalyst::explain_answersInALaterTurn()
{
    const QSignalSpy explained(m_analyst.get(), &Analyst::explained);
    (void)m_analyst->explain(question(QStringLiteral("KeyError")));
    QVERIFY(explained.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(explained.size(), 1, longWaitMs);
    const auto answer = explained.first().at(1).value<Explanation>();
    QCOMPARE(answer.cause, QStringLiteral("a.cause"));
    QCOMPARE(answer.title, QStringLiteral("KeyError"));
    QCOMPARE(answer.tries, QStringList{QStringLiteral("Look at `x`.")});
    QCOMPARE(answer.suggestion, (Suggestion{3, QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(!answer.certain);
}

void TestAnalyst::explain_passesOnWhatIsKnown()
{
    ExplanationQuestion known = question(QStringLiteral("KeyError"));
    known.source = QStringLiteral("x = 1");
    known.pythonVersion = QStringLiteral("3.8.1");
    known.folder = QStringLiteral("/tmp");
    QCOMPARE(ask(known).why, QStringLiteral("x = 1|3.8.1|/tmp"));
}

void TestAnalyst::explain_countsBytes()
{
    ExplanationQuestion asked = question(QStringLiteral("KeyError"));
    TracebackFrame frame;
    frame.sourceLine = QStringLiteral("\u00e4\u20ac = x");
    frame.range = {1, 1, 1, 3};
    asked.traceback.exceptions[0].frames = {frame};
    QCOMPARE(ask(asked).why, QStringLiteral("|||2-6"));
}

void TestAnalyst::aNewerQuestion_takesThePlaceOfTheOlder()
{
    const QSignalSpy explained(m_analyst.get(), &Analyst::explained);
    (void)m_analyst->explain(question(QStringLiteral("A")));
    (void)m_analyst->explain(question(QStringLiteral("B")));
    QTRY_COMPARE_WITH_TIMEOUT(explained.size(), 1, longWaitMs);
    QCOMPARE(explained.first().at(1).value<Explanation>().title, QStringLiteral("B"));
    (void)m_analyst->explain(question(QStringLiteral("C"))); // sent both, now that there is a worker
    QCOMPARE(ask(question(QStringLiteral("D"))).title, QStringLiteral("D"));
    QTest::qWait(100);
    QCOMPARE(explained.size(), 2);
}

void TestAnalyst::aDeadWorker_isReplaced()
{
    QVERIFY(ask(question(QStringLiteral("die"))).isEmpty());
    QCOMPARE(ask(question(QStringLiteral("KeyError"))).title, QStringLiteral("KeyError"));
}

void TestAnalyst::silence_isEndedAndTheNextQuestionAnswered()
{
    m_options.answerLimitMs = 400;
    make();
    QVERIFY(ask(question(QStringLiteral("?"))).isEmpty());
    QCOMPARE(ask(question(QStringLiteral("KeyError"))).title, QStringLiteral("KeyError"));
}

void TestAnalyst::aWorkerThatGoesOnDying_isGivenUp()
{
    QVERIFY(ask(question(QStringLiteral("die"))).isEmpty());
    QVERIFY(ask(question(QStringLiteral("die"))).isEmpty());
    QVERIFY(ask(question(QStringLiteral("KeyError"))).isEmpty());
}

void TestAnalyst::anAnswer_forgivesEarlierEnds()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(ask(question(QStringLiteral("die"))).isEmpty());
        QCOMPARE(ask(question(QStringLiteral("KeyError"))).title, QStringLiteral("KeyError"));
    }
}

void TestAnalyst::missingWorker_answersEmpty()
{
    m_options.worker = QStringLiteral("/nowhere/skillet-worker");
    make();
    QVERIFY(ask(question(QStringLiteral("KeyError"))).isEmpty());
    QVERIFY(ask(question(QStringLiteral("KeyError"))).isEmpty());
}

void TestAnalyst::completionsAndCallTips_arePassedOn()
{
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    const QSignalSpy completed(m_analyst.get(), &Analyst::completionsKnown);
    const QSignalSpy tipped(m_analyst.get(), &Analyst::callTipKnown);
    const quint32 word = m_analyst->askCompletions(QStringLiteral("\u00e4.to"), 2);
    const quint32 call = m_analyst->askCallTip(QStringLiteral("f("), 2, QStringLiteral("/tmp/a.py"));
    QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, longWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(tipped.size(), 1, longWaitMs);
    QCOMPARE(completed.first().at(0).toUInt(), word);
    QCOMPARE(completed.first().at(1).value<Completions>().from, 2);
    QCOMPARE(completed.first().at(1).value<Completions>().items.size(), 1);
    QCOMPARE(tipped.first().at(0).toUInt(), call);
    QCOMPARE(tipped.first().at(1).value<CallTip>().documentation, QStringLiteral("Says it."));
}

void TestAnalyst::problems_arePassedOn()
{
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    const QSignalSpy known(m_analyst.get(), &Analyst::problemsKnown);
    const quint32 request =
        m_analyst->askProblems(QStringLiteral("\u00e4\u00e4\u00e4"), QStringLiteral("/tmp/a.py"));
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, longWaitMs);
    QCOMPARE(known.first().at(0).toUInt(), request);
    const auto found = known.first().at(1).value<ProblemList>();
    QVERIFY(found.isKnown);
    QCOMPARE(found.entries.size(), 1);
    const SourceRange wanted{1, 1, 1, 2}; // of characters: the worker counts bytes
    QCOMPARE(found.entries.first().range, wanted);
    // A question that is not answered ends in an answer without content.
    (void)m_analyst->askProblems(QStringLiteral("?"));
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 2, longWaitMs);
    QVERIFY(!known.last().at(1).value<ProblemList>().isKnown);
}

void TestAnalyst::outlinesAndPlaces_arePassedOn()
{
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    const QSignalSpy outlined(m_analyst.get(), &Analyst::outlineKnown);
    const QSignalSpy placed(m_analyst.get(), &Analyst::placesKnown);
    const quint32 parts = m_analyst->askOutline(QStringLiteral("\u00e4\u00e4\n"), QStringLiteral("Python"));
    const quint32 name = m_analyst->askPlaces(
        {PlacesWanted::Uses, QStringLiteral("total"), 2, QStringLiteral("/tmp/a.py"), QString()});
    QTRY_COMPARE_WITH_TIMEOUT(outlined.size(), 1, longWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(placed.size(), 1, longWaitMs);
    QCOMPARE(outlined.first().at(0).toUInt(), parts);
    const auto outline = outlined.first().at(1).value<Outline>();
    QVERIFY(outline.isKnown);
    QCOMPARE(outline.entries.size(), 2);
    QCOMPARE(outline.entries.first().column, 1); // of characters: the worker counts bytes
    QCOMPARE(outline.entries.last().depth, 1); // what is out of range is cut
    QCOMPARE(outline.entries.last().endLine, 2);
    QCOMPARE(placed.first().at(0).toUInt(), name);
    const auto places = placed.first().at(1).value<Places>();
    QCOMPARE(places.answer, PlacesAnswer::Known);
    const SourceRange wanted{2, 2, 1, 2};
    QCOMPARE(places.entries.first().range, wanted);
    QCOMPARE(places.entries.first().file, QStringLiteral("/tmp/a.py"));
    QCOMPARE(places.taken.first().line, 3);
}

void TestAnalyst::outlinesAndPlacesWithoutAnAnswer_areEmpty()
{
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    const QSignalSpy outlined(m_analyst.get(), &Analyst::outlineKnown);
    const QSignalSpy placed(m_analyst.get(), &Analyst::placesKnown);
    (void)m_analyst->askOutline(QStringLiteral("?"), QStringLiteral("Python"));
    (void)m_analyst->askPlaces({PlacesWanted::Uses, QStringLiteral("?"), 0, QString(), QString()});
    QTRY_COMPARE_WITH_TIMEOUT(outlined.size(), 1, longWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(placed.size(), 1, longWaitMs);
    QVERIFY(!outlined.first().at(1).value<Outline>().isKnown);
    QCOMPARE(placed.first().at(1).value<Places>().answer, PlacesAnswer::Unknown);
}

void TestAnalyst::namesOfAMissingWorker_areEmpty()
{
    m_options.worker = QStringLiteral("/nowhere/skillet-worker");
    make();
    const QSignalSpy completed(m_analyst.get(), &Analyst::completionsKnown);
    for (int asked = 1; asked <= 2; ++asked) {
        (void)m_analyst->askCompletions(QStringLiteral("to"), 2);
        QTRY_COMPARE_WITH_TIMEOUT(completed.size(), asked, longWaitMs);
        QVERIFY(completed.last().at(1).value<Completions>().items.isEmpty());
    }
}

void TestAnalyst::warmUp_startsTheWorkerBeforeItIsNeeded()
{
    m_analyst->warmUp();
    // The first answer shows that it is there; from then on none could be started any more.
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    qputenv("SKILLET_FAKE_START", "die");
    m_analyst->warmUp();
    QCOMPARE(ask(question(QStringLiteral("B"))).title, QStringLiteral("B"));
}

void TestAnalyst::analystMayDieWithAnOpenQuestion()
{
    QCOMPARE(ask(question(QStringLiteral("A"))).title, QStringLiteral("A"));
    const QSignalSpy explained(m_analyst.get(), &Analyst::explained);
    (void)m_analyst->explain(question(QStringLiteral("?")));
    QTest::qWait(50);
    m_analyst.reset();
    QTest::qWait(50);
    QVERIFY(explained.isEmpty());
}

QTEST_GUILESS_MAIN(TestAnalyst)
#include "tst_analyst.moc"
