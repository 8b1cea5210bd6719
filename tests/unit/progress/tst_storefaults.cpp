// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/schema.h"
#include "progress/store.h"
#include "samplerecords.h"
#include "tinydisk.h"
#include "unprivileged.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Progress;
using Skillet::Core::ErrorCode;

namespace {

/// Another program's connection.
class OtherProgram final
{
public:
    explicit OtherProgram(const QString &file)
        : m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), Name))
    {
        m_connection.setDatabaseName(file);
        m_connection.open();
    }
    ~OtherProgram()
    {
        m_connection.close();
        m_connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(Name);
    }
    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    bool execute(const char *sql)
    {
        QSqlQuery query(m_connection);
        const bool done = query.exec(QLatin1String(sql));
        if (!done) {
            qWarning("%s: %s", sql, qPrintable(query.lastError().text()));
        }
        return done;
    }

private:
    inline static const QString Name = QStringLiteral("other-program");
    QSqlDatabase m_connection;
};

QByteArray content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("not there");
}

QByteArray newerVersion()
{
    return "PRAGMA user_version = " + QByteArray::number(SchemaVersion + 1);
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lockedFile_isReportedInTimeAndLeft_data();
    void lockedFile_isReportedInTimeAndLeft();
    void lockDuringTheSession_isReportedSoon();
    void newerVersion_isRefusedAndLeft();
    void newerVersionInTheLog_isRefused();
    void otherProgramsDatabase_isRefusedAndLeft_data();
    void otherProgramsDatabase_isRefusedAndLeft();
    void unwritableFolder_isNamed_data();
    void unwritableFolder_isNamed();
    void folderWithoutPermission_isNamed();
    void readOnlyFile_isNamed();
    void folderInPlaceOfTheFile_isNamed();
    void fullDisk_isReportedAndNothingIsLost();

private:
    void createDatabase() const;
    [[nodiscard]] static Skillet::Core::Error openError(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestStoreFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("progress.sqlite"));
}

void TestStoreFaults::createDatabase() const
{
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    for (int n = 0; n < 20; ++n) {
        QVERIFY(store.value()->record(sampleAttempt(n)).ok());
    }
}

Skillet::Core::Error TestStoreFaults::openError(const QString &file)
{
    const auto store = Store::open(file);
    return store ? Skillet::Core::Error{ErrorCode::Failed, QStringLiteral("it opened")} : store.error();
}

void TestStoreFaults::lockedFile_isReportedInTimeAndLeft_data()
{
    QTest::addColumn<QByteArrayList>("statements");
    QTest::newRow("writer") << QByteArrayList{"BEGIN IMMEDIATE", "DELETE FROM events"};
    QTest::newRow("exclusive") << QByteArrayList{"PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE",
                                                 "DELETE FROM events"};
}

void TestStoreFaults::lockedFile_isReportedInTimeAndLeft()
{
    QFETCH(QByteArrayList, statements);
    createDatabase();
    OtherProgram other(m_file);
    for (const QByteArray &statement : statements) {
        QVERIFY(other.execute(statement.constData()));
    }
    const QByteArray before = content(m_file);
    QElapsedTimer timer;
    timer.start();
    const auto error = openError(m_file);
    QCOMPARE(error.code, ErrorCode::Locked);
    QVERIFY2(timer.elapsed() >= 1500 && timer.elapsed() < 5000,
             QByteArray::number(timer.elapsed()).constData());
    QVERIFY(error.message.contains(m_file));
    QVERIFY(content(m_file) == before);
    QCOMPARE(QDir(m_folder->path())
                 .entryList({QStringLiteral("*corrupt*"), QStringLiteral("*recovering*")})
                 .size(),
             0);
    QVERIFY(other.execute("ROLLBACK"));
    if (statements.size() == 2) {
        QVERIFY(Store::open(m_file).ok());
    }
}

void TestStoreFaults::lockDuringTheSession_isReportedSoon()
{
    const auto store = Store::open(m_file);
    QVERIFY(store.ok());
    OtherProgram other(m_file);
    QVERIFY(other.execute("BEGIN IMMEDIATE"));
    QElapsedTimer timer;
    timer.start();
    const auto recorded = store.value()->record(sampleAttempt(1));
    QVERIFY(!recorded.ok());
    QCOMPARE(recorded.error().code, ErrorCode::Locked);
    QVERIFY(timer.elapsed() < 500);
    QVERIFY(store.value()->states(QStringLiteral("python")).ok()); // reading goes on
    QVERIFY(other.execute("COMMIT"));
    QVERIFY(store.value()->record(sampleAttempt(1)).ok());
}

void TestStoreFaults::newerVersion_isRefusedAndLeft()
{
    createDatabase();
    {
        OtherProgram newer(m_file);
        QVERIFY(newer.execute("CREATE TABLE future (x)") && newer.execute(newerVersion()));
    }
    const QByteArray before = content(m_file);
    const auto error = openError(m_file);
    QCOMPARE(error.code, ErrorCode::NewerVersion);
    QVERIFY(error.message.contains(m_file));
    QVERIFY(content(m_file) == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("progress.sqlite")});
}

