// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/codeblocks.h"

#include <QTest>

using namespace Skillet::Ui;

class CodeBlocksTest final : public QObject
{
    Q_OBJECT

    const QString m_program = QStringLiteral("import os\n" // 1
                                             "\n" // 2
                                             "@cache\n" // 3
                                             "@wraps(\n" // 4
                                             "    f)\n" // 5
                                             "def total(x):\n" // 6
                                             "    '''Text\n" // 7
                                             "not code\n" // 8
                                             "    '''\n" // 9
                                             "\n" // 10
                                             "    return x\n" // 11
                                             "\n" // 12
                                             "# about the rest\n" // 13
                                             "if a:\n" // 14
                                             "    b()\n" // 15
                                             "elif c:\n" // 16
                                             "    d()\n" // 17
                                             "else:\n" // 18
                                             "    e()\n" // 19
                                             "data = [\n" // 20
                                             "1,\n" // 21
                                             "]\n" // 22
                                             "x = 1 + \\\n" // 23
                                             "2\n"); // 24

private Q_SLOTS:
    void theStatementAroundTheLine_isFound_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        const auto rows = [](std::initializer_list<int> lines, int first, int last) {
            for (const int line : lines)
                QTest::addRow("line %d", line) << line << first << last;
        };
        rows({1}, 1, 1);
        rows({2}, 0, 0);
        rows({3, 6, 8, 10, 11}, 3, 11);
        rows({14, 15, 16, 17, 18, 19}, 14, 19);
        rows({20, 21, 22}, 20, 22);
        rows({23, 24}, 23, 24);
        rows({0, 99}, 0, 0);
    }

    void theStatementAroundTheLine_isFound()
    {
        QFETCH(int, line);
        QFETCH(int, first);
        QFETCH(int, last);
        const LineRange found = blockAround(m_program, line);
        QCOMPARE(found.first, first);
        QCOMPARE(found.last, last);
    }

    void cells_comeFirst()
    {
        const QString code = QStringLiteral("a = 1\n# %% two\nb = 2\n\nc = 3\n#%% three\nd = 4\n");
        QCOMPARE(blockAround(code, 1), (LineRange{1, 1}));
        QCOMPARE(blockAround(code, 3), (LineRange{2, 5}));
        QCOMPARE(blockAround(code, 4), (LineRange{2, 5}));
        QCOMPARE(blockAround(code, 7), (LineRange{6, 8}));
        // Not in a text.
        QCOMPARE(blockAround(QStringLiteral("a = '''\n# %%\n'''\nb = 1\n"), 4), (LineRange{4, 4}));
    }

    void aProgramThatDoesNotCompile_hasBlocksToo()
    {
        QCOMPARE(blockAround(QStringLiteral("def f(:\n    x\n\ny = 1\n"), 2).first, 1);
        QCOMPARE(blockAround(QStringLiteral("    x = 1\n"), 1), LineRange());
        QCOMPARE(blockAround(QString(), 1), LineRange());
        QCOMPARE(blockAround(QStringLiteral("# only words\n"), 1), LineRange());
    }
};

QTEST_APPLESS_MAIN(CodeBlocksTest)
#include "tst_codeblocks.moc"
