// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorareafixture.h"
#include "tinydisk.h"
#include "unprivileged.h"

#include <QDir>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

/// What can go wrong with a file under the editor: always told, and the text is never lost.
class FileFaultsTest final : public EditorAreaFixture
{
    Q_OBJECT

private:
    [[nodiscard]] static QString told(const QSignalSpy &problems)
    {
        return problems.isEmpty() ? QString() : problems.last().at(0).value<Core::Error>().message;
    }

private Q_SLOTS:
    void directoryRenamed_isNoticedAndTheTextStays()
    {
        const QString path = write(QStringLiteral("sub/a.py"), "x = 1\n");
        QVERIFY(m_area->openFile(path).ok());
        edit(QStringLiteral("# mine\n"));
        QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("sub"), QStringLiteral("moved")));
        QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
        QVERIFY(!m_area->saveCurrent());
        QVERIFY2(told(problems).contains(path), qPrintable(told(problems)));
        QVERIFY(page()->noticeText().contains(QStringLiteral("moved or deleted")));
        QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
        m_area->flushJournal();
        QCOMPARE(m_journal->entries().size(), 1);
        QCOMPARE(m_journal->entries().first().text, QStringLiteral("# mine\nx = 1\n"));
        QCOMPARE(read(m_folder->filePath(QStringLiteral("moved/a.py"))), QByteArray("x = 1\n"));
    }

    void diskFullWhileSaving_keepsBothTexts()
    {
        const TinyDisk disk;
        if (!disk.isMounted())
            QSKIP("A small disk to fill can only be mounted by root.");
        const QString path = disk.path("a.py");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x = 1\n") > 0);
        file.close();
        QVERIFY(m_area->openFile(path).ok());
        disk.fill();
        const QString mine = QStringLiteral("# mine\n").repeated(4000);
        edit(mine);
        QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
        QVERIFY(!m_area->saveCurrent());
        QVERIFY2(told(problems).contains(path), qPrintable(told(problems)));
        QCOMPARE(read(path), QByteArray("x = 1\n"));
        QCOMPARE(m_area->currentText(), mine + QStringLiteral("x = 1\n"));
        disk.makeRoom();
        QVERIFY(m_area->saveCurrent());
        QVERIFY(m_area->closeAll()); // before the disk goes
    }

    void permissionLostWhileEditing_isToldAndKeepsBothTexts()
    {
        const QString path = write(QStringLiteral("sub/a.py"), "x = 1\n");
        const QString folder = QFileInfo(path).path();
        QVERIFY(m_area->openFile(path).ok());
        edit(QStringLiteral("# mine\n"));
        const auto both = QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
        QVERIFY(QFile::setPermissions(m_folder->path(), both | QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(
            path, QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther));
        QVERIFY(QFile::setPermissions(folder, both));
        QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
        {
            const Unprivileged unprivileged;
            if (!unprivileged.isEffective())
                QSKIP("Root may write everywhere, and cannot become anybody else here.");
            QVERIFY(!m_area->saveCurrent());
        }
        QVERIFY2(told(problems).contains(path), qPrintable(told(problems)));
        QCOMPARE(read(path), QByteArray("x = 1\n"));
        QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
        m_area->flushJournal();
        QCOMPARE(m_journal->entries().size(), 1);
        QVERIFY(QFile::setPermissions(folder, both | QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(m_area->saveCurrent());
        QCOMPARE(read(path), QByteArray("# mine\nx = 1\n"));
    }

    void symbolicLinksInARing_areToldAndOpenNothing()
    {
        const QString one = m_folder->filePath(QStringLiteral("one.py"));
        const QString other = m_folder->filePath(QStringLiteral("other.py"));
        QVERIFY(QFile::link(other, one) && QFile::link(one, other));
        const Core::Result<void> opened = m_area->openFile(one);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().message.contains(one), qPrintable(opened.error().message));
        QVERIFY(m_area->currentEditor() == nullptr);
    }

    void twoWindowsOnOneFile_neverOverwriteEachOther()
    {
        const QString path = write(QStringLiteral("a.py"), "x = 1\n");
        QVERIFY(m_area->openFile(path).ok());
        Workspace::Journal journal(m_folder->filePath(QStringLiteral("other journal")));
        EditorArea other(m_theme, *m_highlighter, journal);
        QVERIFY(other.openFile(path).ok());
        other.currentEditor()->insertAt(QStringLiteral("# the other's, and longer\n"), 0, 0);
        edit(QStringLiteral("# mine\n"));
        QVERIFY(other.saveCurrent());
        QVERIFY(!m_area->saveCurrent());
        QCOMPARE(read(path), QByteArray("# the other's, and longer\nx = 1\n"));
        QVERIFY(page()->noticeText().contains(QStringLiteral("Another program changed a.py")));
        QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
    }

    void bytesThatAreNoText_areToldAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("invalid UTF-8") << QByteArray("x = '\xff\xfe'\n");
        QTest::newRow("NUL") << QByteArray("x = 1\n\0y = 2\n", 13);
    }

    void bytesThatAreNoText_areToldAndLeftAlone()
    {
        QFETCH(QByteArray, bytes);
        const QString path = write(QStringLiteral("a.py"), bytes);
        const Core::Result<void> opened = m_area->openFile(path);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().message.contains(path), qPrintable(opened.error().message));
        QVERIFY(m_area->currentEditor() == nullptr);
        QCOMPARE(read(path), bytes);
    }

    void anOpenFileThatBecomesNoText_keepsTheTextOfTheEditor()
    {
        const QString path = write(QStringLiteral("a.py"), "x = 1\n");
        QVERIFY(m_area->openFile(path).ok());
        edit(QStringLiteral("# mine\n"));
        (void)write(QStringLiteral("a.py"), QByteArray("\xff\0rubbish", 9));
        QVERIFY(!m_area->saveCurrent());
        QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
        press(QStringLiteral("The One on Disk"));
        QVERIFY2(told(problems).contains(path), qPrintable(told(problems)));
        QCOMPARE(m_area->currentText(), QStringLiteral("# mine\nx = 1\n"));
    }

    void aLineOfFiveMegabytes_isOpenedChangedAndSaved()
    {
        const QByteArray line = "x = '" + QByteArray(5'000'000, 'a') + "'\n";
        const QString path = write(QStringLiteral("a.py"), line);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_area->openFile(path).ok());
        QVERIFY2(page()->noticeText().contains(QStringLiteral("Line 1 of a.py is very long")),
                 qPrintable(page()->noticeText()));
        QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
        m_area->currentEditor()->grab();
        // A person at the keyboard would wait for each sign as long as Scintilla measures 5 MB: seconds.
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        edit(QStringLiteral("# mine\n"));
        QVERIFY(m_area->saveCurrent());
        QVERIFY(read(path) == "# mine\n" + line);
    }
};

QTEST_MAIN(FileFaultsTest)
#include "tst_filefaults.moc"
