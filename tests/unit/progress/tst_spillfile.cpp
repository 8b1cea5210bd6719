// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/spillfile.h"
#include "samplerecords.h"
#include "tinydisk.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Progress;
using Skillet::Core::Error;
using Skillet::Core::ErrorCode;
using Skillet::Core::Result;

class TestSpillFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appendedRecords_areDrainedInOrderAndTheFileGoes();
    void refusal_keepsTheWholeFile();
    void damagedLines_areKeptAside();
    void cutOffLine_doesNotSwallowTheNext();
    void missingFile_isNothingToDrain();
    void unwritablePlace_isReported();
    void lockedFile_isReported();
    void fullDisk_leavesNoHalfLine();

private:
    /// Ids handed out by drain().
    static QList<QUuid> drained(const SpillFile &spill);
    [[nodiscard]] bool put(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSpillFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_file = m_folder->filePath(QStringLiteral("unrecorded.jsonl"));
}

QList<QUuid> TestSpillFile::drained(const SpillFile &spill)
{
    QList<QUuid> ids;
    const auto result = spill.drain([&ids](const Record &record) -> Result<void> {
        ids.append(std::visit([](const auto &kind) { return kind.id; }, record));
        return {};
    });
    return result ? ids : QList<QUuid>{QUuid()};
}

bool TestSpillFile::put(const QByteArray &bytes) const
{
    QFile file(m_file);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

void TestSpillFile::appendedRecords_areDrainedInOrderAndTheFileGoes()
{
    const SpillFile spill(m_file);
    QList<QUuid> ids;
    for (int n = 0; n < 10; ++n) {
        QVERIFY(spill.append(sampleAttempt(n)).ok());
        QVERIFY(spill.append(sampleEvent(n)).ok());
        ids << sampleAttempt(n).id << sampleEvent(n).id;
    }
    QVERIFY(spill.exists());
    QCOMPARE(drained(SpillFile(m_file)), ids);
    QVERIFY(!spill.exists());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestSpillFile::refusal_keepsTheWholeFile()
{
    const SpillFile spill(m_file);
    for (int n = 0; n < 3; ++n) {
        QVERIFY(spill.append(sampleAttempt(n)).ok());
    }
    int calls = 0;
    const auto result = spill.drain([&calls](const Record &) -> Result<void> {
        return ++calls == 2 ? Result<void>(Error{ErrorCode::Locked, QStringLiteral("no")}) : Result<void>();
    });
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Locked);
    QCOMPARE(calls, 2);
    QCOMPARE(drained(spill).size(), 3);
}

void TestSpillFile::damagedLines_areKeptAside()
{
    const QByteArray bad = "{\"format\":7,\"attempt\":{}}";
    QVERIFY(put(toJsonLine(sampleAttempt(1)) + '\n' + bad + "\n\xFF\xFE\n" + toJsonLine(sampleAttempt(2))));
    QCOMPARE(drained(SpillFile(m_file)), (QList<QUuid>{sampleAttempt(1).id, sampleAttempt(2).id}));
    QVERIFY(!QFile::exists(m_file));
    QFile aside(m_file + QStringLiteral(".damaged"));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bad + "\n\xFF\xFE\n");
}

void TestSpillFile::cutOffLine_doesNotSwallowTheNext()
{
    QVERIFY(put(toJsonLine(sampleAttempt(1)).left(100)));
    const SpillFile spill(m_file);
    QVERIFY(spill.append(sampleAttempt(2)).ok());
    QCOMPARE(drained(spill), QList<QUuid>{sampleAttempt(2).id});
}

void TestSpillFile::missingFile_isNothingToDrain()
{
    QCOMPARE(drained(SpillFile(m_file)), QList<QUuid>());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestSpillFile::unwritablePlace_isReported()
{
    const SpillFile spill(QStringLiteral("/proc/unrecorded.jsonl"));
    const auto appended = spill.append(sampleAttempt(1));
    QVERIFY(!appended.ok());
    QVERIFY(appended.error().message.contains(spill.path()));
}

void TestSpillFile::lockedFile_isReported()
{
    const SpillFile spill(m_file);
    QVERIFY(spill.append(sampleAttempt(1)).ok());
    QLockFile lock(m_file + QStringLiteral(".lock"));
    QVERIFY(lock.tryLock());
    QCOMPARE(spill.append(sampleAttempt(2)).error().code, ErrorCode::Locked);
    QCOMPARE(drained(spill), QList<QUuid>{QUuid()});
    lock.unlock();
    QCOMPARE(drained(spill), QList<QUuid>{sampleAttempt(1).id});
}

void TestSpillFile::fullDisk_leavesNoHalfLine()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    const SpillFile spill(disk.path("unrecorded.jsonl"));
    QVERIFY(spill.append(sampleAttempt(1)).ok());
    disk.fill();
    const auto appended = spill.append(sampleAttempt(9)); // longer than a block
    QVERIFY(!appended.ok());
    QCOMPARE(appended.error().code, ErrorCode::NoSpace);
    disk.makeRoom();
    QVERIFY(spill.append(sampleAttempt(2)).ok());
    QCOMPARE(drained(spill), (QList<QUuid>{sampleAttempt(1).id, sampleAttempt(2).id}));
    QVERIFY(!QFile::exists(spill.path() + QStringLiteral(".damaged")));
}

QTEST_APPLESS_MAIN(TestSpillFile)
#include "tst_spillfile.moc"
