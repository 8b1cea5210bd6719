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
