// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/pythoncontext.h"

#include <QtTest>

using namespace Skillet::Ui;

class TestPythonContext final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newLine_isIndentedAsPythonNeedsIt_data();
    void newLine_isIndentedAsPythonNeedsIt();
    void clause_goesOutToItsStatement_data();
    void clause_goesOutToItsStatement();
    void context_knowsStringsAndComments_data();
    void context_knowsStringsAndComments();
    void hugeSource_isScannedInBoundedTime();
};

void TestPythonContext::newLine_isIndentedAsPythonNeedsIt_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("indent");
    const auto row = [](const char *name, const char *before, const char *indent) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(indent);
    };
    row("nothing", "", "");
    row("plain statement", "x = 1", "");
    row("after def", "def f():", "    ");
    row("colon and comment", "if x:  # why", "    ");
    row("colon in a string", "print(':')", "");
    row("colon ends a string", "x = 'a:'", "");
    row("colon in a comment", "x = 1  # so:", "");
    row("slice", "x = y[1:", "    ");
    row("nested", "def f():\n    if x:", "        ");
    row("stays in the block", "def f():\n    x = 1", "    ");
    row("return ends the block", "def f():\n    return 1", "");
    row("pass", "class A:\n    def f(self):\n        pass", "    ");
    row("break", "while 1:\n    break", "");
    row("continue", "for x in y:\n    continue", "");
    row("raise", "    raise ValueError('x')", "");
    row("a name that begins like return", "    returned = 1", "    ");
    row("return at the top", "return", "");
    row("open bracket", "total(", "    ");
    row("open bracket within", "total(1,", "    ");
    row("second line of a call", "total(1,\n      2,", "      ");
    row("closed call goes back", "x = total(\n    1,\n)", "");
    row("closed call after return", "def f():\n    return total(\n        1,\n    )", "");
    row("def over lines", "def f(\n    a,\n):", "    ");
    row("dict with colon", "x = {'a':", "    ");
    row("lambda in brackets", "f(lambda:", "    ");
    row("backslash", "x = 1 + \\", "    ");
    row("second backslash", "x = 1 + \\\n    2 + \\", "    ");
    row("in a docstring", "def f():\n    \"\"\"Adds.", "    ");
    row("after a docstring", "def f():\n    \"\"\"Adds.\n    More.\"\"\"", "    ");
    row("bracket in a triple string", "x = '''(\n'''", "");
    row("quote in a comment", "# don't\nif x:", "    ");
    row("unclosed quote ends with its line", "x = 'abc\nif x:", "    ");
    row("escaped quote", "x = 'it\\'s:'", "");
    row("blank line keeps the block", "def f():\n    x = 1\n    ", "    ");
    row("tabs", "\tif x:", "\t\t");
    row("tabs back", "\t\treturn", "\t");
    row("too many closing brackets", "x = 1))", "");
    row("not ASCII", "if größe == 'é😀':", "    ");
}

void TestPythonContext::newLine_isIndentedAsPythonNeedsIt()
{
    QFETCH(QString, before);
    QFETCH(QString, indent);
    QCOMPARE(indentForNewLine(before), indent);
}

void TestPythonContext::clause_goesOutToItsStatement_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("indent");
    const auto row = [](const char *name, const char *before, const char *indent) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(indent);
    };
    row("else of if", "if a:\n    b\n    else", "");
    row("else of the nearest if", "if a:\n    if b:\n        c\n        else", "    ");
    row("else out of a loop", "if a:\n    for b in c:\n        d\n        else", "");
    row("else of a loop, where it stands", "if a:\n    for b in c:\n        d\n    else", "    ");
    row("else beside its if", "if a:\n    b\nelse", "");
    row("else across blank lines", "if a:\n\n    b\n\n# c\n    else", "");
    row("elif", "def f():\n    if a:\n        b\n        elif a", "    ");
    row("except", "try:\n    a\n    except (A, B)", "");
    row("finally", "try:\n\ta\nexcept A:\n\tb\n\tfinally", "");
    row("nothing to go on from", "x = 1\n    else", "    ");
    row("another word", "if a:\n    elsewhere", "    ");
    row("in a string", "if a:\n    x = '''\n    else", "    ");
    row("inside brackets", "if a:\n    f(b if c\n      else", "      ");
    row("at the very start", "else", "");
}

void TestPythonContext::clause_goesOutToItsStatement()
{
    QFETCH(QString, before);
    QFETCH(QString, indent);
    QCOMPARE(indentForClause(before), indent);
}

void TestPythonContext::context_knowsStringsAndComments_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<bool>("inString");
    QTest::addColumn<bool>("inComment");
    QTest::newRow("code") << QStringLiteral("x = ") << false << false;
    QTest::newRow("string") << QStringLiteral("x = 'a") << true << false;
    QTest::newRow("closed") << QStringLiteral("x = 'a'") << false << false;
    QTest::newRow("triple") << QStringLiteral("x = '''a\n'b'\n") << true << false;
    QTest::newRow("comment") << QStringLiteral("x = 1 # a") << false << true;
    QTest::newRow("hash in a string") << QStringLiteral("x = '#'") << false << false;
    QTest::newRow("line after a comment") << QStringLiteral("# a\n") << false << false;
}

void TestPythonContext::context_knowsStringsAndComments()
{
    QFETCH(QString, before);
    QFETCH(bool, inString);
    QFETCH(bool, inComment);
    const PythonContext context = pythonContext(before);
    QCOMPARE(context.inString, inString);
    QCOMPARE(context.inComment, inComment);
}

void TestPythonContext::hugeSource_isScannedInBoundedTime()
{
    const QString line = QStringLiteral("    x = total(1, 'two', [3])\n");
    QString source;
    while (source.size() < 20'000'000)
        source += line;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(indentForNewLine(source + QStringLiteral("    if x:")), QStringLiteral("        "));
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestPythonContext)
#include "tst_pythoncontext.moc"
