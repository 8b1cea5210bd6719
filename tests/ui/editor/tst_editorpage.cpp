// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorareafixture.h"

#include "editor/editortabbar.h"

#include <QApplication>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

class TestEditorPage final : public EditorAreaFixture
{
    Q_OBJECT

private Q_SLOTS:
    void fileChangedOutside_isReloadedWhenNothingIsLost();
    void fileChangedOutside_isNotOverwritten();
    void chosenOwnText_isSaved();
    void chosenTextOnDisk_canBeUndone();
    void deletedFile_isKeptAndSavedAgain();
    void readOnlyFile_saysSo();
    void unwritableFile_isToldAndStaysChanged();
    void lineEndings_areKept();
};

void TestEditorPage::fileChangedOutside_isReloadedWhenNothingIsLost()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    (void)write(QStringLiteral("a.py"), "x = 12345\n");
    QEvent activated(QEvent::WindowActivate);
    QApplication::sendEvent(m_area.get(), &activated);
    QCOMPARE(m_area->currentText(), QStringLiteral("x = 12345\n"));
    QVERIFY(!page()->isModified());
    QVERIFY(page()->noticeText().isEmpty());
}

void TestEditorPage::fileChangedOutside_isNotOverwritten()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    (void)write(QStringLiteral("a.py"), "x = 12345\n");
    QVERIFY(!m_area->saveCurrent());
    QVERIFY(!m_area->saveCurrent()); // asking again changes nothing
    QCOMPARE(read(path), QByteArray("x = 12345\n"));
    QVERIFY(page()->noticeText().contains(QLatin1String("a.py")));
    QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
}

void TestEditorPage::chosenOwnText_isSaved()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    (void)write(QStringLiteral("a.py"), "x = 12345\n");
    QVERIFY(!m_area->saveCurrent());
    press(QStringLiteral("Mine"));
    QVERIFY(page()->noticeText().isEmpty());
    QVERIFY(m_area->saveCurrent());
    QCOMPARE(read(path), QByteArray("# mine\nx = 1\n"));
}

void TestEditorPage::chosenTextOnDisk_canBeUndone()
{
    QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "x = 1\n")).ok());
    edit(QStringLiteral("# mine\n"));
    (void)write(QStringLiteral("a.py"), "x = 12345\n");
    QVERIFY(!m_area->saveCurrent());
    press(QStringLiteral("The One on Disk"));
    QCOMPARE(m_area->currentText(), QStringLiteral("x = 12345\n"));
    m_area->currentEditor()->undo();
    QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
}

void TestEditorPage::deletedFile_isKeptAndSavedAgain()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    QVERIFY(QFile::remove(path));
    QEvent activated(QEvent::WindowActivate);
    QApplication::sendEvent(m_area.get(), &activated);
    QVERIFY(page()->isModified());
    QVERIFY(page()->noticeText().contains(QLatin1String("no longer on disk")));
    m_area->flushJournal();
    QCOMPARE(m_journal->entries().size(), 1);
    press(QStringLiteral("Save It Again"));
    QCOMPARE(read(path), QByteArray("x = 1\n"));
    QVERIFY(page()->noticeText().isEmpty());
}

void TestEditorPage::readOnlyFile_saysSo()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QVERIFY(m_area->openFile(path).ok());
    QVERIFY(m_area->currentEditor()->isReadOnly());
    QVERIFY(page()->noticeText().contains(QLatin1String("read-only")));
    QVERIFY(m_area->findChild<EditorTabBar *>()->accessibleTabName(0).contains(QLatin1String("read-only")));
}

void TestEditorPage::unwritableFile_isToldAndStaysChanged()
{
    const QString path = write(QStringLiteral("sub/a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("sub"))).removeRecursively());
    QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
    QVERIFY(!m_area->saveCurrent());
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().first().value<Core::Error>().message.contains(QLatin1String("a.py")));
    QVERIFY(page()->isModified());
    QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
}

void TestEditorPage::lineEndings_areKept()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\r\ny = 2\r\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    QVERIFY(m_area->saveCurrent());
    QCOMPARE(read(path), QByteArray("# mine\r\nx = 1\r\ny = 2\r\n"));
}

QTEST_MAIN(TestEditorPage)
#include "tst_editorpage.moc"
