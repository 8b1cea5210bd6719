// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/fileindentation.h"

#include <QtTest>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FileIndentationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void use_isCounted_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("mixed");
        QTest::addColumn<bool>("tabs");
        QTest::addColumn<int>("firstOdd");
        QTest::newRow("none") << s("x = 1\ny = 2\n") << false << false << 0;
        QTest::newRow("spaces") << s("if x:\n    y = 2\n") << false << false << 0;
        QTest::newRow("tabs") << s("if x:\n\ty = 2\n") << false << true << 0;
        QTest::newRow("one tab among spaces") << s("if x:\n    y\n    z\n\tq\n") << true << false << 4;
        QTest::newRow("one space among tabs") << s("if x:\n\ty\n\tz\n    q\n") << true << true << 4;
        QTest::newRow("both in a line") << s("if x:\n    y\n\t    z\n") << true << false << 3;
        QTest::newRow("blank lines say nothing") << s("if x:\n    y\n\t\n\t\n") << false << false << 0;
        QTest::newRow("a string is text")
            << s("x = '''\n\ta\n\tb\n'''\nif x:\n    y\n") << false << false << 0;
    }

    void use_isCounted()
    {
        QFETCH(QString, code);
        QFETCH(bool, mixed);
        QFETCH(bool, tabs);
        QFETCH(int, firstOdd);
        const IndentationUse use = indentationUse(code, true);
        QCOMPARE(use.isMixed(), mixed);
        QCOMPARE(use.most() == IndentWith::Tabs, tabs);
        QCOMPARE(use.firstOdd, firstOdd);
    }

    void theStep_isThatOfMostLines()
    {
        QCOMPARE(indentationUse(s("if x:\n  a\n  if y:\n    b\n"), true).width, 2);
        QCOMPARE(indentationUse(s("if x:\n    a\n    if y:\n        b\n"), true).width, 4);
        QCOMPARE(indentationUse(s("x = 1\n"), true).width, 4);
    }

    void tabs_becomeSpaces_andBack_butNotInStrings()
    {
        const QString tabs = s("if x:\n\ttext = '''\n\tstays\n'''\n\tif y:\n\t\tz = '\t'  # \t\n");
        const QString spaces = s("if x:\n    text = '''\n\tstays\n'''\n    if y:\n        z = '\t'  # \t\n");
        QCOMPARE(indentedWith(tabs, IndentWith::Spaces, 4, true), spaces);
        QCOMPARE(indentedWith(spaces, IndentWith::Tabs, 4, true), tabs);
        QCOMPARE(indentedWith(spaces, IndentWith::Spaces, 4, true), spaces);
    }

    void aTab_reachesToTheNextStop()
    {
        QCOMPARE(indentedWith(s("  \tx\n"), IndentWith::Spaces, 4, true), s("    x\n"));
        QCOMPARE(indentedWith(s("      x"), IndentWith::Tabs, 4, true), s("\t  x"));
    }

    void otherLanguages_haveNoStringsOfSeveralLines()
    {
        QCOMPARE(indentedWith(s("a: '''\n\tb\n"), IndentWith::Spaces, 4, false), s("a: '''\n    b\n"));
    }

    void anEmptyText_staysOne()
    {
        QCOMPARE(indentedWith({}, IndentWith::Tabs, 4, true), QString());
        QVERIFY(!indentationUse({}, true).isMixed());
    }
};

QTEST_APPLESS_MAIN(FileIndentationTest)
#include "tst_fileindentation.moc"
