// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorsearch.h"
#include "editor/findbar.h"
#include "editor/findreplace.h"
#include "editorareafixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Skillet::Ui;

class TestFindReplace final : public EditorAreaFixture
{
    Q_OBJECT

    [[nodiscard]] FindBar *bar() const { return m_area->findChild<FindBar *>(); }
    [[nodiscard]] QLineEdit *pattern() const { return bar()->findChildren<QLineEdit *>().first(); }
    [[nodiscard]] QLineEdit *replacement() const { return bar()->findChildren<QLineEdit *>().last(); }
    [[nodiscard]] QString count() const { return pattern()->accessibleDescription(); }
    [[nodiscard]] CodeEditor *editor() const { return m_area->currentEditor(); }
    [[nodiscard]] QString told() const { return bar()->words(); }
    void choose(const QString &name) const
    {
        for (QAbstractButton *button : bar()->findChildren<QAbstractButton *>()) {
            if (button->accessibleName() == name || button->text().remove(u'&') == name)
                return button->click();
        }
        QFAIL(qPrintable(QStringLiteral("no button ") + name));
    }
    void begin(const QByteArray &code, const QString &name = QStringLiteral("a.py"))
    {
        QVERIFY(m_area->openFile(write(name, code)).ok());
    }
    [[nodiscard]] bool isMarked(int byte) const
    {
        return editor()->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT,
                                       static_cast<unsigned long>(EditorSearch::indicator), byte)
            != 0;
    }

private Q_SLOTS:
    void matches_areCountedGoneToAndMarked();
    void change_isSearchedAgain();
    void selectedLines_areWhereToLook();
    void replace_goesFromMatchToMatch();
    void replaceAll_isOneStepToUndo_data();
    void replaceAll_isOneStepToUndo();
    void allFiles_areGoneThroughAndReplaced();
    void badPattern_isTold();
    void closedBar_leavesNoMarks_andF3GoesOn();
    void hugeText_leavesTheWindowFree();
    void hardPattern_leavesTheWindowFree();
    void everyControl_hasANameAndAKey();
};

void TestFindReplace::matches_areCountedGoneToAndMarked()
{
    begin("total = 1\nprint(Total)\nx\ntotal\n");
    editor()->setSelection(0, 0, 0, 5);
    m_area->find().open(false);
    QCOMPARE(pattern()->text(), QStringLiteral("total"));
    QTRY_COMPARE(count(), QStringLiteral("1 of 3"));
    QTRY_VERIFY(isMarked(17) && isMarked(25) && !isMarked(6));
    QTest::keyClick(pattern(), Qt::Key_Return);
    QCOMPARE(editor()->selectedText(), QStringLiteral("Total"));
    QCOMPARE(count(), QStringLiteral("2 of 3"));
    QTest::keyClick(pattern(), Qt::Key_Return);
    QTest::keyClick(pattern(), Qt::Key_Return);
    QCOMPARE(count(), QStringLiteral("1 of 3"));
    QTest::keyClick(pattern(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), QStringLiteral("3 of 3"));
    choose(QStringLiteral("Tell capitals from small letters"));
    QTRY_COMPARE(count(), QStringLiteral("2 of 2"));
    pattern()->setText(QStringLiteral("nowhere"));
    QTRY_COMPARE(count(), QStringLiteral("No match"));
}

void TestFindReplace::change_isSearchedAgain()
{
    begin("a\n");
    m_area->find().open(false);
    pattern()->setText(QStringLiteral("a"));
    QTRY_COMPARE(count(), QStringLiteral("1 of 1"));
    editor()->insertAt(QStringLiteral("a = 1"), 1, 0); // which ends the selection
    QTRY_COMPARE(count(), QStringLiteral("Matches: 2"));
}

