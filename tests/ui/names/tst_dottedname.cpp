// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/dottedname.h"

#include <QTest>

using namespace Skillet::Ui;

class DottedNameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameAtTheCaret_hasWhatLeadsToIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("name");
        const QString path = QStringLiteral("x = os.path.join(a, 3.5)");
        QTest::newRow("last word") << path << 14 << QStringLiteral("os.path.join");
        QTest::newRow("word before") << path << 9 << QStringLiteral("os.path");
        QTest::newRow("first word") << path << 5 << QStringLiteral("os");
        QTest::newRow("at its end") << path << 16 << QStringLiteral("os.path.join");
        QTest::newRow("at its start") << path << 4 << QStringLiteral("os");
        QTest::newRow("between") << path << 3 << QString();
        QTest::newRow("number") << path << 22 << QString();
        QTest::newRow("behind a bracket") << QStringLiteral("f().strip()") << 6 << QStringLiteral("strip");
        QTest::newRow("beyond the line") << QStringLiteral("print") << 99 << QStringLiteral("print");
        QTest::newRow("not ASCII") << QStringLiteral("gr\u00f6\u00dfe2") << 3
                                   << QStringLiteral("gr\u00f6\u00dfe2");
    }
    void theNameAtTheCaret_hasWhatLeadsToIt()
    {
        QFETCH(QString, line);
        QFETCH(int, column);
        QTEST(dottedNameAt(line, column), "name");
    }

    void aQuestionMark_asksForHelp_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("topic");
        QTest::newRow("before") << QStringLiteral("?str") << QStringLiteral("str");
        QTest::newRow("behind") << QStringLiteral("str.join?") << QStringLiteral("str.join");
        QTest::newRow("two") << QStringLiteral("  ?? str ") << QStringLiteral("str");
        QTest::newRow("a call") << QStringLiteral("f()?") << QString();
        QTest::newRow("code") << QStringLiteral("str") << QString();
        QTest::newRow("alone") << QStringLiteral("?") << QString();
        QTest::newRow("a comment") << QStringLiteral("# why?") << QString();
        QTest::newRow("two lines") << QStringLiteral("str\nint?") << QString();
        QTest::newRow("a number") << QStringLiteral("1?") << QString();
    }
    void aQuestionMark_asksForHelp()
    {
        QFETCH(QString, line);
        QTEST(helpTopic(line), "topic");
    }
};

QTEST_MAIN(DottedNameTest)
#include "tst_dottedname.moc"
