// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/pagereader.h"
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "samplerecords.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace Skillet::Progress;

class TestPageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanFile_yieldsEveryRow();
    void fileWithLog_yieldsEveryRow();
    void missingHeader_doesNotMatter();
    void numbers_areReadInAllSizes();
    void randomBytes_yieldNothingAndNeverCrash();
    void damagedPages_yieldOnlyWholeRows();

private:
    static constexpr int Count = 300;
    static QByteArray content(const QString &file);
    /// How many sample attempts and events are found whole.
    static std::pair<int, int> found(const QByteArray &main, const QByteArray &wal = {});

    QTemporaryDir m_folder;
    QByteArray m_main; ///< of a database closed cleanly
    QByteArray m_cutOffMain; ///< of a database in use ...
    QByteArray m_cutOffLog; ///< ... and its log
};

QByteArray TestPageReader::content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

void TestPageReader::initTestCase()
{
    const QString file = m_folder.filePath(QStringLiteral("progress.sqlite"));
    {
        const auto store = Store::open(file);
        QVERIFY(store.ok());
        for (int n = 0; n < Count; ++n) {
            QVERIFY(store.value()->record(sampleAttempt(n)).ok());
            QVERIFY(store.value()->record(sampleEvent(n)).ok());
        }
        m_cutOffMain = content(file);
        m_cutOffLog = content(file + QStringLiteral("-wal"));
        QVERIFY(m_cutOffLog.size() > 10 * PageSize);
    }
    m_main = content(file);
    QVERIFY(m_main.size() > 50 * PageSize);
}

std::pair<int, int> TestPageReader::found(const QByteArray &main, const QByteArray &wal)
{
    std::map<QUuid, bool> attempts;
    std::map<QUuid, bool> events;
    PageReader(main, wal).readRows([&](const RawRow &row) {
        const int n = static_cast<int>(row.rowId) - 1;
        if (const auto attempt = attemptFromRow(row.columns)) {
            attempts[attempt->id] = sameContent(*attempt, sampleAttempt(n));
        } else if (const auto event = eventFromRow(row.columns)) {
            events[event->id] = sameContent(*event, sampleEvent(n));
        }
    });
    const auto whole = [](const std::map<QUuid, bool> &rows) {
        return static_cast<int>(
            std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.second; }));
    };
    return {whole(attempts), whole(events)};
}

void TestPageReader::cleanFile_yieldsEveryRow()
{
    QCOMPARE(found(m_main), std::pair(Count, Count));
}

void TestPageReader::fileWithLog_yieldsEveryRow()
{
    QCOMPARE(found(m_cutOffMain, m_cutOffLog), std::pair(Count, Count));
    const auto withoutLog = found(m_cutOffMain);
    QVERIFY(withoutLog.first < Count);
}

void TestPageReader::missingHeader_doesNotMatter()
{
    QByteArray main = m_main;
    main.replace(0, PageSize, QByteArray(PageSize, '\xA5'));
    QCOMPARE(found(main), std::pair(Count, Count));
    QByteArray log = m_cutOffLog;
    log.replace(0, 32, QByteArray(32, '\xA5'));
    QCOMPARE(found(m_cutOffMain, log), std::pair(Count, Count));
}

void TestPageReader::numbers_areReadInAllSizes()
{
    const QList<qint64> numbers{0,
                                1,
                                -1,
                                127,
                                -128,
                                128,
                                32767,
                                -32768,
                                8388607,
                                -8388608,
                                2147483647,
                                -2147483647 - 1,
                                140737488355327,
                                -140737488355328,
                                9223372036854775807,
                                -9223372036854775807 - 1};
    const QString file = m_folder.filePath(QStringLiteral("numbers.sqlite"));
    {
        const auto store = Store::open(file);
        QVERIFY(store.ok());
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            Attempt attempt = sampleAttempt(static_cast<int>(i));
            attempt.durationMs = numbers.at(i);
            QVERIFY(store.value()->record(attempt).ok());
        }
    }
    QList<qint64> read(numbers.size());
    PageReader(content(file), {}).readRows([&read](const RawRow &row) {
        if (const auto attempt = attemptFromRow(row.columns)) {
            read[row.rowId - 1] = attempt->durationMs;
        }
    });
    QCOMPARE(read, numbers);
}

void TestPageReader::randomBytes_yieldNothingAndNeverCrash()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 60; ++round) {
        QByteArray main(PageSize * 3, Qt::Uninitialized);
        QByteArray wal(32 + 2 * (24 + PageSize), Qt::Uninitialized);
        random.generate(reinterpret_cast<quint32 *>(main.data()),
                        reinterpret_cast<quint32 *>(main.data()) + main.size() / 4);
        random.generate(reinterpret_cast<quint32 *>(wal.data()),
                        reinterpret_cast<quint32 *>(wal.data()) + wal.size() / 4);
        for (int page = 0; page < 3; ++page) {
            main[page * PageSize] = 0x0D; // looks like a table's leaf
        }
        QCOMPARE(found(main, wal), std::pair(0, 0));
    }
    QCOMPARE(found({}), std::pair(0, 0));
    QCOMPARE(found("short", "short"), std::pair(0, 0));
}

void TestPageReader::damagedPages_yieldOnlyWholeRows()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 40; ++round) {
        QByteArray main = m_main;
        for (int i = 0; i < 40; ++i) {
            main[random.bounded(static_cast<int>(main.size()))] = static_cast<char>(random.bounded(256));
        }
        const auto rows = found(main);
        // 40 bytes touch 40 rows, or the heads of a few pages.
        QVERIFY2(rows.first > Count / 2 && rows.second > Count / 2,
                 QByteArray::number(rows.first).constData());
    }
}

QTEST_GUILESS_MAIN(TestPageReader)
#include "tst_pagereader.moc"
