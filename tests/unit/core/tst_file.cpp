// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"
#include "tinydisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace Skillet::Core;

class TestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void read_yieldsTheBytes();
    void read_refusesMoreThanTheLimit();
    void read_neverBlocksOnAPipe();
    void replace_writesWholeFilesOnly();
    void replace_refusesLinksInACircle();
    void replace_onAFullDisk_keepsTheOldFile();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFile::read_yieldsTheBytes()
{
    const QByteArray bytes("a\0\xFF\r\n", 5);
    QVERIFY(replaceFile(path("a"), bytes).ok());
    QCOMPARE(readFile(path("a"), 100).value(), bytes);
    QVERIFY(replaceFile(path("a"), {}).ok());
    QCOMPARE(readFile(path("a"), 0).value(), QByteArray());
    QCOMPARE(readFile(path("gone"), 100).error().code, ErrorCode::NotFound);
}

void TestFile::read_refusesMoreThanTheLimit()
{
    QVERIFY(replaceFile(path("a"), QByteArray(2048, 'x')).ok());
    QVERIFY(readFile(path("a"), 2048).ok());
    const auto refused = readFile(path("a"), 2047);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QVERIFY(refused.error().message.contains(path("a")));
    // Files of /proc say that they are empty, and are not.
    QCOMPARE(readFile(QStringLiteral("/proc/self/maps"), 100).error().code, ErrorCode::Invalid);
}

void TestFile::read_neverBlocksOnAPipe()
{
    QCOMPARE(::mkfifo(path("pipe").toUtf8().constData(), 0600), 0);
    QCOMPARE(readFile(path("pipe"), 100).error().code, ErrorCode::Invalid);
    QCOMPARE(replaceFile(path("pipe"), "x").error().code, ErrorCode::Invalid);
    QCOMPARE(readFile(m_folder->path(), 100).error().code, ErrorCode::Invalid);
}

void TestFile::replace_writesWholeFilesOnly()
{
    QVERIFY(replaceFile(path("a"), "first, and longer").ok());
    QVERIFY(replaceFile(path("a"), "second").ok());
    QCOMPARE(readFile(path("a"), 100).value(), QByteArray("second"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a")});
    QCOMPARE(replaceFile(path("none/a"), "x").error().code, ErrorCode::NotFound);
}

void TestFile::replace_refusesLinksInACircle()
{
    QVERIFY(QFile::link(path("b"), path("a")));
    QVERIFY(QFile::link(path("a"), path("b")));
    const auto replaced = replaceFile(path("a"), "x");
    QVERIFY(!replaced.ok());
    QCOMPARE(replaced.error().code, ErrorCode::Invalid);
    QVERIFY(QFileInfo(path("a")).isSymLink() && QFileInfo(path("b")).isSymLink());
    QVERIFY(!readFile(path("a"), 100).ok());
}

void TestFile::replace_onAFullDisk_keepsTheOldFile()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    QVERIFY(replaceFile(disk.path("a"), "old").ok());
    disk.fill();
    const auto full = replaceFile(disk.path("a"), QByteArray(30000, 'n'));
    QVERIFY(!full.ok());
    QCOMPARE(full.error().code, ErrorCode::NoSpace);
    QCOMPARE(readFile(disk.path("a"), 100).value(), QByteArray("old"));
}

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"
