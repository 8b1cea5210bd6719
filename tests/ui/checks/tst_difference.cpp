// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/difference.h"

#include <QtTest>

using namespace Skillet::Ui;

class TestDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_areWholeWords_data();
    void parts_areWholeWords();
};

void TestDifference::parts_areWholeWords_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("leftPart");
    QTest::addColumn<QString>("rightPart");
    const auto row = [](const char *name, const char *left, const char *right, const char *one,
                        const char *other) {
        QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right) << QString::fromUtf8(one)
                            << QString::fromUtf8(other);
    };
    row("same", "abc", "abc", "", "");
    row("both empty", "", "", "", "");
    row("a number", "2: 5.60 EUR", "2: 7.00 EUR", "5.60", "7.00");
    row("a missing letter", "helo you", "hello you", "helo", "hello");
    row("a sign", "a, b", "a; b", ",", ";");
    row("something more at the end", "1, 2", "1, 2, 3", "", ", 3");
    row("one empty", "", "None", "", "None");
    row("nothing in common", "True", "7", "True", "7");
    row("another half of a pair", "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x81", "\xF0\x9F\x98\x80",
        "\xF0\x9F\x98\x81");
    row("a repeated letter", "aa", "aaa", "aa", "aaa");
}

void TestDifference::parts_areWholeWords()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    const Difference parts = difference(left, right);
    QTEST(left.mid(parts.left.start, parts.left.length), "leftPart");
    QTEST(right.mid(parts.right.start, parts.right.length), "rightPart");
}

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
