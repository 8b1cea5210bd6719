// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recovery.h"

#include "core/file.h"
#include "core/log.h"
#include "progress/database.h"
#include "progress/messages.h"
#include "progress/metadata.h"
#include "progress/pagereader.h"
#include "progress/rows.h"
#include "progress/schema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QMultiMap>

#include <algorithm>
#include <utility>

namespace Skillet::Progress {

namespace {

constexpr qint64 LargestDatabase = qint64(1) << 30;

QString logOf(const QString &file)
{
    return file + QStringLiteral("-wal");
}

QString replacementOf(const QString &file)
{
    return file + QStringLiteral(".recovering");
}

struct SalvagedRows
{
    QMultiMap<qint64, Attempt> attempts; ///< by row id, that is in the order of recording
    QMultiMap<qint64, Event> events;
    QMultiMap<qint64, Incident> incidents;
    QMultiMap<qint64, Guess> guesses;
    QMultiMap<qint64, MetaEntry> meta;
};

Core::Result<SalvagedRows> readRows(const QString &file)
{
    const Core::Result<QByteArray> main = Core::readFile(file, LargestDatabase);
    if (!main) {
        return main.error();
    }
    const QByteArray wal = Core::readFile(logOf(file), LargestDatabase).valueOr({});
    SalvagedRows rows;
    PageReader(main.value(), wal).readRows([&rows](const RawRow &row) {
        if (const auto attempt = attemptFromRow(row.columns)) {
            rows.attempts.insert(row.rowId, *attempt);
        } else if (const auto event = eventFromRow(row.columns)) {
            rows.events.insert(row.rowId, *event);
        } else if (const auto incident = incidentFromRow(row.columns)) {
            rows.incidents.insert(row.rowId, *incident);
        } else if (const auto guess = guessFromRow(row.columns)) {
            rows.guesses.insert(row.rowId, *guess);
        } else if (const auto entry = metaFromRow(row.columns)) {
            rows.meta.insert(row.rowId, *entry);
        }
    });
    return rows;
}

template <typename Records>
MaybeFailure insertEach(Database &database, const Records &records)
{
    for (const auto &record : records) {
        if (auto failure = insertRow(database, record)) {
            return failure;
        }
    }
    return std::nullopt;
}

/// Whom most of the records belong to; null when none tells it.
QUuid learnerOf(const SalvagedRows &rows)
{
    QMap<QUuid, qsizetype> counts;
    for (const Attempt &attempt : rows.attempts) {
        ++counts[attempt.learner];
    }
    for (const Event &event : rows.events) {
        ++counts[event.learner];
    }
    counts.remove(QUuid());
    const QList<qsizetype> numbers = counts.values();
    const auto most = std::max_element(numbers.cbegin(), numbers.cend());
    return most == numbers.cend() ? QUuid() : counts.key(*most);
}

/// A row that lay on several copies of a page is there once. Without a row that tells the learner, the
/// records do: a new learner's name on the next ones would tear the history apart.
MaybeFailure insertMeta(Database &database, const SalvagedRows &rows)
{
    bool hasLearner = false;
    for (auto it = rows.meta.cbegin(); it != rows.meta.cend(); ++it) {
        hasLearner = hasLearner || it.value().key == LearnerKey;
        const auto failure = database.run(
            QStringLiteral("INSERT OR IGNORE INTO meta (seq, key, value) VALUES (?, ?, ?)"),
            {it.key(), it.value().key, it.value().value.isNull() ? QLatin1String("") : it.value().value});
        if (failure) {
            return failure;
        }
    }
    const QUuid learner = hasLearner ? QUuid() : learnerOf(rows);
    return learner.isNull() ? std::nullopt
                            : writeMeta(database, {LearnerKey, learner.toString(QUuid::WithoutBraces)});
}

MaybeFailure insertAll(Database &database, const SalvagedRows &rows)
{
    MaybeFailure failure = insertEach(database, rows.attempts);
    failure = failure ? failure : insertEach(database, rows.events);
    failure = failure ? failure : insertEach(database, rows.incidents);
    failure = failure ? failure : insertEach(database, rows.guesses);
    return failure ? failure : insertMeta(database, rows);
}

/// How many of the salvaged rows are in: those that lay on several copies of a page are there once.
MaybeFailure countAll(Database &database, RecoveryReport &report)
{
    qint64 events = 0;
    qint64 incidents = 0;
    qint64 guesses = 0;
    for (const auto &[table, number] : {std::pair{"attempts", &report.attempts}, std::pair{"events", &events},
                                        std::pair{"incidents", &incidents}, std::pair{"guesses", &guesses}}) {
        const QString sql = QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table);
        if (auto failure = database.readNumber(sql, *number)) {
            return failure;
        }
    }
    report.others = events + incidents + guesses;
    return std::nullopt;
}

MaybeFailure writeReplacement(const QString &file, const SalvagedRows &rows, RecoveryReport &report)
{
    Database database(file);
    if (auto failure = database.open()) {
        return failure;
    }
    if (auto failure = database.execute(QStringLiteral("BEGIN IMMEDIATE"))) {
        return failure;
    }
    if (auto failure = migrate(database, 0)) {
        return failure;
    }
    if (auto failure = insertAll(database, rows)) {
        return failure;
    }
    if (auto failure = countAll(database, report)) {
        return failure;
    }
    return database.execute(QStringLiteral("COMMIT"));
}

/// `<file>.corrupt-<time>`, a name that nothing has yet.
QString freeName(const QString &file)
{
    const QString base = file + QStringLiteral(".corrupt-")
        + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = base;
    for (int n = 2; QFileInfo::exists(name) || QFileInfo::exists(logOf(name)); ++n) {
        name = base + QLatin1Char('-') + QString::number(n);
    }
    return name;
}

/// Moves what SQLite would otherwise replay into a new file of the name `file`.
bool moveCompanions(const QString &file, const QString &name)
{
    QFile::remove(file + QStringLiteral("-shm"));
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (QFileInfo::exists(file + suffix) && !QFile::rename(file + suffix, name + suffix)) {
            return false;
        }
    }
    return true;
}

