// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecourse.h"
#include "study/plan.h"

#include <QtTest>

using namespace Skillet;
using namespace Skillet::Study;

namespace {

/// `weeks` of practice before FirstDay, on two days a week, as many minutes in turn as given.
QHash<QDate, int> practice(int weeks, const QList<int> &minutes)
{
    QHash<QDate, int> days;
    for (int week = 0; week < weeks; ++week) {
        const int each = minutes.at(week % minutes.size()) / 2;
        days.insert(FirstDay.addDays(-7 * week - 2), each);
        days.insert(FirstDay.addDays(-7 * week - 5), each);
    }
    return days;
}

const Workload Half{600, 600, 50, 50};

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlan_isKeptInAnEvent();
    void nonsense_isNoPlan_data();
    void nonsense_isNoPlan();
    void work_isCountedByWhatIsPassed();
    void beforeTwoWeeks_nothingIsForetold();
    void evenWeeks_giveADateAndUnevenOnesARange();
    void slowerThanTheAuthorSays_takesLonger();
    void aPause_isNamed();
    void nothingLeft_isDone();
    void aClockAhead_tellsNothing();
    void hoursNeeded_growAsTheEndComesNear();
};

void TestPlan::aPlan_isKeptInAnEvent()
{
    const Plan plan{FirstDay, 12.5, 26};
    const auto read = planFromDetail(planDetail(plan));
    QVERIFY(read.has_value());
    QCOMPARE(read->start, FirstDay);
    QCOMPARE(read->hoursPerWeek, 12.5);
    QCOMPARE(read->weeks, 26);
    QCOMPARE(read->end(), FirstDay.addDays(182));
}

void TestPlan::nonsense_isNoPlan_data()
{
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QString();
    QTest::newRow("no date") << QStringLiteral(R"({"hours":10,"start":"soon","weeks":16})");
    QTest::newRow("no hours") << QStringLiteral(R"({"hours":0,"start":"2026-03-02","weeks":16})");
    QTest::newRow("more than a week has")
        << QStringLiteral(R"({"hours":200,"start":"2026-03-02","weeks":16})");
    QTest::newRow("no weeks") << QStringLiteral(R"({"hours":10,"start":"2026-03-02","weeks":-1})");
}

void TestPlan::nonsense_isNoPlan()
{
    QFETCH(QString, detail);
    QVERIFY(!planFromDetail(detail).has_value());
}

void TestPlan::work_isCountedByWhatIsPassed()
{
    const Course::Course course = sampleCourse();
    const Mastery mastery(
        course,
        {{practised(QStringLiteral("a/e1"), 0, false, 3), failedOn(QStringLiteral("a/e2"), 0)}, {}, {}});
    const Workload work = workloadOf(course, mastery);
    QCOMPARE(work.itemsDone, 1);
    QCOMPARE(work.itemsLeft, 7);
    QCOMPARE(work.minutesDone, 10);
    QCOMPARE(work.minutesLeft, 70);
}

void TestPlan::beforeTwoWeeks_nothingIsForetold()
{
    QCOMPARE(forecast(Half, {}, FirstDay).state, Forecast::State::TooEarly);
    QCOMPARE(forecast(Half, practice(2, {300}), FirstDay).state, Forecast::State::TooEarly);
    QCOMPARE(forecast(Half, practice(3, {300}), FirstDay).state, Forecast::State::Known);
    QCOMPARE(forecast({0, 600, 0, 50}, practice(3, {300}), FirstDay).state, Forecast::State::TooEarly);
}

void TestPlan::evenWeeks_giveADateAndUnevenOnesARange()
{
    const Forecast even = forecast({800, 600, 50, 50}, practice(8, {100}), FirstDay);
    QCOMPARE(even.pace, 1.0);
    QCOMPARE(even.early, FirstDay.addDays(42));
    QCOMPARE(even.late, FirstDay.addDays(42));
    QVERIFY(std::abs(even.hoursPerWeek - 100 / 60.0) < 1e-9);
    const Forecast uneven = forecast({800, 600, 50, 50}, practice(8, {200, 0}), FirstDay);
    QVERIFY(uneven.early < uneven.likely && uneven.likely < uneven.late);
    QVERIFY(uneven.early < FirstDay.addDays(42) && uneven.late > FirstDay.addDays(42));
    const Forecast same = forecast({800, 600, 50, 50}, practice(8, {200, 0}), FirstDay);
    QCOMPARE(same.late, uneven.late); // the same records, the same words
}

void TestPlan::slowerThanTheAuthorSays_takesLonger()
{
    const Forecast slow = forecast({400, 600, 50, 50}, practice(8, {100}), FirstDay);
    QCOMPARE(slow.pace, 2.0);
    QCOMPARE(slow.likely, FirstDay.addDays(84));
}

void TestPlan::aPause_isNamed()
{
    QHash<QDate, int> days;
    days.insert(FirstDay.addDays(-200), 300);
    QCOMPARE(forecast(Half, days, FirstDay).state, Forecast::State::Paused);
}

void TestPlan::nothingLeft_isDone()
{
    QCOMPARE(forecast({600, 0, 50, 0}, practice(8, {100}), FirstDay).state, Forecast::State::Done);
    QCOMPARE(forecast({0, 0, 0, 0}, {}, FirstDay).state, Forecast::State::TooEarly); // a course of nothing
}

void TestPlan::aClockAhead_tellsNothing()
{
    QHash<QDate, int> days = practice(8, {100});
    days.insert(FirstDay.addDays(4000), 500);
    QCOMPARE(forecast({800, 600, 50, 50}, days, FirstDay).likely, FirstDay.addDays(42));
}

void TestPlan::hoursNeeded_growAsTheEndComesNear()
{
    const Plan plan{FirstDay, 10, 10};
    QCOMPARE(hoursNeeded(plan, Half, 1, FirstDay).value(), 1.0);
    QCOMPARE(hoursNeeded(plan, Half, 2, FirstDay).value(), 2.0);
    QCOMPARE(hoursNeeded(plan, Half, 1, FirstDay.addDays(35)).value(), 2.0);
    QCOMPARE(hoursNeeded(plan, Half, 1, FirstDay.addDays(-35)).value(), 1.0); // it begins later
    QVERIFY(!hoursNeeded(plan, Half, 1, FirstDay.addDays(70)).has_value());
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
