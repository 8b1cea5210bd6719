// SPDX-License-Identifier: GPL-3.0-or-later
#include "study/fsrs.h"

#include <QtTest>

#include <cmath>

using namespace Skillet::Study;

namespace {

struct After
{
    double stability;
    double difficulty;
    int interval;
};

Rating ratingOf(char letter)
{
    return letter == 'A' ? Rating::Again
        : letter == 'H'  ? Rating::Hard
        : letter == 'G'  ? Rating::Good
                         : Rating::Easy;
}

} // namespace

Q_DECLARE_METATYPE(After)

class TestFsrs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedValue_isMet();
    void sequences_areAsTheReferenceHasThem_data();
    void sequences_areAsTheReferenceHasThem();
    void recallFades_andIsNinetyPercentAfterTheInterval();
    void betterAnswers_comeBackLater();
    void numbers_stayInBounds();
};

/// From the tests of the authors' own implementation for Python, version 6.3: Again, then five times Good
/// after 0, 1, 3, 8 and 21 days, and once more on the same day.
void TestFsrs::publishedValue_isMet()
{
    Memory memory = firstMemory(Rating::Again);
    for (const int days : {0, 1, 3, 8, 21, 0})
        memory = nextMemory(memory, days, Rating::Good);
    QVERIFY(std::abs(memory.stability - 53.62691) < 1e-4);
    QVERIFY(std::abs(memory.difficulty - 6.346358) < 1e-5);
}

/// Computed with the authors' implementation (Python package fsrs 6.3), without steps of minutes.
void TestFsrs::sequences_areAsTheReferenceHasThem_data()
{
    QTest::addColumn<QByteArray>("ratings");
    QTest::addColumn<QList<int>>("gaps");
    QTest::addColumn<QList<After>>("after");
    QTest::addColumn<double>("recalledIn20Days");
    QTest::newRow("always good") << QByteArray("GGGGGG") << QList<int>{0, 2, 10, 40, 150, 400}
                                 << QList<After>{{2.3065, 2.118104, 2},       {10.964332, 2.111214, 11},
                                                 {43.931669, 2.104331, 44},   {148.705523, 2.097455, 149},
                                                 {460.607371, 2.090586, 461}, {1179.011193, 2.083724, 1179}}
                                 << 0.99745998;
    QTest::newRow("up and down") << QByteArray("AGHEG") << QList<int>{0, 1, 3, 0, 12}
                                 << QList<After>{{0.212, 6.4133, 1},
                                                 {1.886788, 6.402115, 2},
                                                 {5.345706, 7.596785, 5},
                                                 {8.653548, 6.77897, 9},
                                                 {25.850279, 6.76742, 26}}
                                 << 0.91664208;
    QTest::newRow("forgotten twice") << QByteArray("EAGGA") << QList<int>{0, 8, 1, 5, 30}
                                     << QList<After>{{8.2956, 1.0, 8},
                                                     {1.388632, 7.02699, 1},
                                                     {3.594938, 7.015191, 4},
                                                     {11.417368, 7.003404, 11},
                                                     {1.658964, 9.000268, 2}}
                                     << 0.67479217;
    QTest::newRow("always hard") << QByteArray("HHHH") << QList<int>{0, 1, 0, 2}
                                 << QList<After>{{1.2931, 5.112171, 1},
                                                 {3.249412, 6.74046, 3},
                                                 {3.249412, 7.821393, 3},
                                                 {5.157331, 8.538968, 5}}
                                 << 0.78510558;
    QTest::newRow("forgotten on the same day") << QByteArray("GAAG") << QList<int>{0, 3, 0, 1}
                                               << QList<After>{{2.3065, 2.118104, 2},
                                                               {0.636851, 7.394503, 1},
                                                               {0.232922, 9.128819, 1},
                                                               {0.940442, 9.114919, 1}}
                                               << 0.62152812;
}

void TestFsrs::sequences_areAsTheReferenceHasThem()
{
    QFETCH(QByteArray, ratings);
    QFETCH(QList<int>, gaps);
    QFETCH(QList<After>, after);
    QFETCH(double, recalledIn20Days);
    Memory memory;
    for (qsizetype i = 0; i < ratings.size(); ++i) {
        const Rating rating = ratingOf(ratings.at(i));
        memory = i == 0 ? firstMemory(rating) : nextMemory(memory, gaps.at(i), rating);
        QVERIFY2(std::abs(memory.stability - after.at(i).stability) < 1e-5, qPrintable(QString::number(i)));
        QVERIFY2(std::abs(memory.difficulty - after.at(i).difficulty) < 1e-5, qPrintable(QString::number(i)));
        QCOMPARE(intervalOf(memory, WantedRetention, 36500), after.at(i).interval);
    }
    QVERIFY(std::abs(retrievability(memory, 20) - recalledIn20Days) < 1e-7);
}

void TestFsrs::recallFades_andIsNinetyPercentAfterTheInterval()
{
    const Memory memory = nextMemory(firstMemory(Rating::Good), 3, Rating::Good);
    QCOMPARE(retrievability(memory, 0), 1.0);
    QCOMPARE(retrievability(memory, -5), 1.0); // the clock was set back
    double before = 1.1;
    for (int day = 0; day < 400; ++day) {
        const double now = retrievability(memory, day);
        QVERIFY(now < before && now > 0);
        before = now;
    }
    QVERIFY(std::abs(retrievability({10, 5}, 10) - 0.9) < 1e-12);
    QVERIFY(intervalOf(memory, 0.95) < intervalOf(memory, 0.9));
}

void TestFsrs::betterAnswers_comeBackLater()
{
    for (const int days : {0, 1, 5, 60}) {
        for (double stability = 0.1; stability < 200; stability *= 3) {
            double before = 0;
            for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy}) {
                const Memory next = nextMemory({stability, 6}, days, rating);
                QVERIFY(next.stability >= before);
                before = next.stability;
            }
        }
    }
}

void TestFsrs::numbers_stayInBounds()
{
    Memory memory = firstMemory(Rating::Again);
    for (int i = 0; i < 3000; ++i) {
        memory = nextMemory(memory, i * 7 % 400 - 3, static_cast<Rating>(i * 13 % 4 + 1));
        QVERIFY(memory.difficulty >= 1 && memory.difficulty <= 10);
        QVERIFY(std::isfinite(memory.stability) && memory.stability > 0);
        QVERIFY(intervalOf(memory) >= 1 && intervalOf(memory) <= LongestInterval);
    }
}

QTEST_APPLESS_MAIN(TestFsrs)
#include "tst_fsrs.moc"
