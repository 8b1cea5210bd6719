// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorareafixture.h"

using namespace Skillet;
using namespace Skillet::Ui;
using Workspace::LineEnding;

/// How a file is written: told, kept, and changed when the learner says so.
class FileFormatTest final : public EditorAreaFixture
{
    Q_OBJECT

private Q_SLOTS:
    void mixedIndentation_isTold_andMadeOne()
    {
        const QString path = write(QStringLiteral("a.py"), "def f():\n    x = 1\n\treturn x\n");
        QVERIFY(m_area->openFile(path).ok());
        QVERIFY2(page()->noticeText().contains(QStringLiteral("line 3")), qPrintable(page()->noticeText()));
        press(QStringLiteral("Use Spaces Only"));
        QCOMPARE(m_area->currentText(), QStringLiteral("def f():\n    x = 1\n    return x\n"));
        QVERIFY(page()->noticeText().isEmpty());
        m_area->currentEditor()->undo();
        QCOMPARE(m_area->currentText(), QStringLiteral("def f():\n    x = 1\n\treturn x\n"));
    }

    void mixedIndentation_thatIsToStay_isToldOnce()
    {
        const QString path = write(QStringLiteral("a.py"), "def f():\n    x = 1\n\treturn x\n");
        QVERIFY(m_area->openFile(path).ok());
        press(QStringLiteral("Leave It"));
        QVERIFY(page()->noticeText().isEmpty());
        edit(QStringLiteral("# one\n"));
        QVERIFY(m_area->saveCurrent());
        QVERIFY(page()->noticeText().isEmpty());
        QCOMPARE(read(path), QByteArray("# one\ndef f():\n    x = 1\n\treturn x\n"));
    }

    void otherFiles_mayMixThem()
    {
        QVERIFY(m_area->openFile(write(QStringLiteral("notes.md"), "- a\n    - b\n\t- c\n")).ok());
        QVERIFY(page()->noticeText().isEmpty());
    }

    void tabsOfAFile_areWhatTheKeyGoesOnWith()
    {
        QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "if x:\n\ty = 1\n")).ok());
        m_area->currentEditor()->setCursorPosition(1, 6);
        QTest::keyClick(m_area->currentEditor(), Qt::Key_Home);
        QTest::keyClick(m_area->currentEditor(), Qt::Key_Tab);
        QVERIFY2(m_area->currentText().contains(QStringLiteral("\t\ty")), qPrintable(m_area->currentText()));
    }

    void lineEnds_areChangedAtTheNextSave()
    {
        const QString path = write(QStringLiteral("a.py"), "x = 1\ny = 2\n");
        QVERIFY(m_area->openFile(path).ok());
        QVERIFY(page()->format().lineEnding == LineEnding::Lf);
        page()->setLineEnding(LineEnding::CrLf);
        QVERIFY(page()->isModified());
        QCOMPARE(read(path), QByteArray("x = 1\ny = 2\n"));
        QVERIFY(m_area->saveCurrent());
        QCOMPARE(read(path), QByteArray("x = 1\r\ny = 2\r\n"));
        QVERIFY(!page()->isModified());
        page()->setByteOrderMark(true);
        QVERIFY(m_area->saveCurrent());
        QCOMPARE(read(path), QByteArray("\xEF\xBB\xBFx = 1\r\ny = 2\r\n"));
    }

    void theEncoding_isThatOfTheComment()
    {
        QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "# coding: latin-1\nx = '\xe9'\n")).ok());
        QCOMPARE(page()->format().encoding, QByteArray("latin-1"));
        m_area->currentEditor()->replaceCode(QStringLiteral("x = 'é'\n"));
        QCOMPARE(page()->format().encoding, QByteArray("utf-8"));
    }

    void aReadOnlyFile_keepsItsFormat()
    {
        const QString path = write(QStringLiteral("a.py"), "if x:\n\ty\n");
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
        QVERIFY(m_area->openFile(path).ok());
        page()->setLineEnding(LineEnding::CrLf);
        page()->convertIndentation(IndentWith::Spaces);
        QVERIFY(!page()->isModified());
    }
};

QTEST_MAIN(FileFormatTest)
#include "tst_fileformat.moc"
