// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"
#include "tinydisk.h"
#include "unprivileged.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Core;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void standard_followsTheBaseDirectories();
    void standard_fallsBackToTheHome();
    void relativeBaseDirectories_areIgnored();
    void standard_findsTheInstalledLayout();
    void standard_findsTheBuildTree();
    void standard_namesAPlaceWhenNothingIsThere();
    void variables_overrule();
    void ensureWritable_makesFoldersAndLeavesNothing();
    void ensureWritable_namesWhatIsInTheWay();
    void ensureWritable_withoutPermission_isDenied();
    void ensureWritable_onAFullDisk_saysSo();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void touch(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPaths::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("HOME", path("home").toUtf8());
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "SKILLET_WORKSPACE",
                             "SKILLET_CURRICULUM", "SKILLET_WORKER", "SKILLET_WORKER_PYTHON"}) {
        qunsetenv(name);
    }
}

void TestPaths::touch(const char *name) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestPaths::standard_followsTheBaseDirectories()
{
    qputenv("XDG_DATA_HOME", "/a/data/");
    qputenv("XDG_CONFIG_HOME", "/a/config");
    qputenv("XDG_STATE_HOME", "/a//state");
    const Paths paths = Paths::standard(path("bin"));
    QCOMPARE(paths.data, QStringLiteral("/a/data/skillet"));
    QCOMPARE(paths.config, QStringLiteral("/a/config/skillet"));
    QCOMPARE(paths.state, QStringLiteral("/a/state/skillet"));
    QCOMPARE(paths.progressDatabase(), QStringLiteral("/a/data/skillet/progress.sqlite"));
    QCOMPARE(paths.settingsFile(), QStringLiteral("/a/config/skillet/settings.ini"));
    QCOMPARE(paths.logFile(), QStringLiteral("/a/state/skillet/skillet.log"));
    QVERIFY(!QFile::exists(QStringLiteral("/a")));
}

void TestPaths::standard_fallsBackToTheHome()
{
    const Paths paths = Paths::standard(path("bin"));
    QCOMPARE(paths.data, path("home/.local/share/skillet"));
    QCOMPARE(paths.config, path("home/.config/skillet"));
    QCOMPARE(paths.state, path("home/.local/state/skillet"));
    QCOMPARE(paths.workspace, path("home/Skillet"));
    QVERIFY(!QFile::exists(path("home")));
}

void TestPaths::relativeBaseDirectories_areIgnored()
{
    qputenv("XDG_DATA_HOME", "data");
    QCOMPARE(Paths::standard(path("bin")).data, path("home/.local/share/skillet"));
}

void TestPaths::standard_findsTheInstalledLayout()
{
    touch("usr/bin/skillet");
    touch("usr/share/skillet/curriculum/course.toml");
    touch("usr/share/skillet/worker-python/a.py");
    touch("usr/libexec/skillet/skillet-worker");
    const Paths paths = Paths::standard(path("usr/bin"));
    QCOMPARE(paths.curriculum, path("usr/share/skillet/curriculum"));
    QCOMPARE(paths.workerPython, path("usr/share/skillet/worker-python"));
    QCOMPARE(paths.worker, path("usr/libexec/skillet/skillet-worker"));
}

void TestPaths::standard_findsTheBuildTree()
{
    touch("source/curriculum/course.toml");
    touch("source/app/worker/python/a.py");
    touch("source/build/dev/bin/skillet-worker");
    const Paths paths = Paths::standard(path("source/build/dev/bin"));
    QCOMPARE(paths.curriculum, path("source/curriculum"));
    QCOMPARE(paths.workerPython, path("source/app/worker/python"));
    QCOMPARE(paths.worker, path("source/build/dev/bin/skillet-worker"));
}

void TestPaths::standard_namesAPlaceWhenNothingIsThere()
{
    const Paths paths = Paths::standard(path("usr/bin"));
    for (const QString &place : {paths.curriculum, paths.worker, paths.workerPython}) {
        QVERIFY2(place.startsWith(path("usr/")), qPrintable(place));
    }
}

void TestPaths::variables_overrule()
{
    touch("usr/share/skillet/curriculum/course.toml");
    qputenv("SKILLET_CURRICULUM", path("mine/../course").toUtf8());
    qputenv("SKILLET_WORKSPACE", "relative");
    const Paths paths = Paths::standard(path("usr/bin"));
    QCOMPARE(paths.curriculum, path("course"));
    QCOMPARE(paths.workspace, QDir::currentPath() + QStringLiteral("/relative"));
}

void TestPaths::ensureWritable_makesFoldersAndLeavesNothing()
{
    QVERIFY(ensureWritable(path("a/b c")).ok());
    QVERIFY(QFileInfo(path("a/b c")).isDir());
    QVERIFY(QDir(path("a/b c")).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    QVERIFY(ensureWritable(path("a/b c")).ok());
}

void TestPaths::ensureWritable_namesWhatIsInTheWay()
{
    touch("file");
    for (const QString &folder : {path("file"), path("file/a"), QStringLiteral("/proc/skillet")}) {
        const auto result = ensureWritable(folder);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::PermissionDenied);
        QVERIFY(result.error().message.contains(folder));
    }
}

void TestPaths::ensureWritable_withoutPermission_isDenied()
{
    QVERIFY(QDir().mkpath(path("closed")));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(path("closed"), QFile::Permissions(0x5555)));
    const Unprivileged nobody;
    QVERIFY(nobody.isEffective());
    for (const char *name : {"closed", "closed/new"}) {
        QCOMPARE(ensureWritable(path(name)).error().code, ErrorCode::PermissionDenied);
    }
}

void TestPaths::ensureWritable_onAFullDisk_saysSo()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    const QString folder = disk.path("data");
    QVERIFY(ensureWritable(folder).ok());
    disk.fill();
    const auto full = ensureWritable(folder);
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, ErrorCode::NoSpace);
    QVERIFY(full.error().message.contains(folder));
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
