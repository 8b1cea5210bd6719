// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/bracketpairs.h"
#include "editor/codeeditor.h"
#include "highlighting/codehighlighter.h"

#include <QtTest>

using namespace Skillet::Ui;

class TestBracketPairs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bracketAtTheCaret_isShownWithItsPartner_data();
    void bracketAtTheCaret_isShownWithItsPartner();

private:
    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
};

void TestBracketPairs::bracketAtTheCaret_isShownWithItsPartner_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("caret");
    QTest::addColumn<long>("bracket"); // -1: nothing is shown
    QTest::addColumn<long>("partner"); // -1: it has none, and that is shown
    const auto row = [](const char *name, const char *code, int caret, long bracket, long partner) {
        QTest::newRow(name) << QString::fromUtf8(code) << caret << bracket << partner;
    };
    row("after the opening one", "f(1)", 2, 1L, 3L);
    row("before the opening one", "f(1)", 1, 1L, 3L);
    row("after the closing one", "f(1)", 4, 3L, 1L);
    // Each second one of a row of brackets has the twin of the first one's style.
    row("in a row, inner", "f((([1])))", 7, 6L, 4L);
    row("in a row, outer", "f((([1])))", 10, 9L, 1L);
    row("empty", "f()", 2, 1L, 2L);
    row("over lines", "f(\n  1,\n)", 2, 1L, 8L);
    row("without a partner", "f((1)", 2, 1L, -1L);
    row("one in a string is another thing", "f(')')", 2, 1L, 5L);
    row("none", "f(1) + 2", 7, -1L, -1L);
}

void TestBracketPairs::bracketAtTheCaret_isShownWithItsPartner()
{
    QFETCH(QString, code);
    QFETCH(int, caret);
    QFETCH(long, bracket);
    QFETCH(long, partner);
    CodeEditor editor(m_theme, m_highlighter);
    editor.setFileName(QStringLiteral("a.py"));
    editor.setCode(code);
    editor.resize(400, 200);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    editor.repaint(); // only what was painted is styled
    editor.SendScintilla(QsciScintilla::SCI_GOTOPOS, static_cast<unsigned long>(caret));
    const auto *match = editor.findChild<BracketPairs *>();
    QTRY_COMPARE(match->bracket(), bracket);
    QCOMPARE(match->partner(), partner);
}

QTEST_MAIN(TestBracketPairs)
#include "tst_bracketpairs.moc"