/// The main file goes first: from then on the replacement counts, see finishInterruptedRecovery().
bool moveAside(const QString &file, const QString &name)
{
    if (!QFile::rename(file, name)) {
        return false;
    }
    if (moveCompanions(file, name)) {
        return true;
    }
    QFile::rename(name, file);
    return false;
}

} // namespace

QString RecoveryReport::note() const
{
    return Messages::tr(
               "The file with your progress was damaged. Skillet started a new one and carried over what "
               "could be read: %1 attempts and %2 other entries. The damaged file is kept as %3. You can go "
               "on as usual.")
        .arg(attempts)
        .arg(others)
        .arg(setAside);
}

Core::Result<RecoveryReport> recover(const QString &file)
{
    const QString replacement = replacementOf(file);
    QFile::remove(replacement);
    QFile::remove(replacement + QStringLiteral("-journal"));
    const Core::Result<SalvagedRows> rows = readRows(file);
    if (!rows) {
        return rows.error();
    }
    RecoveryReport report;
    if (const auto failure = writeReplacement(replacement, rows.value(), report)) {
        QFile::remove(replacement);
        return errorOf(*failure, file);
    }
    report.setAside = freeName(file);
    if (!moveAside(file, report.setAside) || !QFile::rename(replacement, file)) {
        return Core::Error{
            Core::ErrorCode::PermissionDenied,
            Messages::tr("The file with your progress, %1, is damaged and could not be renamed. Give "
                         "yourself write permission in its folder, or move the file away yourself.")
                .arg(file)};
    }
    qCWarning(Core::logProgress).noquote() << report.note();
    return report;
}

void finishInterruptedRecovery(const QString &file)
{
    // The replacement is complete before the damaged file is moved, so where only the replacement is there,
    // it counts.
    const bool cutOff = !QFileInfo::exists(file) && QFileInfo::exists(replacementOf(file));
    if (cutOff && moveCompanions(file, freeName(file))) {
        QFile::rename(replacementOf(file), file);
    }
}

} // namespace Skillet::Progress