void TestFindReplace::selectedLines_areWhereToLook()
{
    begin("a\na\na\na\n");
    editor()->setSelection(1, 0, 3, 0);
    m_area->find().open(true);
    pattern()->setText(QStringLiteral("a"));
    QTRY_COMPARE(count(), QStringLiteral("1 of 2"));
    replacement()->setText(QStringLiteral("aa"));
    choose(QStringLiteral("Replace All"));
    QTRY_COMPARE(editor()->code(), QStringLiteral("a\naa\naa\na\n"));
    QTRY_COMPARE(count(), QStringLiteral("Matches: 4")); // the place has grown with the text
}

void TestFindReplace::replace_goesFromMatchToMatch()
{
    begin("a.b c.d\ne.f\n");
    m_area->find().open(true);
    choose(QStringLiteral("Read it as a regular expression"));
    pattern()->setText(QStringLiteral("(\\w)\\.(\\w)"));
    replacement()->setText(QStringLiteral("\\2.\\1.z"));
    QTRY_COMPARE(count(), QStringLiteral("1 of 3"));
    QTest::keyClick(replacement(), Qt::Key_Return);
    QTRY_COMPARE(editor()->selectedText(), QStringLiteral("c.d"));
    QCOMPARE(editor()->code(), QStringLiteral("b.a.z c.d\ne.f\n"));
    QTest::keyClick(replacement(), Qt::Key_Return);
    QTRY_COMPARE(editor()->selectedText(), QStringLiteral("e.f"));
    QCOMPARE(editor()->code(), QStringLiteral("b.a.z d.c.z\ne.f\n"));
}

void TestFindReplace::replaceAll_isOneStepToUndo_data()
{
    QTest::addColumn<int>("lines");
    QTest::newRow("few") << 3;
    QTest::newRow("many") << 3000;
}

void TestFindReplace::replaceAll_isOneStepToUndo()
{
    QFETCH(int, lines);
    begin(QByteArray("\xC3\xA4 = f(1) + f(2)\n").repeated(lines));
    QSignalSpy status(&m_area->find(), &FindReplace::told);
    m_area->find().open(true);
    choose(QStringLiteral("Read it as a regular expression"));
    pattern()->setText(QStringLiteral("f\\((\\d)\\)"));
    replacement()->setText(QStringLiteral("g[\\1]"));
    choose(QStringLiteral("Replace All")); // before they are all found
    QTRY_COMPARE(status.size(), 1);
    QCOMPARE(told(), QStringLiteral("Replaced %1. Undo takes it back.").arg(2 * lines));
    QCOMPARE(editor()->code(), QString::fromUtf8("\xC3\xA4 = g[1] + g[2]\n").repeated(lines));
    editor()->undo();
    QCOMPARE(editor()->code(), QString::fromUtf8("\xC3\xA4 = f(1) + f(2)\n").repeated(lines));
    QVERIFY(!editor()->isUndoAvailable());
}

void TestFindReplace::allFiles_areGoneThroughAndReplaced()
{
    begin("one\n", QStringLiteral("a.py"));
    begin("two\n", QStringLiteral("b.py"));
    const QString locked = write(QStringLiteral("c.py"), "one\n");
    QVERIFY(QFile::setPermissions(locked, QFileDevice::ReadOwner));
    QVERIFY(m_area->openFile(locked).ok());
    begin("one one\n", QStringLiteral("d.py"));
    m_area->find().open(true);
    choose(QStringLiteral("In all open files"));
    pattern()->setText(QStringLiteral("one"));
    QTRY_COMPARE(count(), QString::fromUtf8("1 of 2 \xC2\xB7 open files: 4"));
    QTest::keyClick(pattern(), Qt::Key_Return);
    QTest::keyClick(pattern(), Qt::Key_Return);
    QTRY_COMPARE(QFileInfo(m_area->currentFile()).fileName(), QStringLiteral("a.py"));
    QCOMPARE(editor()->selectedText(), QStringLiteral("one"));
    QTest::keyClick(pattern(), Qt::Key_Return); // b has none
    QTRY_COMPARE(QFileInfo(m_area->currentFile()).fileName(), QStringLiteral("c.py"));
    replacement()->setText(QStringLiteral("1"));
    choose(QStringLiteral("Replace All"));
    QTRY_VERIFY2(told().startsWith(QLatin1String("Replaced 3 in 2 ")), qPrintable(told()));
    QVERIFY2(told().contains(QLatin1String("1 read-only")), qPrintable(told()));
    QCOMPARE(editor()->code(), QStringLiteral("one\n"));
    QVERIFY(m_area->openFile(m_folder->filePath(QStringLiteral("d.py"))).ok());
    QCOMPARE(editor()->code(), QStringLiteral("1 1\n"));
}

