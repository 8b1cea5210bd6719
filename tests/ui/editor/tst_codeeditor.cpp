// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"
#include "editor/selectedcode.h"
#include "highlighting/codehighlighter.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace Skillet;
using namespace Skillet::Ui;

class TestCodeEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void typedProgram_indentsItself();
    void enterBetweenBrackets_opensThem();
    void enterWithSelection_replacesItAsOneStep();
    void bracket_closesItselfOnlyWhereThereIsRoom_data();
    void bracket_closesItselfOnlyWhereThereIsRoom();
    void closingBracket_isTypedOver();
    void missingBracket_isInserted();
    void backspace_deletesEmptyPairsAndIndentation();
    void toggleComment_commentsAndBringsBack();
    void toggleComment_isOneUndo();
    void showError_marksTheExactRange();
    void showError_withUnknownColumns_marksTheLine();
    void showError_beyondTheText_marksTheLastLine();
    void error_goesWhenItsLineChanges();
    void error_staysWhenAnotherLineChanges();
    void goTo_countsUtf16Columns();
    void caretMoved_countsFromOne();
    void selectedCode_isTheLineOrTheSelection();
    void nameAtCaret_isWhatF1AsksFor();
    void readOnlyText_cannotBeTypedInto();
    void setCode_normalizesLineEndingsAndIsUnmodified();
    void replaceCode_canBeUndone();
    void controlF_asksForTheFindBar();
    void zoom_followsTheThemeAlone();
    void zoom_whileShown_paintsOn();

private:
    void type(const QString &text);
    [[nodiscard]] QList<QPair<int, int>> indicatorRanges() const;

    Theme m_theme;
    std::unique_ptr<CodeHighlighter> m_highlighter;
    std::unique_ptr<CodeEditor> m_editor;
};

void TestCodeEditor::initTestCase()
{
    m_highlighter = std::make_unique<CodeHighlighter>(m_theme);
}

void TestCodeEditor::init()
{
    m_editor = std::make_unique<CodeEditor>(m_theme, *m_highlighter);
    m_editor->resize(700, 400);
    m_editor->show();
    m_editor->setFocus();
}

void TestCodeEditor::cleanup()
{
    m_editor.reset();
    m_theme.setZoomPercent(100);
}

