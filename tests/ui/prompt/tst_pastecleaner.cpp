// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/pastecleaner.h"

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
        row("nothing", "", "");
    }
    void cleansWhatPeopleCopy()
    {
        QFETCH(QString, copied);
        QFETCH(QString, clean);
        QCOMPARE(PasteCleaner::cleaned(copied), clean);
    }
};

QTEST_APPLESS_MAIN(PasteCleanerTest)
#include "tst_pastecleaner.moc"
