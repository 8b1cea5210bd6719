// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/textedits.h"

#include "editor/codeeditor.h"
#include "highlighting/codehighlighter.h"

#include <QTest>

using namespace Skillet::Ui;

class TestTextEdits final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};

private Q_SLOTS:
    void edits_areOneStepOfUndo()
    {
        CodeEditor editor(m_theme, m_highlighter);
        const QString before = QStringLiteral("\u00e4 = a\nb = \u00e4 + a\n");
        editor.setCode(before);
        applyEdits(editor, {{{1, 1, 4, 5}, QStringLiteral("long")}, {{2, 2, 8, 9}, QStringLiteral("long")}});
        QCOMPARE(editor.code(), QStringLiteral("\u00e4 = long\nb = \u00e4 + long\n"));
        editor.undo();
        QCOMPARE(editor.code(), before);
    }

    void theCaret_staysAtWhatItWasAt_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("wanted");
        QTest::newRow("before") << 0 << 0;
        QTest::newRow("at the beginning of the name") << 2 << 2;
        QTest::newRow("within it") << 3 << 3;
        QTest::newRow("behind it") << 5 << 4;
        QTest::newRow("further") << 7 << 6;
    }

    void theCaret_staysAtWhatItWasAt()
    {
        QFETCH(int, column);
        QFETCH(int, wanted);
        CodeEditor editor(m_theme, m_highlighter);
        editor.setCode(QStringLiteral("x\ny(abc) + 1\n"));
        editor.goTo(2, column);
        applyEdits(editor,
                   {{{1, 1, 0, 1}, QStringLiteral("longer\n")}, {{2, 2, 2, 5}, QStringLiteral("zz")}});
        const EditorPlace place{3, wanted};
        QCOMPARE(editor.caretPlace(), place);
    }

    void whatIsSeen_staysWhereItIs()
    {
        CodeEditor editor(m_theme, m_highlighter);
        editor.resize(300, 200);
        editor.show();
        editor.setCode(QStringLiteral("x\n").repeated(200));
        editor.goTo(100, 0);
        const int above = 99 - editor.firstVisibleLine();
        applyEdits(editor, {{{5, 5, 0, 0}, QStringLiteral("y\ny\ny\n")}});
        QCOMPARE(editor.caretPlace().line, 103);
        QCOMPARE(102 - editor.firstVisibleLine(), above);
    }

    void aReadOnlyText_isNotTouched()
    {
        CodeEditor editor(m_theme, m_highlighter);
        editor.setCode(QStringLiteral("x\n"));
        editor.setReadOnly(true);
        applyEdits(editor, {{{1, 1, 0, 1}, QStringLiteral("y")}});
        QCOMPARE(editor.code(), QStringLiteral("x\n"));
    }

    void lineEdits_leadFromOneTextToTheOther_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const char *texts[][2] = {{"", "a\n"},
                                  {"a\n", ""},
                                  {"a", "a\n"},
                                  {"a\n", "a"},
                                  {"a\n\n\n", "a\n"},
                                  {"a\nb\nc\n", "a\nc\n"},
                                  {"a\nb", "a"},
                                  {"a", "a\nb"},
                                  {"a\nb\n", "x\nb\n"},
                                  {"a\nb\n", "a\nx\n"},
                                  {"\n\na", "a"},
                                  {"a\nb\nc", "c"},
                                  {"a\nb\nc\nd\n", "a\nB\nc\nD\nE\n"},
                                  {"a\nb", "a\nB\n"},
                                  {"x", "y"}};
        int number = 0;
        for (const auto &pair : texts)
            QTest::newRow(qPrintable(QString::number(++number)))
                << QString::fromUtf8(pair[0]) << QString::fromUtf8(pair[1]);
    }

    void lineEdits_leadFromOneTextToTheOther()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        CodeEditor editor(m_theme, m_highlighter);
        editor.setCode(before);
        applyEdits(editor, lineEdits(before, after));
        QCOMPARE(editor.code(), after);
        editor.undo();
        QCOMPARE(editor.code(), before);
    }

    void lineEdits_touchOnlyWhatDiffers()
    {
        const QList<TextEdit> edits =
            lineEdits(QStringLiteral("a\nb\nc\nd\n"), QStringLiteral("a\nB\nc\nd\ne\n"));
        const QList<TextEdit> wanted{{{2, 3, 0, 0}, QStringLiteral("B\n")},
                                     {{5, 5, 0, 0}, QStringLiteral("e\n")}};
        QVERIFY(edits.first() == wanted.first());
        QCOMPARE(edits.size(), 2);
        QVERIFY(lineEdits(QStringLiteral("a\n"), QStringLiteral("a\n")).isEmpty());
    }

    void aLineThatHasMoved_isFound()
    {
        CodeEditor editor(m_theme, m_highlighter);
        editor.setCode(QStringLiteral("a\nb\nc\nb\n"));
        QCOMPARE(lineThatReads(editor, 2, QStringLiteral("b")), 2);
        QCOMPARE(lineThatReads(editor, 1, QStringLiteral("b")), 2);
        QCOMPARE(lineThatReads(editor, 9, QStringLiteral("b")), 4);
        QCOMPARE(lineThatReads(editor, 3, QStringLiteral("gone")), 3);
    }
};

QTEST_MAIN(TestTextEdits)
#include "tst_textedits.moc"
