// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/opening.h"
#include "progress/rows.h"
#include "progress/store.h"
#include "progress/summaries.h"
#include "samplerecords.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Progress;

namespace {

Attempt attemptAt(int day, int minute, Outcome outcome, int hints)
{
    Attempt attempt = sampleAttempt(0);
    attempt.id = QUuid::createUuid();
    attempt.when =
        QDateTime(QDate(2026, 3, 1).addDays(day), QTime(10, 0), QTimeZone("Asia/Tokyo")).addSecs(minute * 60);
    attempt.outcome = outcome;
    attempt.hintsUsed = hints;
    return attempt;
}

QList<QVariantList> allRows(Database &database, const QString &table)
{
    QList<QVariantList> rows;
    const auto failure =
        database.run(QStringLiteral("SELECT * FROM ") + table, {}, [&rows](const QSqlQuery &row) {
            QVariantList columns;
            for (int i = 0; row.value(i).isValid(); ++i)
                columns.append(row.value(i));
            rows.append(columns);
        });
    return failure ? QList<QVariantList>() : rows;
}

} // namespace

class TestSummaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDay_isCountedOnceForEachAttempt();
    void theEarliestAttemptOfADay_isItsFirst();
    void errors_areCountedByCauseAndDay();
    void rebuilding_givesTheSame();
    void anOldHint_doesNotCountForPractisingAgain();
    void minutes_areCountedByDayAndItem();

private:
    std::unique_ptr<Store> m_store;
};

void TestSummaries::init()
{
    auto opened = Store::openInMemory();
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
}

void TestSummaries::aDay_isCountedOnceForEachAttempt()
{
    const Attempt failed = attemptAt(0, 0, Outcome::Failed, 0);
    for (const Attempt &attempt : {failed, failed, attemptAt(0, 5, Outcome::Passed, 2),
                                   attemptAt(4, 0, Outcome::Passed, 0), attemptAt(4, 1, Outcome::Passed, 0)})
        QVERIFY(m_store->record(attempt).ok());
    const QList<ExerciseDay> days = m_store->exerciseDays(QStringLiteral("python")).value();
    QCOMPARE(days.size(), 2);
    QCOMPARE(days.at(0).day, QDate(2026, 3, 1)); // the learner's, not UTC's
    QCOMPARE(days.at(0).attempts, 2); // the same attempt twice is one
    QCOMPARE(days.at(0).passes, 1);
    QCOMPARE(days.at(0).unaided, 0);
    QVERIFY(!days.at(0).firstPassed);
    QCOMPARE(days.at(1).unaided, 2);
    QVERIFY(days.at(1).firstPassed);
    QVERIFY(m_store->exerciseDays(QStringLiteral("other")).value().isEmpty());
}

void TestSummaries::theEarliestAttemptOfADay_isItsFirst()
{
    QVERIFY(m_store->record(attemptAt(0, 30, Outcome::Passed, 1)).ok());
    QVERIFY(m_store->record(attemptAt(0, 10, Outcome::Failed, 0)).ok()); // the clock was set back
    const ExerciseDay day = m_store->exerciseDays(QStringLiteral("python")).value().constFirst();
    QVERIFY(!day.firstPassed);
    QCOMPARE(day.firstHints, 0);
}

void TestSummaries::errors_areCountedByCauseAndDay()
{
    for (int n = 0; n < 8; ++n)
        QVERIFY(m_store->record(sampleIncident(n)).ok());
    int all = 0;
    for (const CauseDay &day : m_store->causeDays().value())
        all += day.count;
    QCOMPARE(all, 6); // two of eight were pasted
}

void TestSummaries::rebuilding_givesTheSame()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("progress.sqlite"));
    {
        const auto store = Store::open(file);
        QVERIFY(store.ok());
        for (int n = 0; n < 300; ++n) {
            QVERIFY(store.value()->record(sampleAttempt(n * 37 % 300)).ok());
            QVERIFY(store.value()->record(sampleIncident(n)).ok());
        }
    }
    OpenedDatabase opened = openDatabase(file);
    auto *database = std::get_if<std::unique_ptr<Database>>(&opened);
    QVERIFY(database != nullptr);
    for (const QString &table : {QStringLiteral("exercise_days"), QStringLiteral("cause_days")}) {
        const QList<QVariantList> before = allRows(**database, table);
        QVERIFY(before.size() > 1);
        QVERIFY(!(*database)->execute(QStringLiteral("DELETE FROM ") + table));
        QVERIFY(!rebuildSummaries(**database));
        QCOMPARE(allRows(**database, table), before);
    }
}

void TestSummaries::anOldHint_doesNotCountForPractisingAgain()
{
    const QString course = QStringLiteral("python");
    const Attempt passed = attemptAt(0, 10, Outcome::Passed, 1);
    Event hint = sampleEvent(0);
    hint.kind = EventKind::HintShown;
    hint.item = passed.exercise;
    hint.when = passed.when.addSecs(-60);
    QVERIFY(m_store->record(hint).ok());
    const auto hintsOn = [&](int day) {
        return m_store->hintsInThisPractice(course, passed.exercise, attemptAt(day, -600, {}, 0).when)
            .value();
    };
    QCOMPARE(hintsOn(0), 1);
    QVERIFY(m_store->record(passed).ok());
    QCOMPARE(hintsOn(0), 1); // pressing Check once more changes nothing
    QCOMPARE(hintsOn(3), 0);
    QCOMPARE(m_store->hintsShown(course, passed.exercise).value(), 1);
}

void TestSummaries::minutes_areCountedByDayAndItem()
{
    for (int n = 0; n < 6; ++n) {
        Event active = sampleEvent(n / 2); // two windows tell of the same minute
        active.id = QUuid::createUuid();
        active.kind = EventKind::Active;
        active.item = QStringLiteral("basics/i1");
        QVERIFY(m_store->record(active).ok());
    }
    const QHash<QDate, int> byDay = m_store->minutesByDay().value();
    QCOMPARE(byDay.size(), 1);
    QCOMPARE(byDay.value(sampleEvent(0).when.date()), 3);
    QCOMPARE(m_store->minutesByItem(QStringLiteral("python")).value().value(QStringLiteral("basics/i1")), 6);
}

QTEST_GUILESS_MAIN(TestSummaries)
#include "tst_summaries.moc"