void TestStoreFaults::newerVersionInTheLog_isRefused()
{
    createDatabase();
    OtherProgram newer(m_file); // still open: the new version stands in the log only
    QVERIFY(newer.execute(newerVersion()));
    QCOMPARE(openError(m_file).code, ErrorCode::NewerVersion);
    QVERIFY(newer.execute("INSERT INTO events (id, course, kind, item, at_ms, zone, day) "
                          "VALUES ('a', 'b', 'c', 'd', 5, 'e', 'f')"));
}

void TestStoreFaults::otherProgramsDatabase_isRefusedAndLeft_data()
{
    QTest::addColumn<QByteArrayList>("statements");
    QTest::newRow("unmarked") << QByteArrayList{"CREATE TABLE songs (title)"};
    QTest::newRow("marked") << QByteArrayList{"PRAGMA application_id = 42", "CREATE TABLE songs (title)"};
    QTest::newRow("marked and empty") << QByteArrayList{"PRAGMA application_id = 42"};
}

void TestStoreFaults::otherProgramsDatabase_isRefusedAndLeft()
{
    QFETCH(QByteArrayList, statements);
    {
        OtherProgram other(m_file);
        for (const QByteArray &statement : statements) {
            QVERIFY(other.execute(statement.constData()));
        }
    }
    const QByteArray before = content(m_file);
    const auto error = openError(m_file);
    QCOMPARE(error.code, ErrorCode::Invalid);
    QVERIFY(error.message.contains(m_file));
    QVERIFY(content(m_file) == before);
}

void TestStoreFaults::unwritableFolder_isNamed_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("under a device") << QStringLiteral("/dev/null/skillet");
    QTest::newRow("in /proc") << QStringLiteral("/proc/skillet");
}

void TestStoreFaults::unwritableFolder_isNamed()
{
    QFETCH(QString, folder);
    const auto error = openError(folder + QStringLiteral("/progress.sqlite"));
    QCOMPARE(error.code, ErrorCode::PermissionDenied);
    QVERIFY2(error.message.contains(folder), qPrintable(error.message));
}

void TestStoreFaults::folderWithoutPermission_isNamed()
{
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
    createDatabase();
    const Unprivileged nobody;
    QVERIFY(nobody.isEffective());
    if (QFileInfo(m_folder->path()).isWritable()) {
        QSKIP("The folder belongs to the user of the test.");
    }
    const auto error = openError(m_file);
    QCOMPARE(error.code, ErrorCode::PermissionDenied);
    QVERIFY(error.message.contains(m_folder->path()));
}

void TestStoreFaults::readOnlyFile_isNamed()
{
    createDatabase();
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    const QByteArray before = content(m_file);
    {
        const Unprivileged nobody;
        QVERIFY(nobody.isEffective());
        const auto error = openError(m_file);
        QCOMPARE(error.code, ErrorCode::PermissionDenied);
        QVERIFY2(error.message.contains(m_file), qPrintable(error.message));
    }
    QVERIFY(content(m_file) == before);
}

void TestStoreFaults::folderInPlaceOfTheFile_isNamed()
{
    QVERIFY(QDir().mkpath(m_file));
    const auto error = openError(m_file);
    QVERIFY(error.code == ErrorCode::PermissionDenied);
    QVERIFY(error.message.contains(m_file));
}

void TestStoreFaults::fullDisk_isReportedAndNothingIsLost()
{
    const TinyDisk disk("size=400k,mode=777");
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    const QString file = disk.path("progress.sqlite");
    const QString exercise = sampleAttempt(9).exercise;
    int recorded = 0;
    {
        const auto store = Store::open(file);
        QVERIFY(store.ok());
        QVERIFY(store.value()->record(sampleAttempt(9)).ok());
        disk.fill();
        bool full = false;
        for (int n = 1; n < 200 && !full; ++n) {
            const auto result = store.value()->record(sampleAttempt(9 + 70 * n));
            full = !result.ok();
            recorded += full ? 0 : 1;
            if (full) {
                QCOMPARE(result.error().code, ErrorCode::NoSpace);
                QVERIFY(result.error().message.contains(file));
            }
        }
        QVERIFY(full);
        QCOMPARE(store.value()->attempts(QStringLiteral("python"), exercise).value().size(), recorded + 1);
    }
    disk.makeRoom();
    const auto store = Store::open(file);
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    QCOMPARE(store.value()->recovery(), Store::Recovery::None);
    QCOMPARE(store.value()->attempts(QStringLiteral("python"), exercise).value().size(), recorded + 1);
    QVERIFY(store.value()->record(sampleAttempt(9 + 70 * 300)).ok());
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
