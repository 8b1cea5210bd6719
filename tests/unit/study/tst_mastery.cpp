// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplecourse.h"
#include "study/mastery.h"

#include <QtTest>

using namespace Skillet;
using Study::Level;
using Study::Mastery;

namespace {

const QString One = QStringLiteral("a/e1");

Mastery masteryOf(const QList<Progress::ExerciseDay> &days,
                  const QHash<QString, Progress::ItemState> &states = {},
                  const QList<Progress::Event> &overrides = {})
{
    return {sampleCourse(), {days, states, overrides}};
}

/// All of module a but the last `leftOut` exercises, passed on one day, and on another `again` days later.
QList<Progress::ExerciseDay> practisedModule(int leftOut, int again, int hints = 0)
{
    QList<Progress::ExerciseDay> days;
    for (int n = 1; n <= 5 - leftOut; ++n) {
        const QString id = QStringLiteral("a/e%1").arg(n);
        days.append(practised(id, 0, true, hints));
        if (again > 0)
            days.append(practised(id, again, true));
    }
    return days;
}

const QHash<QString, Progress::ItemState> LessonRead{{QStringLiteral("a/l"), Progress::ItemState::Done}};

} // namespace

class TestMastery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExercise_climbsByEvidence();
    void passingAgainTooSoon_isNotKept();
    void passingAgainWithHints_isNotKept();
    void aLesson_isPassedWhenItWasRead();
    void aConcept_needsTwoThirds();
    void aModule_needsFourFifthsAndItsLessons();
    void aStage_needsAllThatIsWritten();
    void whatLacks_isNamedInOrder();
    void anOverride_countsUntilItIsTakenBack();
    void unknownIds_areUntouched();
};

void TestMastery::anExercise_climbsByEvidence()
{
    QCOMPARE(masteryOf({}).item(One).level, Level::Untouched);
    QCOMPARE(masteryOf({}, {{One, Progress::ItemState::Started}}).item(One).level, Level::Started);
    QCOMPARE(masteryOf({failedOn(One, 0)}).item(One).level, Level::Started);
    QCOMPARE(masteryOf({practised(One, 0, false, 2)}).item(One).level, Level::Passed);
    QCOMPARE(masteryOf({practised(One, 0, false)}).item(One).level, Level::Unaided);
    const Study::Standing kept = masteryOf({practised(One, 0, false, 2), practised(One, 3, true)}).item(One);
    QCOMPARE(kept.level, Level::Kept);
    QCOMPARE(kept.attempts, 4);
    QCOMPARE(kept.firstPassed, FirstDay);
}

void TestMastery::passingAgainTooSoon_isNotKept()
{
    const Study::Standing standing = masteryOf({practised(One, 0, true), practised(One, 2, true)}).item(One);
    QCOMPARE(standing.level, Level::Unaided);
    QCOMPARE(standing.keptFrom, FirstDay.addDays(3));
    QCOMPARE(masteryOf({practised(One, 0, true), failedOn(One, 5)}).item(One).level, Level::Unaided);
}

void TestMastery::passingAgainWithHints_isNotKept()
{
    QCOMPARE(masteryOf({practised(One, 0, true), practised(One, 9, false, 1)}).item(One).level,
             Level::Unaided);
}

void TestMastery::aLesson_isPassedWhenItWasRead()
{
    const QString lesson = QStringLiteral("a/l");
    QCOMPARE(masteryOf({}, {{lesson, Progress::ItemState::Started}}).item(lesson).level, Level::Started);
    QCOMPARE(masteryOf({}, LessonRead).item(lesson).level, Level::Passed);
}

void TestMastery::aConcept_needsTwoThirds()
{
    const QString loops = QStringLiteral("loops");
    const QString two = QStringLiteral("a/e2");
    QCOMPARE(masteryOf({}).concepts(),
             (QStringList{loops, QStringLiteral("dicts"), QStringLiteral("files")}));
    QCOMPARE(masteryOf({}).conceptNamed(loops).level, Level::Untouched);
    QCOMPARE(masteryOf({practised(One, 0, true)}).conceptNamed(loops).level, Level::Started);
    const QList<Progress::ExerciseDay> three = practisedModule(2, 0);
    QCOMPARE(masteryOf(three).conceptNamed(loops).level, Level::Unaided);
    QCOMPARE(masteryOf(three).conceptNamed(loops).needed, 3); // 67 of 100 of three, rounded up
    QCOMPARE(masteryOf({practised(One, 0, true), practised(two, 0, true)}).conceptNamed(loops).level,
             Level::Started);
    QCOMPARE(masteryOf(practisedModule(2, 4)).conceptNamed(loops).level, Level::Kept);
}

