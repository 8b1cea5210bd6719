// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/markedline.h"

#include <QTest>

using namespace Skillet::Ui;
using Skillet::Runner::SourceRange;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class MarkedLineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indentationGoesAndTheMarkMovesAlong()
    {
        const MarkedLine line = markedLine(s("    return o[\"x\"]  "), {8, 8, 11, 17});
        QCOMPARE(line.text, s("return o[\"x\"]"));
        QCOMPARE(line.text.mid(line.start, line.length), s("o[\"x\"]"));
        QCOMPARE(line.carets, s("       ~^^^^^"));
        QCOMPARE(line.number, 8);
    }

    void tabsBecomeSpaces()
    {
        const MarkedLine line = markedLine(s("\tx =\ty / 0"), {1, 1, 5, 10});
        QCOMPARE(line.text, s("x = y / 0"));
        QCOMPARE(line.text.mid(line.start, line.length), s("y / 0"));
        QCOMPARE(line.carets, s("    ~~^~~"));
    }

    void charactersOutsideTheBasicPlaneCountAsTwo()
    {
        const QString source = s("x = \"é😀\" + 1");
        const MarkedLine line = markedLine(source, {1, 1, 4, static_cast<int>(source.size())});
        QCOMPARE(line.text.mid(line.start, line.length), s("\"é😀\" + 1"));
        QCOMPARE(line.carets.trimmed(), s("~~~~~~^~~"));
    }

    void aPartThatGoesOnIsMarkedToTheEnd()
    {
        const MarkedLine line = markedLine(s("total(1,"), {3, 5, 0, 4});
        QCOMPARE(line.goesOnToLine, 5);
        QCOMPARE(line.length, 8);
        const MarkedLine part = markedLine(s("x = total(1,"), {3, 5, 4, 4});
        QCOMPARE(part.carets, s("    ^^^^^^^^"));
    }

    void unknownColumnsMarkNothing()
    {
        const MarkedLine line = markedLine(s("x = 1"), {1, 1, -1, -1});
        QCOMPARE(line.start, -1);
        QVERIFY(line.carets.isEmpty());
        QCOMPARE(markedLine(s("x"), {1, 1, 50, 60}).start, -1);
    }

    void aMarkBehindTheEndKeepsItsPlace()
    {
        const MarkedLine line = markedLine(s("print('a'"), {1, 1, 9, 9});
        QCOMPARE(line.start, 9);
        QCOMPARE(line.length, 0);
        QCOMPARE(line.carets, s("         ^"));
    }

    void aWholeLineNeedsNoCarets()
    {
        QVERIFY(markedLine(s("  main()"), {1, 1, 2, 8}).carets.isEmpty());
        QCOMPARE(markedLine(s("1/0"), {1, 1, 0, 3}).carets, s("~^~"));
    }

    void longLinesAreCutAroundTheMark()
    {
        const QString source = QString(5000, u'a') + s("(1/0)") + QString(5000, u'b');
        const MarkedLine line = markedLine(source, {1, 1, 5001, 5004});
        QVERIFY(line.text.size() <= 1000);
        QVERIFY(line.cutBefore);
        QVERIFY(line.cutAfter);
        QCOMPARE(line.text.mid(line.start, line.length), s("1/0"));
    }

    void hostileRangesAreHarmless_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("endColumn");
        QTest::newRow("reversed") << 5 << 2;
        QTest::newRow("beyond") << 2 << 1000;
        QTest::newRow("in the indentation") << 0 << 2;
        QTest::newRow("negative end") << 4 << -1;
        QTest::newRow("most") << 2147483647 << 2147483647;
    }
    void hostileRangesAreHarmless()
    {
        QFETCH(int, column);
        QFETCH(int, endColumn);
        const MarkedLine line = markedLine(s("    x = f(1)"), {1, 1, column, endColumn});
        QCOMPARE(line.text, s("x = f(1)"));
        QVERIFY(line.start >= -1 && line.start <= line.text.size());
        QVERIFY(line.length >= 0 && line.start + line.length <= line.text.size());
    }

    void caretsShowTheOperation_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("carets");
        const auto row = [](const char *expression, const char *carets) {
            QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(carets);
        };
        row("1/0", "~^~");
        row("a + b * c", "~~^~~~~~");
        row("a + b - c", "~~~~~~^~~");
        row("(a + b) * c", "~~~~~~~~^~~");
        row("a ** b ** c", "~~^^~~~~~~~");
        row("a // b", "~~^^~~");
        row("-a + b", "~~~^~~");
        row("a * -b", "~~^~~~");
        row("'+' + 1", "~~~~^~~");
        row("o['a']", "~^^^^^");
        row("o['a'][0]", "~~~~~~^^^");
        row("o['a]']", "~^^^^^^");
        row("f(x)[1]", "~~~~^^^");
        row("f(a + b)", "^^^^^^^^");
        row("a.b", "^^^");
        row("[1, 2]", "^^^^^^");
        row("a and b + c", "^^^^^^^^^^^");
        row("a < b", "^^^^^");
        row("x if y else z / 0", "^^^^^^^^^^^^^^^^^");
    }
    void caretsShowTheOperation()
    {
        QFETCH(QString, expression);
        QFETCH(QString, carets);
        QCOMPARE(caretsFor(expression).size(), expression.size());
        if (carets.contains(u'~'))
            QCOMPARE(caretsFor(expression), carets + QString(expression.size() - carets.size(), u'~'));
        else
            QCOMPARE(caretsFor(expression), QString(expression.size(), u'^'));
    }
};

QTEST_APPLESS_MAIN(MarkedLineTest)
#include "tst_markedline.moc"