void TestCodeEditor::type(const QString &text)
{
    for (const QChar c : text) {
        if (c == u'\n')
            QTest::keyClick(m_editor.get(), Qt::Key_Return);
        else if (c == u'\b')
            QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        else
            QTest::sendKeyEvent(QTest::Click, m_editor.get(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

QList<QPair<int, int>> TestCodeEditor::indicatorRanges() const
{
    QList<QPair<int, int>> ranges;
    const auto number = static_cast<unsigned long>(ErrorMarks::boxIndicator);
    const long length = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    long at = 0;
    while (at < length) {
        const long end = m_editor->SendScintilla(QsciScintilla::SCI_INDICATOREND, number, at);
        if (m_editor->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, number, at) != 0)
            ranges.append({static_cast<int>(at), static_cast<int>(end)});
        if (end <= at)
            break;
        at = end;
    }
    return ranges;
}

void TestCodeEditor::typedProgram_indentsItself()
{
    type(QStringLiteral("def f(x):\nif x:\nreturn 1\nprint('no')\n\bf(2)"));
    QCOMPARE(m_editor->code(),
             QStringLiteral("def f(x):\n    if x:\n        return 1\n    print('no')\nf(2)"));
}

void TestCodeEditor::enterBetweenBrackets_opensThem()
{
    type(QStringLiteral("x = [\n1,"));
    QCOMPARE(m_editor->code(), QStringLiteral("x = [\n    1,\n]"));
}

void TestCodeEditor::enterWithSelection_replacesItAsOneStep()
{
    m_editor->setCode(QStringLiteral("if x:  # old\n    pass"));
    m_editor->setSelection(0, 5, 0, 12);
    type(QStringLiteral("\n"));
    QCOMPARE(m_editor->code(), QStringLiteral("if x:\n    \n    pass"));
    m_editor->undo();
    QCOMPARE(m_editor->code(), QStringLiteral("if x:  # old\n    pass"));
}

void TestCodeEditor::bracket_closesItselfOnlyWhereThereIsRoom_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("end of line") << QStringLiteral("print") << 5 << QStringLiteral("print()");
    QTest::newRow("before a word") << QStringLiteral("print x") << 6 << QStringLiteral("print (x");
    QTest::newRow("before a bracket") << QStringLiteral("f(g)") << 3 << QStringLiteral("f(g())");
    QTest::newRow("in a string") << QStringLiteral("x = 'a ") << 7 << QStringLiteral("x = 'a (");
    QTest::newRow("in a comment") << QStringLiteral("# see ") << 6 << QStringLiteral("# see (");
}

void TestCodeEditor::bracket_closesItselfOnlyWhereThereIsRoom()
{
    QFETCH(QString, code);
    QFETCH(int, column);
    QFETCH(QString, expected);
    m_editor->setCode(code);
    m_editor->setCursorPosition(0, column);
    type(QStringLiteral("("));
    QCOMPARE(m_editor->code(), expected);
}

void TestCodeEditor::closingBracket_isTypedOver()
{
    type(QStringLiteral("f(g([1]))"));
    QCOMPARE(m_editor->code(), QStringLiteral("f(g([1]))"));
}

void TestCodeEditor::missingBracket_isInserted()
{
    m_editor->setCode(QStringLiteral("f(g(1)"));
    m_editor->setCursorPosition(0, 5);
    type(QStringLiteral(")"));
    QCOMPARE(m_editor->code(), QStringLiteral("f(g(1))"));
}

void TestCodeEditor::backspace_deletesEmptyPairsAndIndentation()
{
    type(QStringLiteral("f(\b"));
    QCOMPARE(m_editor->code(), QStringLiteral("f"));
    m_editor->setCode(QStringLiteral("        x"));
    m_editor->setCursorPosition(0, 8);
    type(QStringLiteral("\b"));
    QCOMPARE(m_editor->code(), QStringLiteral("    x"));
}

void TestCodeEditor::toggleComment_commentsAndBringsBack()
{
    const QString code = QStringLiteral("def f():\n\n    return 1\nx = 2\n");
    m_editor->setCode(code);
    m_editor->setSelection(0, 2, 2, 5);
    QTest::keyClick(m_editor.get(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(m_editor->code(), QStringLiteral("# def f():\n\n#     return 1\nx = 2\n"));
    QTest::keyClick(m_editor.get(), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(m_editor->code(), code);
    m_editor->setCursorPosition(2, 6);
    m_editor->toggleComment();
    QCOMPARE(m_editor->code(), QStringLiteral("def f():\n\n    # return 1\nx = 2\n"));
}

void TestCodeEditor::toggleComment_isOneUndo()
{
    m_editor->setCode(QStringLiteral("a\nb\nc\n"));
    m_editor->selectAll();
    m_editor->toggleComment();
    QCOMPARE(m_editor->code(), QStringLiteral("# a\n# b\n# c\n"));
    m_editor->undo();
    QCOMPARE(m_editor->code(), QStringLiteral("a\nb\nc\n"));
}

void TestCodeEditor::showError_marksTheExactRange()
{
    m_editor->setCode(QString::fromUtf8("x = 1\ny = 'é😀' + 1\n"));
    m_editor->showError({2, 2, 4, 13}, QStringLiteral("TypeError: can only concatenate str"));
    QCOMPARE(m_editor->errorLine(), 2);
    const int line = 6; // bytes before it; two characters of the range take six bytes
    QCOMPARE(indicatorRanges(), (QList<QPair<int, int>>{{line + 4, line + 16}}));
    QVERIFY((m_editor->markersAtLine(1) & (1U << ErrorMarks::marker)) != 0);
    QVERIFY(ErrorMarks::annotationOf(*m_editor, 1)
                .contains(QLatin1String("TypeError: can only concatenate str")));
    QVERIFY(ErrorMarks::annotationOf(*m_editor, 0).isEmpty());
}

void TestCodeEditor::showError_withUnknownColumns_marksTheLine()
{
    m_editor->setCode(QStringLiteral("if x:\n    y = 1  \n"));
    m_editor->showError({2, -1, -1, -1}, QStringLiteral("NameError"));
    QCOMPARE(indicatorRanges(), (QList<QPair<int, int>>{{10, 15}}));
    m_editor->showError({2, 2, 99, 120}, QStringLiteral("beyond the line"));
    QCOMPARE(indicatorRanges(), (QList<QPair<int, int>>{{10, 15}}));
}

void TestCodeEditor::showError_beyondTheText_marksTheLastLine()
{
    m_editor->setCode(QStringLiteral("x = 1\ny"));
    m_editor->showError({99, 99, 0, 1}, QStringLiteral("gone"));
    QCOMPARE(m_editor->errorLine(), 2);
    m_editor->setCode(QString());
    m_editor->showError({1, 1, 0, 5}, QStringLiteral("empty"));
    QCOMPARE(m_editor->errorLine(), 1);
}

void TestCodeEditor::error_goesWhenItsLineChanges()
{
    m_editor->setCode(QStringLiteral("x = 1\ny = z\n"));
    m_editor->showError({2, 2, 4, 5}, QStringLiteral("NameError: z"));
    m_editor->insertAt(QStringLiteral("1"), 1, 5);
    QTRY_COMPARE(m_editor->errorLine(), 0);
    QVERIFY(indicatorRanges().isEmpty());
    QVERIFY(ErrorMarks::annotationOf(*m_editor, 1).isEmpty());
    QCOMPARE(m_editor->markersAtLine(1), 0U);
}

void TestCodeEditor::error_staysWhenAnotherLineChanges()
{
    m_editor->setCode(QStringLiteral("x = 1\ny = z\n"));
    m_editor->showError({2, 2, 4, 5}, QStringLiteral("NameError: z"));
    m_editor->insertAt(QStringLiteral("# new\n"), 0, 0);
    QCoreApplication::processEvents();
    QCOMPARE(m_editor->errorLine(), 3);
    QVERIFY(ErrorMarks::annotationOf(*m_editor, 2).contains(QLatin1String("NameError")));
    m_editor->clearErrors();
    QCOMPARE(m_editor->errorLine(), 0);
}

void TestCodeEditor::goTo_countsUtf16Columns()
{
    m_editor->setCode(QString::fromUtf8("x = 1\n'é😀' + y\n"));
    m_editor->goTo(2, 7);
    QCOMPARE(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS), 6 + 10L);
    m_editor->goTo(99, 99);
    QCOMPARE(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS),
             m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH));
    m_editor->goTo(-1, -1);
    QCOMPARE(m_editor->SendScintilla(QsciScintilla::SCI_GETCURRENTPOS), 0L);
}

void TestCodeEditor::caretMoved_countsFromOne()
{
    m_editor->setCode(QString::fromUtf8("x = 1\n'😀' + y\n"));
    QSignalSpy moved(m_editor.get(), &CodeEditor::caretMoved);
    m_editor->goTo(2, 3);
    QTRY_VERIFY(!moved.isEmpty()); // told when the event loop is reached
    QCOMPARE(moved.last(), (QVariantList{2, 4}));
}

void TestCodeEditor::selectedCode_isTheLineOrTheSelection()
{
    m_editor->setCode(QStringLiteral("if x:\n    a = 1\n    if a:\n        b\n"));
    m_editor->setCursorPosition(1, 6);
    QCOMPARE(selectedCode(*m_editor).text, QStringLiteral("    a = 1\n"));
    QCOMPARE(selectedCode(*m_editor).line, 2);
    m_editor->setSelection(1, 2, 3, 9);
    QCOMPARE(selectedCode(*m_editor).text, QStringLiteral("    a = 1\n    if a:\n        b"));
    QCOMPARE(selectedCode(*m_editor).line, 2);
    m_editor->setSelection(1, 8, 1, 9);
    QCOMPARE(selectedCode(*m_editor).text, QStringLiteral("1"));
}

void TestCodeEditor::nameAtCaret_isWhatF1AsksFor()
{
    m_editor->setCode(QString::fromUtf8("x = 1\nprint('gr\u00f6\u00dfe \U0001F600', os.path.join(x))\n"));
    const qsizetype start = m_editor->code().split(QLatin1Char('\n')).value(1).indexOf(QLatin1String("os."));
    const auto at = [&](qsizetype column) {
        m_editor->goTo(2, static_cast<int>(column));
        return m_editor->nameAtCaret();
    };
    QCOMPARE(at(2), QStringLiteral("print"));
    QCOMPARE(at(start), QStringLiteral("os"));
    QCOMPARE(at(start + 4), QStringLiteral("os.path"));
    QCOMPARE(at(start + 12), QStringLiteral("os.path.join"));
    m_editor->goTo(1, 0);
    m_editor->setSelection(0, 0, 0, 1);
    QCOMPARE(m_editor->nameAtCaret(), QStringLiteral("x"));
}

void TestCodeEditor::readOnlyText_cannotBeTypedInto()
{
    m_editor->setCode(QStringLiteral("x = ("));
    m_editor->setReadOnly(true);
    type(QStringLiteral("\n(\b"));
    m_editor->toggleComment();
    QCOMPARE(m_editor->code(), QStringLiteral("x = ("));
}

void TestCodeEditor::setCode_normalizesLineEndingsAndIsUnmodified()
{
    m_editor->setCode(QStringLiteral("a\r\nb\rc\n"));
    QCOMPARE(m_editor->code(), QStringLiteral("a\nb\nc\n"));
    QVERIFY(!m_editor->isModified());
    QVERIFY(!m_editor->isUndoAvailable());
}

void TestCodeEditor::replaceCode_canBeUndone()
{
    m_editor->setCode(QStringLiteral("mine\n"));
    m_editor->replaceCode(QStringLiteral("theirs\n"));
    QCOMPARE(m_editor->code(), QStringLiteral("theirs\n"));
    m_editor->undo();
    QCOMPARE(m_editor->code(), QStringLiteral("mine\n"));
}

void TestCodeEditor::controlF_asksForTheFindBar()
{
    QSignalSpy asked(m_editor.get(), &CodeEditor::findRequested);
    QTest::keyClick(m_editor.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
}

void TestCodeEditor::zoom_followsTheThemeAlone()
{
    m_editor->setCode(QStringLiteral("x\n"));
    const int before = m_editor->textHeight(0);
    QTest::keyClick(m_editor.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_editor->textHeight(0), before);
    m_theme.setZoomPercent(200);
    QVERIFY(m_editor->textHeight(0) > before * 17 / 10);
}

// Scintilla ends the program when a style changes while it paints.
void TestCodeEditor::zoom_whileShown_paintsOn()
{
    m_theme.setZoomPercent(100);
    m_editor->setFileName(QStringLiteral("program.py"));
    m_editor->setCode(QStringLiteral("def greet(name):\n    return f\"Hello, {name}!\"  # a comment\n"));
    m_editor->resize(500, 300);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    const QImage before = m_editor->grab().toImage();
    for (const int percent : {110, 150, 300, 70}) {
        m_theme.setZoomPercent(percent);
        m_editor->repaint();
        QVERIFY(m_editor->grab().toImage() != before);
    }
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