void TestMastery::aModule_needsFourFifthsAndItsLessons()
{
    const QString a = QStringLiteral("a");
    QCOMPARE(masteryOf(practisedModule(1, 0)).module(a).level, Level::Started); // its lesson is unread
    QCOMPARE(masteryOf(practisedModule(1, 0), LessonRead).module(a).level, Level::Unaided);
    QCOMPARE(masteryOf(practisedModule(2, 0), LessonRead).module(a).level, Level::Started);
    QCOMPARE(masteryOf(practisedModule(0, 0, 1), LessonRead).module(a).level, Level::Passed);
    QCOMPARE(masteryOf(practisedModule(1, 3), LessonRead).module(a).level, Level::Kept);
    QCOMPARE(masteryOf({}, LessonRead).module(a).level, Level::Started);
    QCOMPARE(masteryOf({}).module(QStringLiteral("planned")).level, Level::Untouched);
}

void TestMastery::aStage_needsAllThatIsWritten()
{
    QList<Progress::ExerciseDay> days = practisedModule(0, 0);
    const QString core = QStringLiteral("core");
    QCOMPARE(masteryOf(days, LessonRead).stage(core).level, Level::Started);
    QCOMPARE(masteryOf(days, LessonRead).stage(core).lacking, QStringList{QStringLiteral("b")});
    days += {practised(QStringLiteral("b/guess"), 0, true), practised(QStringLiteral("b/snippet"), 0, true)};
    QCOMPARE(masteryOf(days, LessonRead).stage(core).level, Level::Unaided);
    QCOMPARE(masteryOf(days, LessonRead).stage(QStringLiteral("later")).level, Level::Untouched);
}

void TestMastery::whatLacks_isNamedInOrder()
{
    const Study::Standing standing = masteryOf({practised(One, 0, true)}).module(QStringLiteral("a"));
    QCOMPARE(standing.lacking,
             (QStringList{QStringLiteral("a/l"), QStringLiteral("a/e2"), QStringLiteral("a/e3"),
                          QStringLiteral("a/e4"), QStringLiteral("a/e5")}));
    QCOMPARE(standing.total, 5);
    QCOMPARE(standing.passed, 1);
}

void TestMastery::anOverride_countsUntilItIsTakenBack()
{
    using Progress::EventKind;
    const Progress::Event set = eventOn(EventKind::Overridden, One, 1,
                                        Mastery::overrideDetail(Level::Kept, QStringLiteral("knew it")));
    const Study::Standing standing = masteryOf({failedOn(One, 0)}, {}, {set}).item(One);
    QCOMPARE(standing.level, Level::Kept);
    QCOMPARE(standing.earned, Level::Started);
    QVERIFY(standing.overridden.has_value());
    QCOMPARE(standing.overridden->note, QStringLiteral("knew it"));
    QCOMPARE(standing.overridden->day, FirstDay.addDays(1));
    const Progress::Event back =
        eventOn(EventKind::Overridden, One, 2, Mastery::overrideDetail(std::nullopt, {}));
    QCOMPARE(masteryOf({failedOn(One, 0)}, {}, {set, back}).item(One).level, Level::Started);
    const Progress::Event concept_ =
        eventOn(EventKind::Overridden, Mastery::conceptId(QStringLiteral("loops")), 2,
                Mastery::overrideDetail(Level::Unaided, {}));
    QCOMPARE(masteryOf({}, {}, {concept_}).conceptNamed(QStringLiteral("loops")).level, Level::Unaided);
    const Progress::Event nonsense = eventOn(EventKind::Overridden, One, 3, QStringLiteral("[1"));
    QCOMPARE(masteryOf({}, {}, {nonsense}).item(One).level, Level::Untouched);
}

void TestMastery::unknownIds_areUntouched()
{
    const Mastery mastery = masteryOf({practised(QStringLiteral("gone/e1"), 0, true)});
    for (const Study::Standing &standing :
         {mastery.item(QStringLiteral("x")), mastery.conceptNamed(QStringLiteral("x")),
          mastery.module(QStringLiteral("x")), mastery.stage(QStringLiteral("x"))})
        QCOMPARE(standing.level, Level::Untouched);
    QCOMPARE(mastery.item(QStringLiteral("gone/e1")).level, Level::Unaided); // what was done is not forgotten
}

QTEST_APPLESS_MAIN(TestMastery)
#include "tst_mastery.moc"
