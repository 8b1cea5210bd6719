// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorareafixture.h"

#include "editor/editortabbar.h"

#include <QApplication>
#include <QMessageBox>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

class TestEditorArea final : public EditorAreaFixture
{
    Q_OBJECT

private Q_SLOTS:
    void openFile_showsItOnce();
    void openMissingFile_namesItAndOpensNothing();
    void openFile_replacesTheBlankTab();
    void textThatIsNotUtf8_isConvertedOnlyWhenAsked();
    void typedText_isInTheJournalWithinASecond();
    void savedText_leavesTheJournal();
    void undoneText_leavesTheJournal();
    void restoreUnsaved_bringsChangedTabsBack();
    void restoreOfWhatWasSaved_isNotChanged();
    void destruction_keepsTheLastKeys();
    void journalThatCannotBeWritten_isToldOnce();
    void closeChanged_asks_data();
    void closeChanged_asks();
    void saveAll_savesFilesAndAsksForNoNames();
    void goTo_opensTheFile();
    void errorOfAFileNeverSaved_isShownInItsTab();
    void sameNames_areToldApartByFolder();
    void controlTab_goesRound();
};

void TestEditorArea::textThatIsNotUtf8_isConvertedOnlyWhenAsked()
{
    const QString path = m_folder->filePath(QStringLiteral("old.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("caf\xE9 5 \x80");
    file.close();
    QVERIFY(!m_area->openFile(path).ok());
    QVERIFY(m_area->openFile(path, "cp1252").ok());
    QCOMPARE(m_area->currentText(), QStringLiteral("caf\u00E9 5 \u20AC"));
    QVERIFY(m_area->currentEditor()->isModified());
    QVERIFY(m_area->saveCurrent());
    QVERIFY(!m_area->currentEditor()->isModified());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("caf\xC3\xA9 5 \xE2\x82\xAC"));
}

void TestEditorArea::openFile_showsItOnce()
{
    QVERIFY(m_area->currentEditor() == nullptr);
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QSignalSpy opened(m_area.get(), &EditorArea::fileOpened);
    QVERIFY(m_area->openFile(path).ok());
    QVERIFY(m_area->openFile(path).ok());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_area->openFiles(), QStringList{path});
    QCOMPARE(m_area->currentFile(), path);
    QCOMPARE(m_area->currentText(), QStringLiteral("x = 1\n"));
    QVERIFY(m_area->editorFor(path) == m_area->currentEditor());
}

void TestEditorArea::openMissingFile_namesItAndOpensNothing()
{
    const auto opened = m_area->openFile(m_folder->filePath(QStringLiteral("none.py")));
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().message.contains(QLatin1String("none.py")));
    QVERIFY(m_area->currentEditor() == nullptr);
}

void TestEditorArea::openFile_replacesTheBlankTab()
{
    m_area->newFile();
    QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "x\n")).ok());
    QCOMPARE(m_area->findChild<EditorTabBar *>()->count(), 1);
    m_area->newFile(QStringLiteral("print(1)\n"), QStringLiteral("from-lesson.py"));
    QVERIFY(m_area->openFile(write(QStringLiteral("b.py"), "y\n")).ok());
    QCOMPARE(m_area->findChild<EditorTabBar *>()->count(), 3);
}

void TestEditorArea::typedText_isInTheJournalWithinASecond()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    QElapsedTimer timer;
    timer.start();
    edit(QStringLiteral("# mine\n"));
    // Keys that go on do not put it off.
    while (m_journal->entries().isEmpty() && timer.elapsed() < 2000) {
        QTest::qWait(50);
        if (m_journal->entries().isEmpty())
            edit(QStringLiteral("#"));
    }
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    const QList<Workspace::JournalEntry> entries = m_journal->entries();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().path, path);
    QVERIFY(entries.first().text.contains(QLatin1String("# mine")));
    QCOMPARE(read(path), QByteArray("x = 1\n"));
}

void TestEditorArea::savedText_leavesTheJournal()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    m_area->flushJournal();
    QCOMPARE(m_journal->entries().size(), 1);
    QSignalSpy saved(m_area.get(), &EditorArea::fileSaved);
    QVERIFY(m_area->saveCurrent());
    QCOMPARE(saved.size(), 1);
    QCOMPARE(read(path), QByteArray("# mine\nx = 1\n"));
    m_area->flushJournal();
    QVERIFY(m_journal->entries().isEmpty());
    QVERIFY(!page()->isModified());
}

void TestEditorArea::undoneText_leavesTheJournal()
{
    QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "x = 1\n")).ok());
    edit(QStringLiteral("y"));
    m_area->flushJournal();
    m_area->currentEditor()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_journal->entries().isEmpty(), 1500);
}

void TestEditorArea::restoreUnsaved_bringsChangedTabsBack()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    m_area->newFile(QStringLiteral("print('new')\n"));
    m_area->flushJournal();
    m_area = std::make_unique<EditorArea>(m_theme, *m_highlighter, *m_journal);
    m_area->restoreUnsaved();
    QCOMPARE(m_area->openFiles(), QStringList{path});
    QCOMPARE(m_area->editorFor(path)->code(), QStringLiteral("# mine\nx = 1\n"));
    QVERIFY(m_area->editorFor(path)->isModified());
    QCOMPARE(m_area->findChild<EditorTabBar *>()->count(), 2);
    m_area->newFile();
    m_area->flushJournal();
    QCOMPARE(m_journal->entries().size(), 2); // the new tab has a key of its own
    m_area->goTo(path, 1, 0);
    m_area->currentEditor()->undo();
    QCOMPARE(m_area->currentText(), QStringLiteral("x = 1\n"));
}

