// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecourse.h"
#include "study/recall.h"

#include <QtTest>

#include <algorithm>

using namespace Skillet;
using namespace Skillet::Study;
using Progress::EventKind;

namespace {

const QString Snippet = QStringLiteral("b/snippet");
const QString Guess = QStringLiteral("b/guess");

QList<RecallItem> itemsOf(const RecallEvidence &evidence)
{
    QList<RecallItem> items = recallItems(sampleCourse(), evidence);
    std::sort(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return items;
}

/// Items that are all due on the first day, each of `minutes`.
QList<RecallItem> dueItems(int count, int minutes)
{
    QList<RecallItem> items;
    for (int n = 0; n < count; ++n) {
        RecallItem item;
        item.id = QStringLiteral("item %1").arg(n, 5, 10, QLatin1Char('0'));
        item.minutes = minutes;
        item.memory = {1.0 + n % 50, 5};
        item.last = FirstDay.addDays(-n % 90 - 1);
        item.due = FirstDay.addDays(-(n % 30));
        items.append(item);
    }
    return items;
}

} // namespace

class TestRecall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnippet_entersOnceItWasPassed();
    void aPrediction_entersWhenItWasMissed();
    void aCause_entersWhenItWasMet();
    void anAnswer_movesTheItemOn();
    void theSameRecordsInAnyOrder_giveTheSame();
    void aDay_holdsNoMoreThanItsMinutes();
    void aLongItem_comesAloneAndComes();
    void theBestForgotten_comesFirst();
    void whatWasAnsweredToday_countsForToday();
    void thousandsOfItems_arePlannedAtOnce();
};

void TestRecall::aSnippet_entersOnceItWasPassed()
{
    QVERIFY(itemsOf({{failedOn(Snippet, 0)}, {}, {}}).isEmpty());
    const auto items = itemsOf({{failedOn(Snippet, 0), practised(Snippet, 1, true)}, {}, {}});
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().kind, RecallKind::Snippet);
    QCOMPARE(items.constFirst().reviews, 1);
    QCOMPARE(items.constFirst().lapses, 0);
    QCOMPARE(items.constFirst().due, FirstDay.addDays(1 + 2)); // Good: 2.3 days
    QVERIFY(items.constFirst().minutes <= 5);
    const auto again = itemsOf({{practised(Snippet, 0, true), failedOn(Snippet, 3)}, {}, {}});
    QCOMPARE(again.constFirst().lapses, 1);
    QCOMPARE(again.constFirst().due, FirstDay.addDays(4));
    QVERIFY(itemsOf({{practised(QStringLiteral("a/e1"), 0, true)}, {}, {}}).isEmpty()); // no snippet
}

void TestRecall::aPrediction_entersWhenItWasMissed()
{
    QVERIFY(itemsOf({{practised(Guess, 0, true)}, {}, {}}).isEmpty());
    const auto items = itemsOf({{practised(Guess, 0, false)}, {}, {}});
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().kind, RecallKind::Prediction);
    QCOMPARE(items.constFirst().due, FirstDay.addDays(1));
}

void TestRecall::aCause_entersWhenItWasMet()
{
    const QString cause = QStringLiteral("key-error.missing");
    const auto items = itemsOf({{},
                                {{cause, QStringLiteral("KeyError"), FirstDay, 4},
                                 {cause, QStringLiteral("KeyError"), FirstDay.addDays(2), 1},
                                 {Progress::unknownCause, QStringLiteral("KeyError"), FirstDay, 9}},
                                {}});
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst().id, causeItem(cause));
    QCOMPARE(items.constFirst().title, QStringLiteral("KeyError"));
    QCOMPARE(items.constFirst().reviews, 2);
}

