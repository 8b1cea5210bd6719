// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/crashplace.h"

#include <QTest>

using namespace Skillet::Runner;

class TestCrashPlace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void place_isTheLearnersOwnLine();
    void otherThreads_areNotTakenForTheOneThatCrashed();
    void textWithoutACrash_hasNoPlace_data();
    void textWithoutACrash_hasNoPlace();
    void tail_keepsTheEndAndIsBounded();
};

void TestCrashPlace::place_isTheLearnersOwnLine()
{
    const CrashPlace place =
        findCrashPlace("words of the program\n"
                       "Fatal Python error: Segmentation fault\n\n"
                       "Current thread 0x00007f0a (most recent call first):\n"
                       "  File \"/usr/lib/python3.11/ctypes/__init__.py\", line 519 in string_at\n"
                       "  File \"/home/a/orders \xC3\xA9.py\", line 12 in total\n"
                       "  File \"<python-input-0>\", line 1 in <module>\n\n"
                       "Extension modules: numpy.core._multiarray_umath (total: 1)\n");
    QVERIFY(place.isKnown());
    QCOMPARE(place.function, QStringLiteral("string_at"));
    QCOMPARE(place.file, QString::fromUtf8("/home/a/orders é.py"));
    QCOMPARE(place.line, 12);
}

void TestCrashPlace::otherThreads_areNotTakenForTheOneThatCrashed()
{
    const CrashPlace place = findCrashPlace("Fatal Python error: Aborted\n\n"
                                            "Thread 0x1 (most recent call first):\n"
                                            "  File \"<python-input-0>\", line 5 in wait\n\n"
                                            "Current thread 0x2 (most recent call first):\n"
                                            "  File \"<python-input-9>\", line 2 in <module>\n");
    QCOMPARE(place.file, QStringLiteral("<python-input-9>"));
    QCOMPARE(place.line, 2);
}

void TestCrashPlace::textWithoutACrash_hasNoPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a traceback") << QByteArray("  File \"a.py\", line 12 in total\n");
    QTest::newRow("cut short") << QByteArray("Fatal Python error: Segmentation fault\n\nCurrent thr");
    QTest::newRow("only library code")
        << QByteArray("Fatal Python error: Aborted\n\nCurrent thread 0x2 (most recent call first):\n"
                      "  File \"/usr/lib/python3.11/threading.py\", line 9 in run\n");
    QTest::newRow("a line too large for a number")
        << QByteArray("Fatal Python error: Aborted\n\nCurrent thread 0x2 (most recent call first):\n"
                      "  File \"a.py\", line 99999999999999999999 in run\n");
}

void TestCrashPlace::textWithoutACrash_hasNoPlace()
{
    QFETCH(QByteArray, text);
    QVERIFY(!findCrashPlace(text).isKnown());
}

void TestCrashPlace::tail_keepsTheEndAndIsBounded()
{
    ErrorTail tail;
    for (int i = 0; i < 1000; ++i)
        tail.add(QByteArray(1000, 'x') + QByteArray::number(i));
    QVERIFY(tail.bytes().endsWith("999"));
    QVERIFY(tail.bytes().size() >= 65536);
    QVERIFY(tail.bytes().size() <= 2 * 65536);
}

QTEST_GUILESS_MAIN(TestCrashPlace)
#include "tst_crashplace.moc"
