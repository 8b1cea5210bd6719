// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/pastecleaner.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Skillet::Ui;

class PasteCleanerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleansWhatPeopleCopy_data()
    {
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *name, const char *copied, const char *clean) {
            QTest::newRow(name) << QString::fromUtf8(copied) << QString::fromUtf8(clean);
        };
        row("one line stays", "  x = 1", "  x = 1");
        row("one line with a prompt", ">>> x = 1", "x = 1");
        row("line ends", "a = 1\r\nb = 2\r", "a = 1\nb = 2");
        row("prompts", ">>> def f():\n...     return 1\n... \n>>> f()", "def f():\n    return 1\n\nf()");
        row("bare prompt ends a block", ">>> if x:\n...     y\n...\n>>> z", "if x:\n    y\n\nz");
        row("session with its output", ">>> 1 + 1\n2\n>>> 'a'\n'a'\n", "1 + 1\n'a'");
        row("only further lines", "...     return 1\n... ", "    return 1");
        row("not prompts", ">>> a\nb\n", "a");
        row("ellipsis in code stays", "x = ...\ny = 1", "x = ...\ny = 1");
        row("common indentation", "    a = 1\n\n    if a:\n        b = 2\n", "a = 1\n\nif a:\n    b = 2");
        row("indented prompts", "    >>> a = 1\n    >>> b = 2", "a = 1\nb = 2");
        row("hard spaces", "if x:\n\u00a0\u00a0\u00a0\u00a0y = '\u00a0'", "if x:\n    y = '\u00a0'");
        row("blank lines around", "\n\na = 1\nb = 2\n\n", "a = 1\nb = 2");
        row("paragraph separators", "a = 1\u2029b = 2", "a = 1\nb = 2");
        row("IPython", "In [1]: def f():\n   ...:     return 1\n   ...: \n\nIn [2]: f()\nOut[2]: 1\n",
            "def f():\n    return 1\n\nf()");
        row("IPython, over ten", "In [12]: for i in x:\n    ...:     y\n", "for i in x:\n    y");
        row("curly quotes", "print(“it's”, ‘a’)", "print(\"it's\", 'a')");
        row("an apostrophe in curly quotes", "x = ‘it’s’", "x = 'it’s'");
        row("curly quotes in strings stay", "print('“a”', \"it’s\")", "print('“a”', \"it’s\")");
        row("in long strings too", "x = '''\n“a” – b\n'''", "x = '''\n“a” – b\n'''");
        row("hard spaces and dashes", "x\u00a0= 5 – 3  # a – b", "x = 5 - 3  # a – b");
        row("invisible characters", "\ufeffx = 1\u200b", "x = 1");
        row("tabs", "if x:\n\ty\n\tif z:\n\t\tw", "if x:\n    y\n    if z:\n        w");
        row("tabs in strings stay", "if x:\n\ty = '''\n\tz'''", "if x:\n    y = '''\n\tz'''");
        row("a tab of eight", "def f():\n    if x:\n\treturn 1\n    y",
            "def f():\n    if x:\n        return 1\n    y");
        row("a tab of four", "def f():\n    a = 1\n\treturn a", "def f():\n    a = 1\n    return a");
        row("tabs that fit nowhere stay", "if x:\n  y\n\tz", "if x:\n  y\n\tz");
        row("nothing", "", "");
    }
    void cleansWhatPeopleCopy()
    {
        QFETCH(QString, copied);
        QFETCH(QString, clean);
        QCOMPARE(PasteCleaner::cleaned(copied), clean);
    }

    void saysWhatItChangedAndWhere_data()
    {
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *copied, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(copied) << QString::fromUtf8(words);
        };
        row("nothing", "def f():\n    x = [\n  1]\n    return x\n\nf()", "");
        row("only tabs", "if x:\n\ty", "");
        row("quotes", "a = 1\nprint(“b”)", "quotes|line 2");
        row("spaces", "a = 1\nb\u00a0= 2", "spaces|line 2");
        row("output", ">>> 1\n1\n>>> 2\n2", "2 lines");
        row("mended", "def f():\n    a = 1\n\treturn a", "Line 3|line 2|4");
        row("mixed", "if x:\n  y\n\tz", "Line 3|line 2|same way");
        row("no such level", "if x:\n    y\n  z", "Line 3|2 spaces");
        row("too deep", "x = 1\n    y = 2\nz = 3", "Line 2|colon");
        row("continued lines are free", "x = 1 + \\\n      2\nif x: # why\n    # what\n      \n    y", "");
        row("strings are free", "x = '''\n   a\n b'''\ny = 1", "");
        row("a block missing is Python's to tell", "if x:\ny = 1", "");
    }
    void saysWhatItChangedAndWhere()
    {
        QFETCH(QString, copied);
        QFETCH(QString, words);
        const QString told = PasteCleaner::clean(copied).notices.join(u'\n');
        QVERIFY2(words.isEmpty() == told.isEmpty(), qPrintable(told));
        for (const QString &word : words.split(u'|'))
            QVERIFY2(told.contains(word), qPrintable(told));
    }

    void fiveThousandLinesAreQuick()
    {
        const QString code = QString::fromUtf8("def f(a):\n\treturn [“x”, 'y', a]  # z\n\n").repeated(1700);
        QElapsedTimer clock;
        clock.start();
        const PasteCleaner::Result result = PasteCleaner::clean(code);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(result.code.contains(QStringLiteral("    return [\"x\", 'y', a]")));
        QVERIFY(!result.code.contains(QChar(0x201c)));
    }
};

QTEST_APPLESS_MAIN(PasteCleanerTest)
#include "tst_pastecleaner.moc"
