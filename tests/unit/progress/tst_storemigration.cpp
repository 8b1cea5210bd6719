// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/schema.h"
#include "progress/store.h"
#include "samplerecords.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Progress;
using Skillet::Core::ErrorCode;

namespace {

/// What each version of Skillet has made of an empty file. Never changed: learners have such files.
const QList<QByteArrayList> Schemas{
    {
        "CREATE TABLE attempts (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "course_version TEXT NOT NULL, exercise TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, "
        "at_ms INTEGER NOT NULL, zone TEXT NOT NULL, duration_ms INTEGER NOT NULL, hints_used INTEGER NOT "
        "NULL, "
        "error_class TEXT NOT NULL, code TEXT NOT NULL)",
        "CREATE TABLE events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "kind TEXT NOT NULL, item TEXT NOT NULL, at_ms INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT "
        "NULL)",
        "CREATE INDEX attempts_by_exercise ON attempts (course, exercise, outcome)",
        "CREATE INDEX events_by_item ON events (course, item, kind)",
        "CREATE INDEX events_by_day ON events (kind, day, at_ms)",
        "PRAGMA application_id = 1397443668",
        "PRAGMA user_version = 1",
        "INSERT INTO attempts VALUES (7, '11111111-2222-3333-4444-555555555555', 'python', '0.1.0', "
        "'basics/e1', "
        "'write', 'passed', 1700000000000, 'UTC', 120, 2, '', 'print(1)')",
        "INSERT INTO events VALUES (3, '66666666-2222-3333-4444-555555555555', 'python', 'lesson-finished', "
        "'basics/l1', 1700000000000, 'UTC', '2023-11-14')",
    },
    {
        "CREATE TABLE attempts (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "course_version TEXT NOT NULL, exercise TEXT NOT NULL, kind TEXT NOT NULL, outcome TEXT NOT NULL, "
        "at_ms INTEGER NOT NULL, zone TEXT NOT NULL, duration_ms INTEGER NOT NULL, hints_used INTEGER NOT "
        "NULL, error_class TEXT NOT NULL, code TEXT NOT NULL)",
        "CREATE TABLE events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "kind TEXT NOT NULL, item TEXT NOT NULL, at_ms INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT "
        "NULL)",
        "CREATE INDEX attempts_by_exercise ON attempts (course, exercise, outcome)",
        "CREATE INDEX events_by_item ON events (course, item, kind)",
        "CREATE INDEX events_by_day ON events (kind, day, at_ms)",
        "PRAGMA application_id = 1397443668",
        "CREATE TABLE incidents (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "exercise TEXT NOT NULL, error_class TEXT NOT NULL, cause TEXT NOT NULL, source TEXT NOT NULL, "
        "at_ms INTEGER NOT NULL, zone TEXT NOT NULL, day TEXT NOT NULL, line INTEGER NOT NULL, "
        "place TEXT NOT NULL)",
        "CREATE TABLE guesses (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, course TEXT NOT NULL, "
        "incident TEXT NOT NULL, line TEXT NOT NULL, cause TEXT NOT NULL, at_ms INTEGER NOT NULL, "
        "zone TEXT NOT NULL, day TEXT NOT NULL)",
        "CREATE INDEX incidents_by_time ON incidents (at_ms, seq)",
        "CREATE INDEX incidents_by_cause ON incidents (course, cause, at_ms)",
        "PRAGMA user_version = 2",
        "INSERT INTO attempts VALUES (7, '11111111-2222-3333-4444-555555555555', 'python', '0.1.0', "
        "'basics/e1', 'write', 'passed', 1700000000000, 'UTC', 120, 2, '', 'print(1)')",
        "INSERT INTO events VALUES (3, '66666666-2222-3333-4444-555555555555', 'python', 'lesson-finished', "
        "'basics/l1', 1700000000000, 'UTC', '2023-11-14')",
        "INSERT INTO incidents VALUES (1, '77777777-2222-3333-4444-555555555555', 'python', 'basics/e1', "
        "'KeyError', 'key-error.missing', 'file', 1700000000000, 'UTC', '2023-11-14', 3, 'a.py')",
        "INSERT INTO guesses VALUES (1, '88888888-2222-3333-4444-555555555555', 'python', "
        "'77777777-2222-3333-4444-555555555555', 'right', 'not-asked', 1700000000000, 'UTC', '2023-11-14')",
    },
};

/// Version 3 differs from version 2 in what was added to it.
QByteArrayList thirdSchema()
{
    QByteArrayList statements = Schemas.at(1);
    for (const char *column : {"attempts ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
                               "attempts ADD COLUMN failed_check TEXT NOT NULL DEFAULT ''",
                               "attempts ADD COLUMN checks_passed INTEGER NOT NULL DEFAULT 0",
                               "attempts ADD COLUMN checks_total INTEGER NOT NULL DEFAULT 0",
                               "events ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
                               "events ADD COLUMN course_version TEXT NOT NULL DEFAULT ''",
                               "events ADD COLUMN detail TEXT NOT NULL DEFAULT ''",
                               "incidents ADD COLUMN learner TEXT NOT NULL DEFAULT ''",
                               "incidents ADD COLUMN course_version TEXT NOT NULL DEFAULT ''",
                               "incidents ADD COLUMN attempt TEXT NOT NULL DEFAULT ''",
                               "guesses ADD COLUMN learner TEXT NOT NULL DEFAULT ''"})
        statements += QByteArray("ALTER TABLE ") + column;
    return statements
        + QByteArrayList{
            "CREATE TABLE meta (seq INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL)",
            "CREATE INDEX meta_by_key ON meta (key, seq)", "PRAGMA user_version = 3",
            "INSERT INTO meta (key, value) VALUES ('learner', '99999999-2222-3333-4444-555555555555')"};
}

const QList<QByteArrayList> AllSchemas = Schemas + QList<QByteArrayList>{thirdSchema()};

/// How many incidents and answered guesses the schema of that version comes with.
int earlierIncidents(int version)
{
    return version >= 2 ? 1 : 0;
}

} // namespace

class TestStoreMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyEarlierVersion_isHere();
    void anEarlierFile_keepsItsRecordsAndTakesNewOnes_data();
    void anEarlierFile_keepsItsRecordsAndTakesNewOnes();
    void anEarlierDamagedFile_isCarriedOver_data();
    void anEarlierDamagedFile_isCarriedOver();
    void aRefusedStep_leavesTheFileAsItWas();

private:
    bool perform(const QByteArrayList &statements) const;
    static void eachVersion();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestStoreMigration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("progress.sqlite"));
}

bool TestStoreMigration::perform(const QByteArrayList &statements) const
{
    const QString name = QStringLiteral("earlier");
    bool done = false;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(m_file);
        done = connection.open();
        for (const QByteArray &statement : statements) {
            QSqlQuery query(connection);
            if (!query.exec(QString::fromLatin1(statement))) {
                qWarning("%s", qPrintable(query.lastError().text()));
                done = false;
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

void TestStoreMigration::eachVersion()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version <= AllSchemas.size(); ++version) {
        QTest::addRow("version %d", version) << version;
    }
}

void TestStoreMigration::everyEarlierVersion_isHere()
{
    QCOMPARE(AllSchemas.size(), SchemaVersion - 1);
}

void TestStoreMigration::anEarlierFile_keepsItsRecordsAndTakesNewOnes_data()
{
    eachVersion();
}

void TestStoreMigration::anEarlierFile_keepsItsRecordsAndTakesNewOnes()
{
    QFETCH(int, version);
    QVERIFY(perform(AllSchemas.at(version - 1)));
    const QString course = QStringLiteral("python");
    QUuid learner;
    for (int start = 0; start < 2; ++start) {
        const auto store = Store::open(m_file);
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
        QCOMPARE(store.value()->recovery(), Store::Recovery::None);
        const auto attempts = store.value()->attempts(course, QStringLiteral("basics/e1"));
        QCOMPARE(attempts.value().size(), 1);
        QCOMPARE(attempts.value().constFirst().code, QStringLiteral("print(1)"));
        const auto states = store.value()->states(course);
        QVERIFY(states.value().value(QStringLiteral("basics/l1")) == ItemState::Done);
        QCOMPARE(store.value()->incidents(10).value().size(), start + earlierIncidents(version));
        QVERIFY(store.value()->record(sampleIncident(1)).ok());
        QVERIFY(store.value()->record(sampleGuess(5)).ok());
        QCOMPARE(store.value()->guessTally().value().answered, 1 + earlierIncidents(version));
        const auto days = store.value()->exerciseDays(course);
        QCOMPARE(days.value().size(), 1); // made from what the earlier version recorded
        QCOMPARE(days.value().constFirst().passes, 1);
        QCOMPARE(days.value().constFirst().day, QDate(2023, 11, 14));
        QVERIFY(!store.value()->learner().isNull());
        QVERIFY(learner.isNull() || store.value()->learner() == learner);
        learner = store.value()->learner();
    }
}

void TestStoreMigration::anEarlierDamagedFile_isCarriedOver_data()
{
    eachVersion();
}

void TestStoreMigration::anEarlierDamagedFile_isCarriedOver()
{
    QFETCH(int, version);
    QVERIFY(perform(AllSchemas.at(version - 1)));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.write(QByteArray(100, '\xA5')) == 100);
    file.close();
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    QCOMPARE(store.value()->recovery(), Store::Recovery::CorruptFileSetAside);
    QCOMPARE(store.value()->attempts(QStringLiteral("python"), QStringLiteral("basics/e1")).value().size(),
             1);
    QCOMPARE(store.value()->incidents(10).value().size(), earlierIncidents(version));
    QVERIFY(store.value()->record(sampleIncident(1)).ok());
}

void TestStoreMigration::aRefusedStep_leavesTheFileAsItWas()
{
    QVERIFY(perform(AllSchemas.constLast()));
    // A name that the next step wants is taken.
    QVERIFY(perform({"CREATE TABLE cause_days (x)"}));
    QVERIFY(!Store::open(m_file).ok());
    QVERIFY(perform({"DROP TABLE cause_days"}));
    const auto store = Store::open(m_file); // nothing of the step that failed is in the way
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    QCOMPARE(store.value()->attempts(QStringLiteral("python"), QStringLiteral("basics/e1")).value().size(),
             1);
}

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "tst_storemigration.moc"
