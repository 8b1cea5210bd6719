// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/store.h"
#include "samplerecords.h"

#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace Skillet::Progress;
using Skillet::Core::ErrorCode;

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void attempts_areThereAfterReopening();
    void attempts_comeNewestFirst();
    void recordingTwice_keepsOne();
    void invalidRecords_areRefused();
    void states_followAttemptsAndEvents();
    void states_keepCoursesApart();
    void hintsShown_countsForOneExercise();
    void activeMinutes_countDistinctMinutesOfALocalDay();
    void incidents_comeNewestFirst();
    void incidents_touchNoItem();
    void guesses_areTallied();
    void strangeTexts_roundTrip();
    void zones_roundTrip_data();
    void zones_roundTrip();
    void inMemory_forgetsAndSaysSo();
    void missingFolders_areMade();
    void twoStores_useOneFile();
    void noConnection_isLeftBehind();

private:
    [[nodiscard]] std::unique_ptr<Store> open() const;
    static Event event(EventKind kind, const char *item);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const QString m_course = QStringLiteral("python");
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("progress.sqlite"));
}

void TestStore::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

std::unique_ptr<Store> TestStore::open() const
{
    auto store = Store::open(m_file);
    if (!store) {
        qWarning("%s", qPrintable(store.error().message));
        return nullptr;
    }
    return std::move(store).value();
}

Event TestStore::event(EventKind kind, const char *item)
{
    Event event;
    event.course = QStringLiteral("python");
    event.kind = kind;
    event.item = QLatin1String(item);
    return event;
}

void TestStore::attempts_areThereAfterReopening()
{
    const Attempt attempt = sampleAttempt(9);
    {
        const auto store = open();
        QVERIFY(store);
        QVERIFY(store->isPersistent());
        QCOMPARE(store->recovery(), Store::Recovery::None);
        QVERIFY(store->recoveryNote().isEmpty());
        QVERIFY(store->record(attempt).ok());
    }
    const auto store = open();
    QVERIFY(store);
    const auto attempts = store->attempts(m_course, attempt.exercise);
    QVERIFY(attempts.ok());
    QCOMPARE(attempts.value().size(), 1);
    QVERIFY(sameContent(attempts.value().at(0), attempt));
    QVERIFY(!QFile::exists(m_file + QStringLiteral("-journal")));
}

void TestStore::attempts_comeNewestFirst()
{
    const auto store = open();
    QVERIFY(store);
    for (const int n : {14, 0, 21, 7}) {
        QVERIFY(store->record(sampleAttempt(n)).ok());
    }
    const auto attempts = store->attempts(m_course, QStringLiteral("basics/e0"));
    QVERIFY(attempts.ok());
    QList<qint64> durations;
    for (const Attempt &attempt : attempts.value()) {
        durations.append(attempt.durationMs);
    }
    QCOMPARE(durations, (QList<qint64>{121, 114, 107, 100}));
    QVERIFY(store->attempts(m_course, QStringLiteral("basics/none")).value().isEmpty());
    QVERIFY(store->attempts(QStringLiteral("other"), QStringLiteral("basics/e0")).value().isEmpty());
}

void TestStore::recordingTwice_keepsOne()
{
    const auto store = open();
    QVERIFY(store);
    Attempt attempt = sampleAttempt(1);
    Event hint = event(EventKind::HintShown, "basics/e1");
    for (int i = 0; i < 3; ++i) {
        QVERIFY(store->record(attempt).ok());
        QVERIFY(store->record(hint).ok());
        attempt.code = QStringLiteral("changed"); // what was recorded first stays
    }
    QCOMPARE(store->attempts(m_course, attempt.exercise).value().size(), 1);
    QVERIFY(sameContent(store->attempts(m_course, attempt.exercise).value().at(0), sampleAttempt(1)));
    QCOMPARE(store->hintsShown(m_course, QStringLiteral("basics/e1")).value(), 1);
}

void TestStore::invalidRecords_areRefused()
{
    const auto store = open();
    QVERIFY(store);
    Attempt noId = sampleAttempt(1);
    noId.id = QUuid();
    Attempt noTime = sampleAttempt(2);
    noTime.when = QDateTime();
    Attempt noExercise = sampleAttempt(3);
    noExercise.exercise.clear();
    for (const Attempt &attempt : {noId, noTime, noExercise}) {
        QCOMPARE(store->record(attempt).error().code, ErrorCode::Invalid);
    }
    QCOMPARE(store->record(event(EventKind::LessonOpened, "")).error().code, ErrorCode::Invalid);
    QVERIFY(store->record(event(EventKind::Active, "")).ok());
    QVERIFY(store->states(m_course).value().isEmpty());
}

