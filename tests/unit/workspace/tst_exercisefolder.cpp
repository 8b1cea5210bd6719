// SPDX-License-Identifier: GPL-3.0-or-later
#include "tinydisk.h"
#include "workspace/exercisefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Workspace;
using Skillet::Core::ErrorCode;

class TestExerciseFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exerciseFolder_staysInTheWorkspace_data();
    void exerciseFolder_staysInTheWorkspace();
    void prepare_copiesTheStarter();
    void prepare_neverOverwrites();
    void prepare_addsOnlyWhatIsMissing();
    void prepare_makesReadOnlyStartersWritable();
    void prepare_refusesNamesThatLeave();
    void prepare_namesAMissingStarter();
    void prepare_namesAFolderThatCannotBeMade();
    void prepare_onAFullDisk_leavesNoHalfFile();
    void reset_keepsWhatWasThere();
    void reset_ofUnchangedFiles_keepsNothing();
    void reset_withMissingStarter_changesNothing();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    static bool put(const QString &file, const QByteArray &content);
    static QByteArray content(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_id = QStringLiteral("basics/one");
    const QStringList m_files{QStringLiteral("program.py"), QStringLiteral("data/list.csv")};
};

void TestExerciseFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(put(path("starter/program.py"), "pass\n"));
    QVERIFY(put(path("starter/data/list.csv"), "a,\xFF\n"));
}

bool TestExerciseFolder::put(const QString &file, const QByteArray &content)
{
    QFile target(file);
    return QDir().mkpath(QFileInfo(file).path()) && target.open(QIODevice::WriteOnly)
        && target.write(content) == content.size();
}

QByteArray TestExerciseFolder::content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("not there");
}

void TestExerciseFolder::exerciseFolder_staysInTheWorkspace_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("fine");
    QTest::newRow("id") << QStringLiteral("basics/one") << true;
    QTest::newRow("dots inside") << QStringLiteral("basics/a..b") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("parent") << QStringLiteral("..") << false;
    QTest::newRow("parent inside") << QStringLiteral("basics/../..") << false;
    QTest::newRow("absolute") << QStringLiteral("/tmp/x") << false;
    QTest::newRow("empty part") << QStringLiteral("basics//one") << false;
    QTest::newRow("ends in a slash") << QStringLiteral("basics/") << false;
    QTest::newRow("hidden") << QStringLiteral("basics/.git") << false;
    QTest::newRow("backslash") << QStringLiteral("basics\\one") << false;
    QTest::newRow("NUL") << QStringLiteral("basics") + QChar(0) << false;
    QTest::newRow("too long") << QString(201, QLatin1Char('a')) << false;
}

void TestExerciseFolder::exerciseFolder_staysInTheWorkspace()
{
    QFETCH(QString, id);
    QFETCH(bool, fine);
    const auto folder = exerciseFolder(path("work"), id);
    QCOMPARE(folder.ok(), fine);
    if (fine) {
        QCOMPARE(folder.value(), path("work/") + id);
        QVERIFY(!QFile::exists(folder.value()));
    } else {
        QCOMPARE(folder.error().code, ErrorCode::Invalid);
        QVERIFY(!prepareExercise(path("work"), id, path("starter"), m_files).ok());
        QVERIFY(!resetExercise(path("work"), id, path("starter"), m_files).ok());
    }
}

void TestExerciseFolder::prepare_copiesTheStarter()
{
    const auto folder = prepareExercise(path("work"), m_id, path("starter"), m_files);
    QVERIFY2(folder.ok(), folder ? "" : qPrintable(folder.error().message));
    QCOMPARE(folder.value(), path("work/basics/one"));
    QCOMPARE(content(path("work/basics/one/program.py")), QByteArray("pass\n"));
    QCOMPARE(content(path("work/basics/one/data/list.csv")), QByteArray("a,\xFF\n"));
}

void TestExerciseFolder::prepare_neverOverwrites()
{
    QVERIFY(put(path("work/basics/one/program.py"), "mine\n"));
    QVERIFY(QDir().mkpath(path("work/basics/one/data")));
    QVERIFY(QFile::link(path("elsewhere.csv"), path("work/basics/one/data/list.csv")));
    QVERIFY(prepareExercise(path("work"), m_id, path("starter"), m_files).ok());
    QCOMPARE(content(path("work/basics/one/program.py")), QByteArray("mine\n"));
    QVERIFY(!QFile::exists(path("elsewhere.csv")));
}

