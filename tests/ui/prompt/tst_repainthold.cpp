// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/repainthold.h"

#include <QTest>

#include <memory>
#include <utility>

using namespace Skillet::Ui;

namespace {

class Canvas final : public QWidget
{
public:
    using QWidget::QWidget;
    int painted = 0;

protected:
    void paintEvent(QPaintEvent *) override { ++painted; }
};

} // namespace

class RepaintHoldTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_canvas = new Canvas(m_window.get());
        m_canvas->resize(50, 50);
        m_window->resize(100, 100);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(m_canvas->painted > 0);
        m_canvas->painted = 0;
    }
    void cleanup() { m_window.reset(); }

    void whatChangesMeanwhileIsPaintedOnceAtTheEnd()
    {
        RepaintHold hold(*m_canvas);
        hold.begin();
        for (int i = 0; i < 3; ++i) {
            m_canvas->update();
            QCoreApplication::sendPostedEvents();
        }
        QCOMPARE(m_canvas->painted, 0);
        hold.end();
        QVERIFY(!hold.isHeld());
        QTRY_COMPARE(m_canvas->painted, 1);
        m_canvas->update();
        QTRY_COMPARE(m_canvas->painted, 2);
    }

    void itEndsByItself()
    {
        RepaintHold hold(*m_canvas);
        hold.begin();
        m_canvas->update();
        QTRY_COMPARE(m_canvas->painted, 1);
        QVERIFY(!hold.isHeld());
    }

    void withNothingToPaintNothingIsPainted()
    {
        RepaintHold hold(*m_canvas);
        hold.begin();
        hold.begin();
        hold.end();
        hold.end();
        QTest::qWait(RepaintHold::LimitMs * 5);
        QCOMPARE(m_canvas->painted, 0);
    }

    void aWindowMayGoMeanwhile()
    {
        auto *hold = new RepaintHold(*m_canvas);
        hold->begin();
        m_canvas->update();
        QCoreApplication::sendPostedEvents();
        m_canvas->setParent(nullptr);
        m_window.reset();
        QVERIFY(!hold->isHeld());
        hold->end();
        delete std::exchange(m_canvas, nullptr);
    }

private:
    std::unique_ptr<QWidget> m_window;
    Canvas *m_canvas = nullptr;
};

QTEST_MAIN(RepaintHoldTest)
#include "tst_repainthold.moc"
