// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputpump.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet::Ui;

class OutputPumpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstTextIsHandedOnAtOnce()
    {
        OutputPump pump;
        const QSignalSpy ready(&pump, &OutputPump::textReady);
        pump.addText(QStringLiteral("hello\n"), ColorRole::Text);
        QCOMPARE(ready.size(), 1);
        QVERIFY(pump.isEmpty());
    }

    void whatBelongsToWrittenTextHappensWithIt()
    {
        OutputPump pump;
        bool ended = false;
        pump.addText(QStringLiteral("2\n"), ColorRole::Text);
        pump.then([&] { ended = true; });
        QVERIFY(ended);
        QVERIFY(pump.isEmpty());
    }

    void orderIsKeptBetweenTextAndEvents()
    {
        OutputPump pump;
        QStringList seen;
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole color) {
            seen.append(text + (color == ColorRole::Error ? u'!' : u'.'));
        });
        pump.addText(QStringLiteral("a"), ColorRole::Text);
        pump.addText(QStringLiteral("b"), ColorRole::Text);
        pump.addText(QStringLiteral("c"), ColorRole::Text);
        pump.addText(QStringLiteral("d"), ColorRole::Error);
        pump.then([&] { seen.append(QStringLiteral("event")); });
        pump.addText(QStringLiteral("e"), ColorRole::Text);
        QTRY_VERIFY(pump.isEmpty());
        QCOMPARE(seen,
                 (QStringList{QStringLiteral("a."), QStringLiteral("bc."), QStringLiteral("d!"),
                              QStringLiteral("event"), QStringLiteral("e.")}));
    }

    void aFloodComesInSlices()
    {
        OutputPump pump;
        qsizetype largest = 0;
        qsizetype total = 0;
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) {
            largest = std::max(largest, text.size());
            total += text.size();
        });
        const QString line(79, u'x');
        pump.addText((line + u'\n').repeated(5000), ColorRole::Text);
        QTRY_VERIFY(pump.isEmpty());
        QCOMPARE(total, 400000);
        QVERIFY(largest <= OutputPump::SliceCharacters);
    }

    void slicesGetSmallerWhereTheyTakeLong()
    {
        OutputPump pump;
        qsizetype smallest = OutputPump::SliceLines;
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) {
            smallest = std::min(smallest, text.count(u'\n'));
            QTest::qSleep(8);
        });
        pump.addText(QStringLiteral("line\n").repeated(1000), ColorRole::Text);
        QTRY_VERIFY(pump.isEmpty());
        QVERIFY2(smallest <= OutputPump::SliceLines / 4, qPrintable(QString::number(smallest)));
    }

    void aHurryKeepsTheEndForLater()
    {
        OutputPump pump;
        QString shown;
        QString dropped;
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) { shown += text; });
        connect(&pump, &OutputPump::textDropped, this,
                [&](const QString &text, ColorRole) { dropped += text; });
        pump.setHurried(true);
        QString all;
        for (int i = 0; i < 20000; ++i) {
            const QString line = QStringLiteral("a line with the number %1 in it\n").arg(i);
            all += line;
            pump.addText(line, ColorRole::Text);
        }
        bool told = false;
        pump.then([&] { told = true; });
        QTest::qWait(50);
        QVERIFY(shown.isEmpty());
        QVERIFY(!told);
        QVERIFY(!dropped.isEmpty());
        pump.setHurried(false);
        QTRY_VERIFY(told);
        QVERIFY(shown.count(u'\n') <= OutputPump::ShortLines);
        QVERIFY(shown.endsWith(QStringLiteral("number 19999 in it\n")));
        QCOMPARE(dropped + shown, all);
    }

    void whatWouldScrollAwayIsDroppedAndCounted()
    {
        OutputPump pump;
        pump.setLimits(100, 1000000);
        qint64 dropped = 0;
        qint64 shown = 0;
        QString last;
        connect(&pump, &OutputPump::linesDropped, this, [&](qint64 lines) { dropped += lines; });
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) {
            shown += text.count(u'\n');
            last = text;
        });
        for (int i = 0; i < 5000; ++i)
            pump.addText(QString::number(i) + u'\n', ColorRole::Text);
        QTRY_VERIFY(pump.isEmpty());
        QCOMPARE(dropped + shown, 5000);
        QVERIFY(dropped > 4000);
        QVERIFY(last.endsWith(QLatin1String("4999\n")));
    }

    void oneEndlessLineIsBoundedToo()
    {
        OutputPump pump;
        pump.setLimits(100, 10000);
        qint64 shown = 0;
        connect(&pump, &OutputPump::textReady, this,
                [&](const QString &text, ColorRole) { shown += text.size(); });
        for (int i = 0; i < 100; ++i)
            pump.addText(QString(5000, u'x'), ColorRole::Text);
        QTRY_VERIFY(pump.isEmpty());
        QVERIFY(shown < 100 * 5000);
        QVERIFY(shown >= 5000);
    }

    void shortenedTextGoesWholeButForItsEnd()
    {
        OutputPump pump;
        QString dropped;
        QString shown;
        bool ended = false;
        connect(&pump, &OutputPump::textDropped, this,
                [&](const QString &text, ColorRole) { dropped += text; });
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) { shown += text; });
        pump.addText(QStringLiteral("first\n"), ColorRole::Text);
        QString all;
        for (int i = 0; i < 9000; ++i)
            all += QString::number(i) + u'\n';
        pump.addText(all, ColorRole::Text);
        pump.shorten();
        pump.then([&] { ended = true; });
        QVERIFY(!dropped.isEmpty());
        QTRY_VERIFY(ended);
        QCOMPARE(QStringLiteral("first\n") + dropped + shown.mid(6), QStringLiteral("first\n") + all);
        QCOMPARE(shown.count(u'\n'), OutputPump::ShortLines + 1);
    }

    void littleTextIsNotShortened()
    {
        OutputPump pump;
        const QSignalSpy dropped(&pump, &OutputPump::textDropped);
        pump.addText(QStringLiteral("now\n"), ColorRole::Text);
        pump.addText(QStringLiteral("waits\n"), ColorRole::Text);
        pump.shorten();
        QTRY_VERIFY(pump.isEmpty());
        QCOMPARE(dropped.size(), 0);
    }

    void droppedTextKeepsTheOrderOfItsColors()
    {
        OutputPump pump;
        pump.setLimits(100, 1000);
        QString all;
        QString got;
        connect(&pump, &OutputPump::textDropped, this, [&](const QString &text, ColorRole) { got += text; });
        connect(&pump, &OutputPump::textReady, this, [&](const QString &text, ColorRole) { got += text; });
        for (int i = 0; i < 3000; ++i) {
            const QString text = QStringLiteral("%1, ").arg(i);
            all += text;
            pump.addText(text, i % 3 == 0 ? ColorRole::Error : ColorRole::Text);
        }
        QTRY_VERIFY(pump.isEmpty());
        QCOMPARE(got, all);
    }

    void eventsSurviveDroppedText()
    {
        OutputPump pump;
        bool called = false;
        pump.addText(QStringLiteral("now\n"), ColorRole::Text);
        pump.addText(QStringLiteral("waits\n"), ColorRole::Text);
        pump.then([&] { called = true; });
        pump.dropText();
        QVERIFY(called);
        QVERIFY(pump.isEmpty());
    }
};

QTEST_GUILESS_MAIN(OutputPumpTest)
#include "tst_outputpump.moc"