void TestExerciseFolder::prepare_addsOnlyWhatIsMissing()
{
    QVERIFY(put(path("work/basics/one/program.py"), ""));
    QVERIFY(prepareExercise(path("work"), m_id, path("starter"), m_files).ok());
    QCOMPARE(content(path("work/basics/one/program.py")), QByteArray());
    QCOMPARE(content(path("work/basics/one/data/list.csv")), QByteArray("a,\xFF\n"));
}

void TestExerciseFolder::prepare_makesReadOnlyStartersWritable()
{
    QVERIFY(QFile::setPermissions(path("starter/program.py"), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(prepareExercise(path("work"), m_id, path("starter"), m_files).ok());
    QVERIFY(QFile::permissions(path("work/basics/one/program.py")) & QFile::WriteOwner);
}

void TestExerciseFolder::prepare_refusesNamesThatLeave()
{
    for (const char *name : {"../program.py", "/etc/passwd", "", "a/../../b"}) {
        const auto folder = prepareExercise(path("work"), m_id, path("starter"), {QLatin1String(name)});
        QVERIFY(!folder.ok());
        QCOMPARE(folder.error().code, ErrorCode::Invalid);
        QVERIFY(!resetExercise(path("work"), m_id, path("starter"), {QLatin1String(name)}).ok());
    }
    QVERIFY(!QFile::exists(path("work")));
}

void TestExerciseFolder::prepare_namesAMissingStarter()
{
    const auto folder = prepareExercise(path("work"), m_id, path("starter"), {QStringLiteral("gone.py")});
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, ErrorCode::NotFound);
    QVERIFY(folder.error().message.contains(path("starter/gone.py")));
}

void TestExerciseFolder::prepare_namesAFolderThatCannotBeMade()
{
    QVERIFY(put(path("work"), "a file stands in the way"));
    const auto folder = prepareExercise(path("work"), m_id, path("starter"), m_files);
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, ErrorCode::PermissionDenied);
    QVERIFY(folder.error().message.contains(path("work/basics/one")));
}

void TestExerciseFolder::prepare_onAFullDisk_leavesNoHalfFile()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    QVERIFY(put(path("starter/program.py"), QByteArray(30000, '#')));
    QVERIFY(QDir().mkpath(disk.path("work/basics/one")));
    disk.fill();
    const auto folder = prepareExercise(disk.path("work"), m_id, path("starter"), m_files);
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error().code, ErrorCode::NoSpace);
    QVERIFY(QDir(disk.path("work/basics/one")).isEmpty());
    disk.makeRoom();
    QVERIFY(prepareExercise(disk.path("work"), m_id, path("starter"), m_files).ok());
}

void TestExerciseFolder::reset_keepsWhatWasThere()
{
    QVERIFY(prepareExercise(path("work"), m_id, path("starter"), m_files).ok());
    const QString program = path("work/basics/one/program.py");
    QVERIFY(put(program, "first\n"));
    QVERIFY(resetExercise(path("work"), m_id, path("starter"), m_files).ok());
    QCOMPARE(content(program), QByteArray("pass\n"));
    QCOMPARE(content(program + QStringLiteral(".before-reset-1")), QByteArray("first\n"));
    QVERIFY(put(program, "second\n"));
    QVERIFY(resetExercise(path("work"), m_id, path("starter"), m_files).ok());
    QCOMPARE(content(program + QStringLiteral(".before-reset-1")), QByteArray("first\n"));
    QCOMPARE(content(program + QStringLiteral(".before-reset-2")), QByteArray("second\n"));
    // The data file was not changed, so there is nothing to keep.
    QCOMPARE(QDir(path("work/basics/one/data")).entryList(QDir::Files),
             QStringList{QStringLiteral("list.csv")});
}

void TestExerciseFolder::reset_ofUnchangedFiles_keepsNothing()
{
    QVERIFY(resetExercise(path("work"), m_id, path("starter"), m_files).ok());
    QVERIFY(resetExercise(path("work"), m_id, path("starter"), m_files).ok());
    QCOMPARE(QDir(path("work/basics/one")).entryList(QDir::Files), QStringList{QStringLiteral("program.py")});
}

void TestExerciseFolder::reset_withMissingStarter_changesNothing()
{
    QVERIFY(put(path("work/basics/one/gone.py"), "mine\n"));
    const auto reset = resetExercise(path("work"), m_id, path("starter"), {QStringLiteral("gone.py")});
    QVERIFY(!reset.ok());
    QCOMPARE(reset.error().code, ErrorCode::NotFound);
    QCOMPARE(content(path("work/basics/one/gone.py")), QByteArray("mine\n"));
}

QTEST_APPLESS_MAIN(TestExerciseFolder)
#include "tst_exercisefolder.moc"
