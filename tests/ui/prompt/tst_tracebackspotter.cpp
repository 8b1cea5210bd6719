// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/tracebackspotter.h"

#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

class TracebackSpotterTest final : public QObject
{
    Q_OBJECT

    /// What comes out of the lines, one after another.
    static QList<Runner::Traceback> found(const char *text)
    {
        TracebackSpotter spotter;
        QList<Runner::Traceback> all;
        for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
            if (const auto traceback = spotter.feed(line))
                all.append(*traceback);
        }
        if (const auto traceback = spotter.end())
            all.append(*traceback);
        return all;
    }

private Q_SLOTS:
    void aThreadsTracebackIsRead()
    {
        const auto all = found("Exception in thread Thread-1 (work):\nTraceback (most recent call last):\n"
                               "  File \"/usr/lib/python3.11/threading.py\", line 1038, in _bootstrap_inner\n"
                               "    self.run()\n"
                               "  File \"/home/ada/shop.py\", line 3, in work\n    1/0\n    ~^~\n"
                               "ZeroDivisionError: division by zero\nmore: output\n");
        QCOMPARE(all.size(), 1);
        const Runner::ExceptionInfo &raised = all.first().exceptions.first();
        QCOMPARE(raised.type, QStringLiteral("ZeroDivisionError"));
        QCOMPARE(raised.message, QStringLiteral("division by zero"));
        QCOMPARE(raised.frames.size(), 2);
        QVERIFY(!raised.frames[0].isLearners);
        QVERIFY(raised.frames[1].isLearners);
        QCOMPARE(raised.frames[1].file, QStringLiteral("/home/ada/shop.py"));
        QCOMPARE(raised.frames[1].range.line, 3);
        QCOMPARE(raised.frames[1].function, QStringLiteral("work"));
        QCOMPARE(raised.frames[1].sourceLine, QStringLiteral("1/0"));
        QVERIFY(all.first().plainText.startsWith(QStringLiteral("Traceback (")));
        QVERIFY(all.first().plainText.endsWith(QStringLiteral("by zero\n")));
    }

    void repeatedFramesAreCounted()
    {
        const auto all = found("Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    f()\n"
                               "  [Previous line repeated 996 more times]\nRecursionError\n");
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().exceptions.first().frames.first().repeated, 996);
        QCOMPARE(all.first().exceptions.first().type, QStringLiteral("RecursionError"));
    }

    void warningsAreRead()
    {
        const auto all = found("/home/ada/shop.py:3: UserWarning: hm\n  warnings.warn(\"hm\")\n"
                               "/usr/lib/python3.11/ast.py:50: np.RankWarning: a: b\n"
                               "<python-input-2>:1: SyntaxWarning: \"is\" with a literal\nout\n"
                               "gone.py:7: DeprecationWarning: old");
        QCOMPARE(all.size(), 4);
        for (const Runner::Traceback &each : all)
            QVERIFY(each.isWarning);
        const Runner::ExceptionInfo &first = all[0].exceptions.first();
        QCOMPARE(first.type, QStringLiteral("UserWarning"));
        QCOMPARE(first.message, QStringLiteral("hm"));
        QCOMPARE(first.frames.first().sourceLine, QStringLiteral("warnings.warn(\"hm\")"));
        QCOMPARE(first.frames.first().range.line, 3);
        QCOMPARE(first.whereToLook(), 0);
        QCOMPARE(all[0].plainText,
                 QStringLiteral("/home/ada/shop.py:3: UserWarning: hm\n  warnings.warn(\"hm\")\n"));
        QCOMPARE(all[1].exceptions.first().type, QStringLiteral("np.RankWarning"));
        QCOMPARE(all[1].exceptions.first().whereToLook(), -1);
        QCOMPARE(all[2].exceptions.first().whereToLook(), 0);
        QVERIFY(all[2].exceptions.first().frames.first().sourceLine.isEmpty());
        QCOMPARE(all[3].exceptions.first().message, QStringLiteral("old"));
    }

    void anErrorBehindAWarningIsReadToo()
    {
        const auto all = found("shop.py:3: UserWarning: hm\nTraceback (most recent call last):\n"
                               "  File \"shop.py\", line 3, in work\n    1/0\nZeroDivisionError: no\n");
        QCOMPARE(all.size(), 2);
        QVERIFY(all[0].isWarning);
        QVERIFY(!all[1].isWarning);
        QCOMPARE(all[1].exceptions.first().type, QStringLiteral("ZeroDivisionError"));
    }

    void otherTextIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no heading") << QByteArray("  File \"a.py\", line 1, in f\nValueError: x\n");
        QTest::newRow("no frames") << QByteArray("Traceback (most recent call last):\nValueError: x\n");
        QTest::newRow("cut short") << QByteArray(
            "Traceback (most recent call last):\n  File \"a.py\", line 1\n\n");
        QTest::newRow("endless") << QByteArray("Traceback (most recent call last):\n")
                + QByteArray("  File \"a.py\", line 1, in f\n").repeated(9000) + "ValueError: x\n";
    }
    void otherTextIsNone()
    {
        QFETCH(QByteArray, text);
        QVERIFY(found(text.constData()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TracebackSpotterTest)
#include "tst_tracebackspotter.moc"