void TestFindReplace::badPattern_isTold()
{
    begin("f(a)\n");
    m_area->find().open(true);
    choose(QStringLiteral("Read it as a regular expression"));
    pattern()->setText(QStringLiteral("f(a"));
    QVERIFY2(told().contains(QLatin1String("cannot be used")), qPrintable(told()));
    pattern()->setText(QStringLiteral("a"));
    QCOMPARE(told(), QString());
    replacement()->setText(QStringLiteral("\\1"));
    choose(QStringLiteral("Replace All"));
    QVERIFY2(told().contains(QLatin1String("group 1")), qPrintable(told()));
    QCOMPARE(editor()->code(), QStringLiteral("f(a)\n"));
}

void TestFindReplace::closedBar_leavesNoMarks_andF3GoesOn()
{
    begin("a b a\n");
    m_area->find().open(false);
    pattern()->setText(QStringLiteral("a"));
    QTRY_VERIFY(isMarked(0) && isMarked(4));
    QTest::keyClick(pattern(), Qt::Key_Escape);
    QVERIFY(bar()->isHidden());
    QTRY_VERIFY(!isMarked(0) && !isMarked(4));
    editor()->setCursorPosition(0, 1);
    QTest::keyClick(editor(), Qt::Key_F3);
    QTRY_COMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART), 4L);
    QTest::keyClick(editor(), Qt::Key_F3, Qt::ShiftModifier);
    QTRY_COMPARE(editor()->SendScintilla(QsciScintilla::SCI_GETSELECTIONSTART), 0L);
    QVERIFY(bar()->isHidden());
}

// The window answers within 50 ms; a loaded machine may take five times that.
void TestFindReplace::hugeText_leavesTheWindowFree()
{
    m_area->newFile();
    editor()->setCode(
        (QStringLiteral("x = 1\n").repeated(99) + QStringLiteral("total = 2\n")).repeated(80'000));
    m_area->find().open(false);
    QElapsedTimer timer;
    timer.start();
    pattern()->setText(QStringLiteral("total"));
    qint64 longest = timer.restart();
    while (count() != QLatin1String("1 of 80000")) {
        QVERIFY2(count().isEmpty() || count().endsWith(QLatin1String("so far...")), qPrintable(count()));
        timer.restart();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        longest = std::max(longest, timer.elapsed());
    }
    QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
}

void TestFindReplace::hardPattern_leavesTheWindowFree()
{
    begin("aaa\n" + QByteArray(60, 'a') + "b\n");
    m_area->find().open(false);
    choose(QStringLiteral("Read it as a regular expression"));
    QElapsedTimer timer;
    timer.start();
    pattern()->setText(QStringLiteral("(a+)+$"));
    QVERIFY(timer.elapsed() < 250);
    QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("too many steps")), 60'000);
    QCOMPARE(editor()->selectedText(), QStringLiteral("aaa"));
}

void TestFindReplace::everyControl_hasANameAndAKey()
{
    begin("a\n");
    m_area->find().open(true);
    for (const QToolButton *button : bar()->findChildren<QToolButton *>()) {
        if (button->parentWidget() == pattern() || button->parentWidget() == replacement())
            continue; // Qt's own
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY2(button->toolTip().contains(u'('), qPrintable(button->toolTip()));
    }
}

QTEST_MAIN(TestFindReplace)
#include "tst_findreplace.moc"
