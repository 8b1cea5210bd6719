// SPDX-License-Identifier: GPL-3.0-or-later
#include "contextmenukey.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QTest>

using namespace Skillet::Ui;

namespace {

class Line final : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;
    int asked = 0;
    QPoint place;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        if (event->reason() == QContextMenuEvent::Keyboard)
            ++asked;
        place = event->pos();
    }
};

} // namespace

class ContextMenuKeyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftF10_asksTheFocusedWidgetForItsMenu()
    {
        QWidget window;
        new ContextMenuKey(&window);
        Line line(QStringLiteral("text"), &window);
        window.resize(200, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_F10);
        QTest::keyClick(&line, Qt::Key_F10, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QCOMPARE(line.asked, 0);
        QTest::keyClick(&line, Qt::Key_F10, Qt::ShiftModifier);
        QCoreApplication::processEvents();
        QCOMPARE(line.asked, 1);
        QCOMPARE(line.place, line.inputMethodQuery(Qt::ImCursorRectangle).toRect().center());
    }
};

QTEST_MAIN(ContextMenuKeyTest)
#include "tst_contextmenukey.moc"