void TestEditorArea::restoreOfWhatWasSaved_isNotChanged()
{
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_journal->put(path, path, QStringLiteral("x = 1\n")).ok());
    m_area->restoreUnsaved();
    QCOMPARE(m_area->openFiles(), QStringList{path});
    QVERIFY(!page()->isModified());
    QVERIFY(m_journal->entries().isEmpty());
}

void TestEditorArea::destruction_keepsTheLastKeys()
{
    QVERIFY(m_area->openFile(write(QStringLiteral("a.py"), "x = 1\n")).ok());
    edit(QStringLiteral("last"));
    m_area.reset();
    QCOMPARE(m_journal->entries().size(), 1);
}

void TestEditorArea::journalThatCannotBeWritten_isToldOnce()
{
    const QString blocker = write(QStringLiteral("journal"), "a file where the folder should be");
    QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
    m_area->newFile(QStringLiteral("x"));
    m_area->flushJournal();
    edit(QStringLiteral("y"));
    m_area->flushJournal();
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().first().value<Core::Error>().message.contains(QFileInfo(blocker).fileName()));
}

void TestEditorArea::closeChanged_asks_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("save") << static_cast<int>(QMessageBox::Save) << true << QByteArray("# mine\nx = 1\n");
    QTest::newRow("discard") << static_cast<int>(QMessageBox::Discard) << true << QByteArray("x = 1\n");
    QTest::newRow("cancel") << static_cast<int>(QMessageBox::Cancel) << false << QByteArray("x = 1\n");
}

void TestEditorArea::closeChanged_asks()
{
    QFETCH(int, answer);
    QFETCH(bool, closed);
    QFETCH(QByteArray, content);
    const QString path = write(QStringLiteral("a.py"), "x = 1\n");
    QVERIFY(m_area->openFile(path).ok());
    edit(QStringLiteral("# mine\n"));
    m_area->flushJournal();
    bool asked = false;
    QTimer::singleShot(0, this, [&] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        asked = box != nullptr && box->text().contains(QLatin1String("a.py"));
        if (box != nullptr)
            box->button(static_cast<QMessageBox::StandardButton>(answer))->click();
    });
    QCOMPARE(m_area->closeCurrent(), closed);
    QVERIFY(asked);
    QCOMPARE(m_area->openFiles().isEmpty(), closed);
    QCOMPARE(m_journal->entries().isEmpty(), closed);
    QCOMPARE(read(path), content);
}

void TestEditorArea::saveAll_savesFilesAndAsksForNoNames()
{
    const QString one = write(QStringLiteral("a.py"), "1\n");
    const QString two = write(QStringLiteral("b.py"), "2\n");
    QVERIFY(m_area->openFile(one).ok());
    edit(QStringLiteral("a"));
    QVERIFY(m_area->openFile(two).ok());
    edit(QStringLiteral("b"));
    m_area->newFile(QStringLiteral("unnamed"));
    QVERIFY(m_area->saveAll());
    QCOMPARE(read(one), QByteArray("a1\n"));
    QCOMPARE(read(two), QByteArray("b2\n"));
}

void TestEditorArea::goTo_opensTheFile()
{
    const QString path = write(QStringLiteral("a.py"), "one\ntwo\nthree\n");
    QSignalSpy moved(m_area.get(), &EditorArea::cursorMoved);
    m_area->goTo(path, 2, 1);
    QCOMPARE(m_area->currentFile(), path);
    QTRY_VERIFY(moved.contains(QVariantList({2, 2})));
    QSignalSpy problems(m_area.get(), &EditorArea::problemOccurred);
    m_area->goTo(m_folder->filePath(QStringLiteral("none.py")), 1, 0);
    QCOMPARE(problems.size(), 1);
}

void TestEditorArea::errorOfAFileNeverSaved_isShownInItsTab()
{
    m_area->newFile(QStringLiteral("1 / 0\n"));
    m_area->showError(QStringLiteral("/nowhere/untitled.py"), {1, 1, 0, 5},
                      QStringLiteral("ZeroDivisionError"));
    QCOMPARE(m_area->currentEditor()->errorLine(), 1);
    m_area->clearErrors();
    QCOMPARE(m_area->currentEditor()->errorLine(), 0);
}

void TestEditorArea::sameNames_areToldApartByFolder()
{
    QVERIFY(m_area->openFile(write(QStringLiteral("one/a.py"), "1\n")).ok());
    auto *tabs = m_area->findChild<EditorTabBar *>();
    QCOMPARE(tabs->tabText(0), QStringLiteral("a.py"));
    QVERIFY(m_area->openFile(write(QStringLiteral("two/a.py"), "2\n")).ok());
    QCOMPARE(tabs->tabText(0), QStringLiteral("a.py (one)"));
    QCOMPARE(tabs->tabText(1), QStringLiteral("a.py (two)"));
    edit(QStringLiteral("x"));
    QVERIFY(tabs->accessibleTabName(1).contains(QLatin1String("changed")));
    QCOMPARE(tabs->tabToolTip(1), m_area->currentFile());
}

void TestEditorArea::controlTab_goesRound()
{
    const QString one = write(QStringLiteral("a.py"), "1\n");
    const QString two = write(QStringLiteral("b.py"), "2\n");
    QVERIFY(m_area->openFile(one).ok());
    QVERIFY(m_area->openFile(two).ok());
    m_area->activateWindow();
    m_area->currentEditor()->setFocus();
    QTRY_VERIFY(m_area->currentEditor()->hasFocus());
    QTest::keyClick(m_area->currentEditor(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_area->currentFile(), one);
    QTest::keyClick(m_area->currentEditor(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(m_area->currentFile(), two);
}

QTEST_MAIN(TestEditorArea)
#include "tst_editorarea.moc"
