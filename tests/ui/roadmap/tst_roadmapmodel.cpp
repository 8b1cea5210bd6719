// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmapmodel.h"
#include "samplecourse.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Skillet::Ui;
using Skillet::Progress::ItemState;

class TestRoadmapModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void model_keepsTheRulesOfModels();
    void rows_followTheCourse();
    void counts_sumUpDoneItems();
    void unknownStates_areIgnored();
    void screenReaderText_namesKindMinutesAndState();
    void plannedModule_saysSo();
    void currentItem_isMarkedAloneAndAnnounced();
    void indexOf_findsItemsAndModulesOnly();
    void emptyCourse_hasNoRows();
};

void TestRoadmapModel::model_keepsTheRulesOfModels()
{
    RoadmapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCourse(sampleCourse());
    model.setStates({{QStringLiteral("workbench/run"), ItemState::Done}});
    model.setCurrentItem(QStringLiteral("workbench/greeting"));
    model.setCourse(sampleCourse());
    model.setCourse({});
    QCOMPARE(model.rowCount(), 0);
}

void TestRoadmapModel::rows_followTheCourse()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex stage = model.index(0, 0);
    QCOMPARE(stage.data().toString(), QStringLiteral("Stage 1: Core Python"));
    QCOMPARE(model.rowCount(stage), 2);
    const QModelIndex module = model.index(0, 0, stage);
    QCOMPARE(model.rowCount(module), 3);
    QCOMPARE(model.index(0, 0, module).data(RoadmapModel::NodeRole).value<RoadmapNode>(),
             RoadmapNode::Lesson);
    QCOMPARE(model.index(1, 0, module).data().toString(), QStringLiteral("Greeting"));
    QCOMPARE(model.index(2, 0, module).data(RoadmapModel::KindRole).toString(), QStringLiteral("predict"));
}

void TestRoadmapModel::counts_sumUpDoneItems()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    model.setStates({{QStringLiteral("workbench/run"), ItemState::Done},
                     {QStringLiteral("workbench/label"), ItemState::Done},
                     {QStringLiteral("workbench/greeting"), ItemState::Started}});
    const QModelIndex stage = model.index(0, 0);
    for (const QModelIndex &index : {stage, model.index(0, 0, stage)}) {
        QCOMPARE(index.data(RoadmapModel::DoneRole).toInt(), 2);
        QCOMPARE(index.data(RoadmapModel::TotalRole).toInt(), 3);
    }
    model.setStates({});
    QCOMPARE(stage.data(RoadmapModel::DoneRole).toInt(), 0);
    QCOMPARE(model.index(1, 0).data(RoadmapModel::TotalRole).toInt(), 0);
}

void TestRoadmapModel::unknownStates_areIgnored()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    model.setStates({{QStringLiteral("gone/away"), ItemState::Done}});
    QCOMPARE(model.index(0, 0).data(RoadmapModel::DoneRole).toInt(), 0);
}

void TestRoadmapModel::screenReaderText_namesKindMinutesAndState()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    model.setStates({{QStringLiteral("workbench/greeting"), ItemState::Done}});
    const auto spoken = [&](const char *id) {
        return model.indexOf(QLatin1String(id)).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken("workbench/greeting"), QStringLiteral("Greeting, exercise, write, 5 minutes, done"));
    QCOMPARE(spoken("workbench/run"), QStringLiteral("Run, read, change, lesson, 8 minutes, not started"));
    QVERIFY(spoken("workbench/label").contains(QStringLiteral("1 minute,")));
    QCOMPARE(spoken("workbench"), QStringLiteral("The workbench, module, 1 of 3 done"));
}

void TestRoadmapModel::plannedModule_saysSo()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    const QModelIndex planned = model.indexOf(QStringLiteral("text"));
    QVERIFY(!planned.data(RoadmapModel::WrittenRole).toBool());
    QCOMPARE(planned.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Text, module, planned, not written yet"));
    QVERIFY(!model.index(1, 0).data(RoadmapModel::WrittenRole).toBool());
    QVERIFY(model.index(0, 0).data(RoadmapModel::WrittenRole).toBool());
}

void TestRoadmapModel::currentItem_isMarkedAloneAndAnnounced()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    QSignalSpy changed(&model, &RoadmapModel::dataChanged);
    model.setCurrentItem(QStringLiteral("workbench/run"));
    QCOMPARE(changed.count(), 1);
    model.setCurrentItem(QStringLiteral("workbench/greeting"));
    QCOMPARE(changed.count(), 3);
    QVERIFY(!model.indexOf(QStringLiteral("workbench/run")).data(RoadmapModel::CurrentRole).toBool());
    const QModelIndex now = model.indexOf(QStringLiteral("workbench/greeting"));
    QVERIFY(now.data(RoadmapModel::CurrentRole).toBool());
    QVERIFY(now.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("open now")));
}

void TestRoadmapModel::indexOf_findsItemsAndModulesOnly()
{
    RoadmapModel model;
    model.setCourse(sampleCourse());
    QVERIFY(model.indexOf(QStringLiteral("workbench/label")).isValid());
    QVERIFY(model.indexOf(QStringLiteral("text")).isValid());
    QVERIFY(!model.indexOf(QStringLiteral("core")).isValid());
    QVERIFY(!model.indexOf(QString()).isValid());
}

void TestRoadmapModel::emptyCourse_hasNoRows()
{
    RoadmapModel model;
    model.setCourse({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.index(0, 0).isValid());
    QVERIFY(!model.data({}).isValid());
}

QTEST_GUILESS_MAIN(TestRoadmapModel)
#include "tst_roadmapmodel.moc"
