// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecourse.h"
#include "study/nextsteps.h"

#include <QtTest>

using namespace Skillet;
using namespace Skillet::Study;
using Kind = NextStep::Kind;

namespace {

QList<NextStep> stepsOf(const QList<Progress::ExerciseDay> &days, const QString &current, int today,
                        const RecallPlan &recall = {})
{
    const Course::Course course = sampleCourse();
    return nextSteps(course, Mastery(course, {days, {}, {}}), recall, current, FirstDay.addDays(today));
}

const NextStep *step(const QList<NextStep> &steps, Kind kind)
{
    for (const NextStep &one : steps) {
        if (one.kind == kind)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestNextSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atTheStart_theFirstLessonIsNext();
    void recall_comesFirst();
    void theModuleAtHand_goesOn();
    void aWeakConcept_isNamed();
    void whatIsRipe_isNamedOnItsDay();
    void whenAllIsKept_nothingIsNext();
};

void TestNextSteps::atTheStart_theFirstLessonIsNext()
{
    const auto steps = stepsOf({}, {}, 0);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(steps.constFirst().kind, Kind::GoOn);
    QCOMPARE(steps.constFirst().item, QStringLiteral("a/l"));
    QCOMPARE(steps.constFirst().minutes, 10);
}

void TestNextSteps::recall_comesFirst()
{
    RecallPlan recall;
    recall.today.append(RecallItem());
    recall.minutesToday = 6;
    const auto steps = stepsOf({}, {}, 0, recall);
    QCOMPARE(steps.constFirst().kind, Kind::Recall);
    QCOMPARE(steps.constFirst().minutes, 6);
    QCOMPARE(steps.at(1).kind, Kind::GoOn);
}

void TestNextSteps::theModuleAtHand_goesOn()
{
    const QList<Progress::ExerciseDay> days{practised(QStringLiteral("b/snippet"), 0, true)};
    QCOMPARE(stepsOf(days, QStringLiteral("b/snippet"), 0).constFirst().item, QStringLiteral("b/guess"));
    const auto done = days + QList<Progress::ExerciseDay>{practised(QStringLiteral("b/guess"), 0, true)};
    QCOMPARE(stepsOf(done, QStringLiteral("b/guess"), 0).constFirst().item, QStringLiteral("a/l"));
}

void TestNextSteps::aWeakConcept_isNamed()
{
    const auto steps =
        stepsOf({failedOn(QStringLiteral("a/e4"), 0), practised(QStringLiteral("a/e5"), 0, false, 3),
                 practised(QStringLiteral("a/e1"), 0, true)},
                {}, 0);
    const NextStep *weak = step(steps, Kind::Weak);
    QVERIFY(weak != nullptr);
    QCOMPARE(weak->conceptName, QStringLiteral("dicts"));
    QCOMPARE(weak->item, QStringLiteral("a/e4"));
    QVERIFY(step(stepsOf({practised(QStringLiteral("a/e1"), 0, true)}, {}, 0), Kind::Weak) == nullptr);
}

void TestNextSteps::whatIsRipe_isNamedOnItsDay()
{
    const QList<Progress::ExerciseDay> days{practised(QStringLiteral("a/e1"), 1, true),
                                            practised(QStringLiteral("a/e2"), 0, true)};
    QVERIFY(step(stepsOf(days, {}, 2), Kind::Keep) == nullptr);
    const auto steps = stepsOf(days, {}, 4);
    const NextStep *ripe = step(steps, Kind::Keep);
    QVERIFY(ripe != nullptr);
    QCOMPARE(ripe->item, QStringLiteral("a/e2"));
}

void TestNextSteps::whenAllIsKept_nothingIsNext()
{
    const Course::Course course = sampleCourse();
    QList<Progress::ExerciseDay> days;
    for (const QString &id : course.itemIds())
        days += {practised(id, 0, true), practised(id, 5, true)};
    QVERIFY(stepsOf(days, {}, 9).isEmpty());
}

QTEST_APPLESS_MAIN(TestNextSteps)
#include "tst_nextsteps.moc"
