// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/course.h"

#include <QtTest>

using namespace Skillet::Course;

class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lookUps_findByIdOrYieldNull();
    void itemIds_followTheOrderOfTheModules();
    void nextItem_crossesModulesAndEndsEmpty();
    void kindNames_roundTrip();

private:
    Course m_course;
};

void TestCourse::init()
{
    m_course = {};
    Module first;
    first.id = QStringLiteral("a");
    first.lessons = {{QStringLiteral("a/l1"), QStringLiteral("L1"), {}, 0, {}},
                     {QStringLiteral("a/l2"), QStringLiteral("L2"), {}, 0, {}}};
    Exercise exercise;
    exercise.id = QStringLiteral("a/e1");
    exercise.title = QStringLiteral("E1");
    first.exercises = {exercise};
    first.order = {{ItemKind::Lesson, 0}, {ItemKind::Exercise, 0}, {ItemKind::Lesson, 1}};
    Module planned;
    planned.id = QStringLiteral("b");
    planned.written = false;
    Module last;
    last.id = QStringLiteral("c");
    exercise.id = QStringLiteral("c/e2");
    last.exercises = {exercise};
    last.order = {{ItemKind::Exercise, 0}};
    m_course.stages = {{QStringLiteral("s1"), {}, {}, {first, planned}},
                       {QStringLiteral("s2"), {}, {}, {last}}};
}

void TestCourse::lookUps_findByIdOrYieldNull()
{
    QCOMPARE(m_course.lesson(QStringLiteral("a/l2"))->title, QStringLiteral("L2"));
    QCOMPARE(m_course.exercise(QStringLiteral("c/e2"))->id, QStringLiteral("c/e2"));
    QCOMPARE(m_course.moduleOf(QStringLiteral("a/e1"))->id, QStringLiteral("a"));
    QVERIFY(!m_course.lesson(QStringLiteral("a/e1")));
    QVERIFY(!m_course.exercise(QStringLiteral("a/l1")));
    QVERIFY(!m_course.moduleOf(QStringLiteral("b")));
    QVERIFY(!m_course.lesson(QString()));
    const Module &module = m_course.stages.at(0).modules.at(0);
    QCOMPARE(module.itemTitle(module.order.at(1)), QStringLiteral("E1"));
    QCOMPARE(module.itemTitle(module.order.at(2)), QStringLiteral("L2"));
}

void TestCourse::itemIds_followTheOrderOfTheModules()
{
    const QStringList expected{QStringLiteral("a/l1"), QStringLiteral("a/e1"), QStringLiteral("a/l2"),
                               QStringLiteral("c/e2")};
    QCOMPARE(m_course.itemIds(), expected);
}

void TestCourse::nextItem_crossesModulesAndEndsEmpty()
{
    QCOMPARE(m_course.nextItem(QStringLiteral("a/l1")), QStringLiteral("a/e1"));
    QCOMPARE(m_course.nextItem(QStringLiteral("a/l2")), QStringLiteral("c/e2"));
    QCOMPARE(m_course.nextItem(QStringLiteral("c/e2")), QString());
    QCOMPARE(m_course.nextItem(QStringLiteral("unknown")), QString());
}

void TestCourse::kindNames_roundTrip()
{
    for (int i = 0; i <= static_cast<int>(ExerciseKind::Project); ++i) {
        const auto kind = static_cast<ExerciseKind>(i);
        QVERIFY(!kindName(kind).isEmpty());
        QCOMPARE(kindFromName(kindName(kind)), std::optional(kind));
    }
    QCOMPARE(kindFromName(QStringLiteral("Write")), std::nullopt);
    QCOMPARE(kindFromName(QString()), std::nullopt);
}

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