void TestStore::states_followAttemptsAndEvents()
{
    const auto store = open();
    QVERIFY(store);
    const auto attempt = [&](const char *exercise, Outcome outcome) {
        Attempt made = sampleAttempt(1);
        made.id = QUuid::createUuid();
        made.exercise = QLatin1String(exercise);
        made.outcome = outcome;
        return store->record(made).ok();
    };
    QVERIFY(attempt("m/failed", Outcome::Failed));
    QVERIFY(attempt("m/passed", Outcome::Failed));
    QVERIFY(attempt("m/passed", Outcome::Passed));
    QVERIFY(attempt("m/passed", Outcome::Error));
    QVERIFY(store->record(event(EventKind::ExerciseOpened, "m/passed")).ok());
    QVERIFY(store->record(event(EventKind::ExerciseOpened, "m/opened")).ok());
    QVERIFY(store->record(event(EventKind::LessonOpened, "m/lesson")).ok());
    QVERIFY(store->record(event(EventKind::LessonOpened, "m/finished")).ok());
    QVERIFY(store->record(event(EventKind::LessonFinished, "m/finished")).ok());
    QVERIFY(store->record(event(EventKind::LessonOpened, "m/finished")).ok());
    QVERIFY(store->record(event(EventKind::Active, "m/untouched")).ok());
    const auto states = store->states(m_course);
    QVERIFY(states.ok());
    const QHash<QString, ItemState> expected{{QStringLiteral("m/failed"), ItemState::Started},
                                             {QStringLiteral("m/passed"), ItemState::Done},
                                             {QStringLiteral("m/opened"), ItemState::Started},
                                             {QStringLiteral("m/lesson"), ItemState::Started},
                                             {QStringLiteral("m/finished"), ItemState::Done}};
    QCOMPARE(states.value(), expected);
}

void TestStore::states_keepCoursesApart()
{
    const auto store = open();
    QVERIFY(store);
    QVERIFY(store->record(sampleAttempt(1)).ok());
    QVERIFY(store->states(QStringLiteral("other")).value().isEmpty());
    QCOMPARE(store->states(m_course).value().size(), 1);
}

void TestStore::hintsShown_countsForOneExercise()
{
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->hintsShown(m_course, QStringLiteral("m/e")).value(), 0);
    QVERIFY(store->record(event(EventKind::HintShown, "m/e")).ok());
    QVERIFY(store->record(event(EventKind::HintShown, "m/e")).ok());
    QVERIFY(store->record(event(EventKind::HintShown, "m/other")).ok());
    QVERIFY(store->record(event(EventKind::ExerciseOpened, "m/e")).ok());
    QCOMPARE(store->hintsShown(m_course, QStringLiteral("m/e")).value(), 2);
}

void TestStore::activeMinutes_countDistinctMinutesOfALocalDay()
{
    const auto store = open();
    QVERIFY(store);
    const QTimeZone zone(5 * 3600 + 1800);
    const auto active = [&](const QString &isoLocal) {
        Event made = event(EventKind::Active, "");
        made.when = QDateTime::fromString(isoLocal, Qt::ISODate);
        made.when.setTimeZone(zone);
        return store->record(made).ok();
    };
    QVERIFY(active(QStringLiteral("2026-03-01T00:00:10")));
    QVERIFY(active(QStringLiteral("2026-03-01T00:00:50")));
    QVERIFY(active(QStringLiteral("2026-03-01T00:01:00")));
    QVERIFY(active(QStringLiteral("2026-03-01T23:59:59")));
    QVERIFY(active(QStringLiteral("2026-03-02T00:00:00")));
    QCOMPARE(store->activeMinutes(QDate(2026, 3, 1)).value(), 3);
    QCOMPARE(store->activeMinutes(QDate(2026, 3, 2)).value(), 1);
    QCOMPARE(store->activeMinutes(QDate(2026, 2, 28)).value(), 0);
    QCOMPARE(store->activeMinutes(QDate()).value(), 0);
}

void TestStore::incidents_comeNewestFirst()
{
    {
        const auto store = open();
        QVERIFY(store);
        for (const int n : {3, 1, 4, 2, 3}) {
            QVERIFY(store->record(sampleIncident(n)).ok());
        }
    }
    const auto store = open();
    QVERIFY(store);
    const auto incidents = store->incidents(100);
    QVERIFY(incidents.ok());
    QCOMPARE(incidents.value().size(), 4); // the one that came twice is there once
    for (qsizetype i = 0; i < 4; ++i) {
        QVERIFY(sameContent(incidents.value().at(i), sampleIncident(4 - static_cast<int>(i))));
    }
    QCOMPARE(store->incidents(2).value().size(), 2);
    Incident nameless = sampleIncident(9);
    nameless.errorClass.clear();
    QCOMPARE(store->record(nameless).error().code, ErrorCode::Invalid);
}

void TestStore::incidents_touchNoItem()
{
    const auto store = open();
    QVERIFY(store);
    QVERIFY(store->record(sampleIncident(1)).ok());
    QVERIFY(store->states(m_course).value().isEmpty());
    QVERIFY(store->attempts(m_course, sampleIncident(1).exercise).value().isEmpty());
}

