// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadmap/roadmapmodel.h"
#include "roadmap/roadmappane.h"
#include "roadmap/roadmapview.h"
#include "samplecourse.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QtTest>

using namespace Skillet::Ui;
using Skillet::Core::ThemeChoice;
using Skillet::Progress::ItemState;

class TestRoadmapPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void firstStage_liesOpenAndTheOthersClosed();
    void header_tellsTheProgressOfTheStage();
    void click_opensAnItemOnce();
    void enter_opensTheItemUnderTheKeyboard();
    void clickAndEnter_foldModules();
    void plannedModule_opensNothing();
    void currentItem_isUnfoldedAndInView();
    void emptyCourse_tellsWhatToDo();
    void titles_wrapInNarrowPanesAndNothingIsCutOff();
    void doneAndUntouched_differInMoreThanColour();

private:
    [[nodiscard]] QModelIndex at(const char *id) const;
    void click(const char *id);

    Theme m_theme;
    std::unique_ptr<RoadmapPane> m_pane;
    RoadmapView *m_view = nullptr;
};

void TestRoadmapPane::initTestCase()
{
    m_theme.applyTo(*qApp);
    m_theme.setChoice(ThemeChoice::Light);
}

void TestRoadmapPane::init()
{
    m_pane = std::make_unique<RoadmapPane>(m_theme);
    m_pane->setCourse(sampleCourse());
    m_pane->resize(260, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_view = m_pane->findChild<RoadmapView *>();
    QCoreApplication::processEvents();
}

QModelIndex TestRoadmapPane::at(const char *id) const
{
    return qobject_cast<RoadmapModel *>(m_view->model())->indexOf(QLatin1String(id));
}

void TestRoadmapPane::click(const char *id)
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(at(id)).center());
}

void TestRoadmapPane::firstStage_liesOpenAndTheOthersClosed()
{
    QVERIFY(m_view->isExpanded(m_view->model()->index(0, 0)));
    QVERIFY(m_view->isExpanded(at("workbench")));
    QVERIFY(!m_view->isExpanded(m_view->model()->index(1, 0)));
}

void TestRoadmapPane::header_tellsTheProgressOfTheStage()
{
    m_pane->setStates({{QStringLiteral("workbench/run"), ItemState::Done}});
    QStringList texts;
    const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        texts.append(label->text());
    }
    QVERIFY(texts.contains(QStringLiteral("Stage 1: 1 of 3")));
    QVERIFY(texts.contains(QStringLiteral("Python")));
    QCOMPARE(m_pane->findChild<QProgressBar *>()->value(), 1);
    QCOMPARE(m_pane->findChild<QProgressBar *>()->maximum(), 3);
}

void TestRoadmapPane::click_opensAnItemOnce()
{
    QSignalSpy activated(m_pane.get(), &RoadmapPane::itemActivated);
    click("workbench/greeting");
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toString(), QStringLiteral("workbench/greeting"));
}

void TestRoadmapPane::enter_opensTheItemUnderTheKeyboard()
{
    QSignalSpy activated(m_pane.get(), &RoadmapPane::itemActivated);
    m_view->setCurrentIndex(at("workbench/run"));
    QTest::keyClick(m_view, Qt::Key_Down);
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toString(), QStringLiteral("workbench/greeting"));
}

void TestRoadmapPane::clickAndEnter_foldModules()
{
    click("workbench");
    QVERIFY(!m_view->isExpanded(at("workbench")));
    QTest::keyClick(m_view, Qt::Key_Return);
    QVERIFY(m_view->isExpanded(at("workbench")));
}

void TestRoadmapPane::plannedModule_opensNothing()
{
    QSignalSpy activated(m_pane.get(), &RoadmapPane::itemActivated);
    click("text");
    QCOMPARE(activated.count(), 0);
}

void TestRoadmapPane::currentItem_isUnfoldedAndInView()
{
    m_view->collapseAll();
    m_pane->resize(260, 220);
    m_pane->setCurrentItem(QStringLiteral("workbench/label"));
    QCoreApplication::processEvents();
    const QRect row = m_view->visualRect(at("workbench/label"));
    QVERIFY(!row.isEmpty());
    QVERIFY(m_view->viewport()->rect().intersects(row));
    QCOMPARE(m_view->currentIndex(), at("workbench/label"));
}

void TestRoadmapPane::emptyCourse_tellsWhatToDo()
{
    m_pane->setCourse({});
    QVERIFY(!m_view->isVisible());
}

void TestRoadmapPane::titles_wrapInNarrowPanesAndNothingIsCutOff()
{
    const int before = m_view->visualRect(at("workbench/label")).height();
    QVERIFY(before > m_view->visualRect(at("workbench/greeting")).height());
    for (const int width : {220, 230, 320}) {
        m_pane->resize(width, 500);
        QCoreApplication::processEvents();
        QVERIFY(m_view->visualRect(at("workbench/label")).right() <= m_view->viewport()->width());
    }
}

void TestRoadmapPane::doneAndUntouched_differInMoreThanColour()
{
    const auto row = [this] {
        const QImage image = m_view->viewport()->grab(m_view->visualRect(at("workbench/greeting"))).toImage();
        return image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    };
    const QImage untouched = row();
    m_pane->setStates({{QStringLiteral("workbench/greeting"), ItemState::Done}});
    const QImage done = row();
    m_pane->setStates({{QStringLiteral("workbench/greeting"), ItemState::Started}});
    QVERIFY(untouched != done);
    QVERIFY(row() != done);
    QVERIFY(row() != untouched);
}

QTEST_MAIN(TestRoadmapPane)
#include "tst_roadmappane.moc"