void TestRecall::anAnswer_movesTheItemOn()
{
    RecallEvidence evidence{{practised(Snippet, 0, true)}, {}, {}};
    QDate before = itemsOf(evidence).constFirst().due;
    for (int review = 0; review < 4; ++review) {
        const auto day = static_cast<int>(FirstDay.daysTo(before));
        evidence.recalled.append(eventOn(EventKind::Recalled, Snippet, day, recalledDetail(Rating::Good)));
        const RecallItem item = itemsOf(evidence).constFirst();
        QVERIFY(item.last == before && item.due > before);
        before = item.due;
    }
    QVERIFY(FirstDay.daysTo(before) > 100);
    evidence.recalled.append(eventOn(EventKind::Recalled, Snippet, 300, QStringLiteral("{\"rating\":9}")));
    QCOMPARE(itemsOf(evidence).constFirst().due, before); // no answer at all
}

void TestRecall::theSameRecordsInAnyOrder_giveTheSame()
{
    QList<Progress::Event> recalled;
    for (int day = 3; day < 40; day += 5)
        recalled.append(
            eventOn(EventKind::Recalled, Snippet, day, recalledDetail(static_cast<Rating>(day % 4 + 1))));
    const QList<Progress::ExerciseDay> days{practised(Snippet, 0, true)};
    const RecallItem first = itemsOf({days, {}, recalled}).constFirst();
    std::reverse(recalled.begin(), recalled.end()); // of another machine, imported later
    const RecallItem second = itemsOf({days, {}, recalled}).constFirst();
    QCOMPARE(second.due, first.due);
    QCOMPARE(second.memory.stability, first.memory.stability);
}

void TestRecall::aDay_holdsNoMoreThanItsMinutes()
{
    const RecallPlan plan = planRecall(dueItems(100, 2), {}, FirstDay);
    QCOMPARE(plan.minutesToday, 14);
    QCOMPARE(plan.today.size(), 7);
    int items = static_cast<int>(plan.today.size());
    for (const RecallDay &day : plan.coming) {
        QVERIFY(day.minutes <= DefaultRecallMinutes);
        items += day.items;
    }
    QCOMPARE(items, 100); // spread over the days, none left out
}

void TestRecall::aLongItem_comesAloneAndComes()
{
    const RecallPlan plan = planRecall(dueItems(3, 40), {}, FirstDay);
    QCOMPARE(plan.today.size(), 1);
    QCOMPARE(plan.coming.size(), 2);
}

void TestRecall::theBestForgotten_comesFirst()
{
    QList<RecallItem> items = dueItems(2, 1);
    items[0].memory.stability = 100;
    items[1].memory.stability = 2;
    items[0].last = items[1].last = FirstDay.addDays(-20);
    items[0].due = items[1].due = FirstDay;
    QCOMPARE(planRecall(items, {}, FirstDay).today.constFirst().id, items.at(1).id);
    items[1].due = FirstDay.addDays(1);
    QCOMPARE(planRecall(items, {}, FirstDay).today.constFirst().id, items.at(0).id);
}

void TestRecall::whatWasAnsweredToday_countsForToday()
{
    QList<RecallItem> items = dueItems(20, 5);
    items[0].due = FirstDay.addDays(9);
    const QList<Progress::Event> recalled{
        eventOn(EventKind::Recalled, items.at(0).id, 0, recalledDetail(Rating::Good))};
    const RecallPlan plan = planRecall(items, recalled, FirstDay);
    QCOMPARE(plan.minutesDone, 5);
    QCOMPARE(plan.minutesToday, 10);
}

void TestRecall::thousandsOfItems_arePlannedAtOnce()
{
    const QList<RecallItem> items = dueItems(5000, 1);
    QElapsedTimer timer;
    timer.start();
    const RecallPlan plan = planRecall(items, {}, FirstDay);
    QVERIFY(timer.elapsed() < 2000); // some milliseconds; the margin is for a slow machine
    QCOMPARE(plan.minutesToday, DefaultRecallMinutes);
    QCOMPARE(plan.coming.size(), 30);
}

QTEST_APPLESS_MAIN(TestRecall)
#include "tst_recall.moc"