void TestStore::guesses_areTallied()
{
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->guessTally().value().answered, 0);
    const auto guess = [&](GuessAnswer line, GuessAnswer cause) {
        Guess made = sampleGuess(1);
        made.id = QUuid::createUuid();
        made.line = line;
        made.cause = cause;
        return store->record(made).ok();
    };
    QVERIFY(guess(GuessAnswer::Right, GuessAnswer::Right));
    QVERIFY(guess(GuessAnswer::Right, GuessAnswer::NotAsked)); // nothing else was asked, so all was right
    QVERIFY(guess(GuessAnswer::Right, GuessAnswer::Wrong));
    QVERIFY(guess(GuessAnswer::Wrong, GuessAnswer::Right));
    QVERIFY(guess(GuessAnswer::GivenUp, GuessAnswer::NotAsked));
    QVERIFY(guess(GuessAnswer::Right, GuessAnswer::GivenUp));
    const auto tally = store->guessTally();
    QVERIFY(tally.ok());
    QCOMPARE(tally.value().answered, 4);
    QCOMPARE(tally.value().right, 2);
}

void TestStore::strangeTexts_roundTrip()
{
    const auto store = open();
    QVERIFY(store);
    Attempt attempt = sampleAttempt(1);
    attempt.code =
        QStringLiteral("'); DROP TABLE attempts; -- \u2028 😀 ") + QChar(0) + QStringLiteral("after NUL");
    QVERIFY(store->record(attempt).ok());
    Attempt empty = sampleAttempt(8);
    empty.code = QString();
    empty.courseVersion = QString();
    empty.kind = QString();
    QVERIFY(store->record(empty).ok());
    Attempt large = sampleAttempt(15);
    large.code = QString(3000000, QLatin1Char('x'));
    QVERIFY(store->record(large).ok());
    const auto attempts = store->attempts(m_course, attempt.exercise);
    QVERIFY(attempts.ok());
    QCOMPARE(attempts.value().size(), 3);
    QCOMPARE(attempts.value().at(0).code, large.code);
    QCOMPARE(attempts.value().at(1).code, QString());
    QCOMPARE(attempts.value().at(2).code, attempt.code);
}

void TestStore::zones_roundTrip_data()
{
    QTest::addColumn<QDateTime>("when");
    QTest::newRow("local") << QDateTime::currentDateTime();
    QTest::newRow("UTC") << QDateTime::currentDateTimeUtc();
    QTest::newRow("offset") << QDateTime::currentDateTimeUtc().toOffsetFromUtc(-9000);
    QTest::newRow("zone") << QDateTime(QDate(2026, 7, 1), QTime(12, 0), QTimeZone("Europe/Berlin"));
}

void TestStore::zones_roundTrip()
{
    QFETCH(QDateTime, when);
    const auto store = open();
    QVERIFY(store);
    Attempt attempt = sampleAttempt(1);
    attempt.when = when;
    QVERIFY(store->record(attempt).ok());
    const QDateTime read = store->attempts(m_course, attempt.exercise).value().at(0).when;
    QCOMPARE(read, when);
    QCOMPARE(read.offsetFromUtc(), when.offsetFromUtc());
}

void TestStore::inMemory_forgetsAndSaysSo()
{
    {
        const auto store = Store::openInMemory();
        QVERIFY(store.ok());
        QVERIFY(!store.value()->isPersistent());
        QVERIFY(store.value()->record(sampleAttempt(1)).ok());
        QCOMPARE(store.value()->states(m_course).value().size(), 1);
    }
    const auto store = Store::openInMemory();
    QVERIFY(store.value()->states(m_course).value().isEmpty());
}

void TestStore::missingFolders_areMade()
{
    m_file = m_folder->filePath(QStringLiteral("a/b c/é/progress.sqlite"));
    const auto store = open();
    QVERIFY(store);
    QVERIFY(store->record(sampleAttempt(1)).ok());
    QVERIFY(QFile::exists(m_file));
}

void TestStore::twoStores_useOneFile()
{
    const auto first = open();
    const auto second = open();
    QVERIFY(first && second);
    for (int n = 0; n < 20; ++n) {
        QVERIFY((n % 2 == 0 ? first : second)->record(sampleAttempt(n * 7)).ok());
    }
    QCOMPARE(first->attempts(m_course, QStringLiteral("basics/e0")).value().size(), 20);
    QCOMPARE(second->attempts(m_course, QStringLiteral("basics/e0")).value().size(), 20);
}

void TestStore::noConnection_isLeftBehind()
{
    for (int i = 0; i < 5; ++i) {
        const auto store = open();
        QVERIFY(store);
        QVERIFY(store->states(m_course).ok());
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    }
    QVERIFY(!Store::open(QStringLiteral("/dev/null/x/progress.sqlite")).ok());
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
