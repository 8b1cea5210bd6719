// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/indentation.h"

#include <QTest>

using namespace Skillet::Ui;

class IndentationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextLineBeginsWhereItShould_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("spaces");
        const auto row = [](const char *code, int spaces) {
            QTest::newRow(code) << QString::fromUtf8(code) << spaces;
        };
        row("x = 1", 0);
        row("if x:", 4);
        row("if x:  # why: because", 4);
        row("if x:\n    for y in z:", 8);
        row("if x:\n    y = 1", 4);
        row("def f():\n    return 1", 0);
        row("def f():\n    if x:\n        pass", 4);
        row("f(", 4);
        row("f(1,\n  2,", 2);
        row("d = {", 4);
        row("print(':')", 0);
        row("x = ':'", 0);
        row("# if x:", 0);
        row("x = '''\n  a:", 0);
        row("returned = 1", 0);
    }
    void theNextLineBeginsWhereItShould()
    {
        QFETCH(QString, code);
        QFETCH(int, spaces);
        QCOMPARE(indentAfter(code), QString(spaces, u' '));
    }

    void guessesWholeBlocks_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("complete");
        const auto row = [](const char *code, bool complete) {
            QTest::newRow(code) << QString::fromUtf8(code) << complete;
        };
        row("x = 1", true);
        row("if x:", false);
        row("if x:\n    y", false);
        row("if x:\n    y\n", true);
        row("f(1,", false);
        row("f(1,\n2)", true);
        row("x = '''a", false);
        row("x = 1 + \\", false);
        row("x = '('", true);
    }
    void guessesWholeBlocks()
    {
        QFETCH(QString, code);
        QFETCH(bool, complete);
        QCOMPARE(looksComplete(code), complete);
    }

    void knowsWhatPythonNeedNotBeAskedAbout_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("simple");
        const auto row = [](const char *code, bool simple) {
            QTest::newRow(code) << QString::fromUtf8(code) << simple;
        };
        row("1+1", true);
        row("import os; x = [1, 2]", true);
        row("print('if x:')", true);
        row("classes = 1", true);
        row("x = lambda: 0", true);
        row("x = 'abc", true); // Python says what is wrong with it
        row("x)", true);
        row("if x: y", false);
        row("  while x: y", false);
        row("for i in x: y", false);
        row("match x:", false);
        row("async def f(): pass", false);
        row("class A: pass", false);
        row("@cache", false);
        row("f(1,", false);
        row("x = 1 + \\", false);
        row("x = 'a\\", false);
        row("x = \"\"\"a", false);
        row("x = '''a'''", false); // it may nest in ways that only Python knows
        row("x = 1\ny = 2", false);
    }
    void knowsWhatPythonNeedNotBeAskedAbout()
    {
        QFETCH(QString, code);
        QFETCH(bool, simple);
        QCOMPARE(isSimpleStatement(code), simple);
    }

    void backspaceGoesBackAStep()
    {
        QCOMPARE(backspaceWidth(QStringLiteral("        ")), 4);
        QCOMPARE(backspaceWidth(QStringLiteral("      ")), 2);
        QCOMPARE(backspaceWidth(QStringLiteral("    x ")), 1);
        QCOMPARE(backspaceWidth(QString()), 1);
    }
};

QTEST_APPLESS_MAIN(IndentationTest)
#include "tst_indentation.moc"
