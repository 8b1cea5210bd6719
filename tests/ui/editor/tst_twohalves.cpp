// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/pagehalves.h"
#include "editorareafixture.h"

#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

/// Two files beside each other.
class TwoHalvesTest final : public EditorAreaFixture
{
    Q_OBJECT

    void open(const char *name, const char *text) const
    {
        QVERIFY(m_area->openFile(write(QString::fromUtf8(name), text)).ok());
    }

    [[nodiscard]] CodeEditor *editor(const char *name) const
    {
        return m_area->editorFor(m_folder->filePath(QString::fromUtf8(name)));
    }

private Q_SLOTS:
    void twoFiles_standBesideEachOther_andJoinAgain()
    {
        open("a.py", "a = 1\n");
        open("b.py", "b = 2\n");
        m_area->splitOrJoin();
        QVERIFY(m_area->isSplit());
        QTRY_VERIFY(editor("a.py")->isVisible() && editor("b.py")->isVisible());
        QVERIFY(editor("a.py")->mapTo(m_area.get(), QPoint()).x()
                < editor("b.py")->mapTo(m_area.get(), QPoint()).x());
        QCOMPARE(m_area->currentEditor(), editor("b.py"));
        m_area->splitOrJoin();
        QVERIFY(!m_area->isSplit());
        QVERIFY(!editor("a.py")->isVisible());
        QVERIFY(editor("b.py")->isVisible());
    }

    void theTab_isThatOfTheHalfWithTheKeyboard()
    {
        open("a.py", "a = 1\n");
        open("b.py", "b = 2\n");
        m_area->splitOrJoin();
        m_area->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_area.get()));
        editor("a.py")->setFocus();
        QTRY_COMPARE(m_area->currentEditor(), editor("a.py"));
        editor("b.py")->setFocus();
        QTRY_COMPARE(m_area->currentEditor(), editor("b.py"));
        QVERIFY(editor("a.py")->isVisible());
    }

    void anotherTab_opensInTheLeftHalf()
    {
        open("a.py", "a = 1\n");
        open("b.py", "b = 2\n");
        m_area->splitOrJoin();
        open("c.py", "c = 3\n");
        QTRY_VERIFY(editor("c.py")->isVisible());
        QVERIFY(editor("b.py")->isVisible());
        QVERIFY(!editor("a.py")->isVisible());
    }

    void closingEither_leavesTheOther_data()
    {
        QTest::addColumn<QString>("closed");
        QTest::addColumn<QString>("left");
        QTest::newRow("the right one") << QStringLiteral("b.py") << QStringLiteral("a.py");
        QTest::newRow("the left one") << QStringLiteral("a.py") << QStringLiteral("b.py");
    }

    void closingEither_leavesTheOther()
    {
        QFETCH(QString, closed);
        QFETCH(QString, left);
        open("a.py", "a = 1\n");
        open("b.py", "b = 2\n");
        m_area->splitOrJoin();
        QVERIFY(m_area->openFile(m_folder->filePath(closed)).ok());
        QVERIFY(m_area->closeCurrent());
        QVERIFY(!m_area->isSplit());
        QCOMPARE(m_area->currentFile(), m_folder->filePath(left));
        QTRY_VERIFY(m_area->currentEditor()->isVisible());
        QVERIFY(m_area->closeAll());
        QCOMPARE(m_area->currentEditor(), nullptr);
    }

    void oneFile_staysAsItIs()
    {
        open("a.py", "a = 1\n");
        m_area->splitOrJoin();
        QVERIFY(!m_area->isSplit());
        QVERIFY(editor("a.py")->isVisible());
    }
};

QTEST_MAIN(TwoHalvesTest)
#include "tst_twohalves.moc"
