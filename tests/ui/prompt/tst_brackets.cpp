// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/brackets.h"

#include <QTest>

using namespace Skillet::Ui;

class BracketsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOtherBracketIsFound_data()
    {

        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("caret");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("partner");
        QTest::newRow("behind the closing one") << QStringLiteral("f(a)") << 4 << 3 << 1;
        QTest::newRow("before the opening one") << QStringLiteral("f(a)") << 1 << 1 << 3;
        QTest::newRow("behind the opening one") << QStringLiteral("f(a)") << 2 << 1 << 3;
        QTest::newRow("nested") << QStringLiteral("[(1), {2}]") << 10 << 9 << 0;
        QTest::newRow("over lines") << QStringLiteral("f(\n 1,\n)") << 8 << 7 << 1;
        QTest::newRow("in front first") << QStringLiteral("()()") << 2 << 1 << 0;
        QTest::newRow("strings do not count") << QStringLiteral("f(')')") << 6 << 5 << 1;
        QTest::newRow("escaped quotes") << QStringLiteral("f('\\')')") << 8 << 7 << 1;
        QTest::newRow("long strings") << QStringLiteral("f('''\n')''')") << 12 << 11 << 1;
        QTest::newRow("comments do not count") << QStringLiteral("( # )\n)") << 7 << 6 << 0;
        QTest::newRow("none") << QStringLiteral("f(a") << 2 << 1 << -1;
        QTest::newRow("of another kind") << QStringLiteral("f(a]") << 4 << 3 << -1;
    }
    void theOtherBracketIsFound()
    {
        QFETCH(QString, code);
        QFETCH(int, caret);
        QFETCH(int, at);
        QFETCH(int, partner);
        QCOMPARE(bracketPair(code, caret), std::optional(BracketPair{at, partner}));
    }

    void elsewhereThereIsNone()
    {
        QVERIFY(!bracketPair(QStringLiteral("f(a)"), 0));
        QVERIFY(!bracketPair(QStringLiteral("'(' "), 2));
        QVERIFY(!bracketPair(QString(), 0));
    }
};

QTEST_APPLESS_MAIN(BracketsTest)
#include "tst_brackets.moc"
