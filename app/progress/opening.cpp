// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/opening.h"

#include "core/paths.h"
#include "progress/messages.h"
#include "progress/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QVariant>
#include <QtEndian>

#include <utility>

namespace Skillet::Progress {

namespace {

/// Up to this size the whole file is checked at every open (about 1 ms a MiB); a larger one only when the
/// last session did not end cleanly. Damage found later, while reading, is mended then.
constexpr qint64 LargestAlwaysChecked = 4 * 1024 * 1024;

/// Versions come one at a time: a number as large as this is damage, not the future.
constexpr qint64 LargestPlausibleVersion = 1000;

constexpr qint64 HeaderSize = 100;
constexpr qsizetype SchemaFormatOffset = 44;
constexpr quint32 LargestSchemaFormat = 4;
constexpr qsizetype EncodingOffset = 56;
constexpr quint32 LargestEncoding = 3;
constexpr qsizetype VersionOffset = 60;
constexpr char Magic[] = "SQLite format 3"; // with its final NUL

// Recording happens on the window's thread, so it may not wait long; the Recorder tries again later.
constexpr int RecordingTimeoutMs = 40;

enum class HeaderState { Empty, Fine, Damaged, Newer };

/// What the first bytes tell, without SQLite, which could write to the file (by ending its log) even when it
/// is refused.
HeaderState headerState(const QString &file)
{
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly)) {
        return HeaderState::Fine; // SQLite's own message is the better one
    }
    const QByteArray header = bytes.read(HeaderSize);
    if (header.isEmpty()) {
        // SQLite would throw away the log of an empty file, and with it what may be the only copy.
        return QFileInfo(file + QStringLiteral("-wal")).size() > 0 ? HeaderState::Damaged
                                                                   : HeaderState::Empty;
    }
    if (header.size() < HeaderSize || !header.startsWith(QByteArray(Magic, sizeof Magic))) {
        return HeaderState::Damaged;
    }
    // A file that was cut inside a page; with a log SQLite may have been interrupted while it wrote, and
    // mends that itself.
    if (bytes.size() % PageSize != 0 && QFileInfo(file + QStringLiteral("-wal")).size() == 0) {
        return HeaderState::Damaged;
    }
    const qint64 version = qFromBigEndian<qint32>(header.constData() + VersionOffset);
    const bool plausible = version >= 0 && version <= LargestPlausibleVersion
        && qFromBigEndian<quint32>(header.constData() + SchemaFormatOffset) <= LargestSchemaFormat
        && qFromBigEndian<quint32>(header.constData() + EncodingOffset) <= LargestEncoding;
    if (!plausible) {
        return HeaderState::Damaged;
    }
    return version > SchemaVersion ? HeaderState::Newer : HeaderState::Fine;
}

Core::Error newerVersion(const QString &file)
{
    return {
        Core::ErrorCode::NewerVersion,
        Messages::tr(
            "A newer Skillet wrote the file with your progress, %1. Install that version again, or move the "
            "file to another place to begin anew. It was left as it is.")
            .arg(file)};
}

Core::Error notOurs(const QString &file)
{
    return {Core::ErrorCode::Invalid,
            Messages::tr(
                "%1 is a database of another program. Move it to another place, then start Skillet again. It "
                "was left as it is.")
                .arg(file)};
}

/// Opens `file` step by step; each step returns the outcome that ends it, or nothing to go on.
class Opening final
{
public:
    explicit Opening(const QString &file)
        : m_database(std::make_unique<Database>(file))
        , m_crashed(QFileInfo(file + QStringLiteral("-wal")).size() > 0)
    { }

    [[nodiscard]] OpenedDatabase run();

private:
    using Step = std::optional<OpenedDatabase>;
    [[nodiscard]] Step refuseForeign();
    [[nodiscard]] Step configure();
    [[nodiscard]] Step updateSchema();
    [[nodiscard]] Step checkIntegrity();
    [[nodiscard]] Step end(const MaybeFailure &failure) const;

    std::unique_ptr<Database> m_database;
    bool m_crashed = false; ///< the last session left its log behind
};

OpenedDatabase Opening::run()
{
    if (auto ended = end(m_database->open())) {
        return std::move(*ended);
    }
    for (const auto step :
         {&Opening::refuseForeign, &Opening::configure, &Opening::updateSchema, &Opening::checkIntegrity}) {
        if (auto ended = (this->*step)()) {
            return std::move(*ended);
        }
    }
    m_database->setBusyTimeout(RecordingTimeoutMs);
    return std::move(m_database);
}

Opening::Step Opening::refuseForeign()
{
    qint64 application = 0;
    qint64 version = 0;
    qint64 tables = 0;
    qint64 ours = 0;
    const QString select = QStringLiteral("SELECT count(*) FROM sqlite_master");
    const std::pair<QString, qint64 *> numbers[] = {
        {QStringLiteral("PRAGMA application_id"), &application},
        {QStringLiteral("PRAGMA user_version"), &version},
        {select, &tables},
        {select + QStringLiteral(" WHERE type = 'table' AND name IN ('attempts', 'events')"), &ours},
    };
    for (const auto &[sql, number] : numbers) {
        if (auto ended = end(m_database->readNumber(sql, *number))) {
            return ended;
        }
    }
    if (application == ApplicationId) {
        return version > SchemaVersion ? Step(newerVersion(m_database->file())) : std::nullopt;
    }
    if (ours == 2) {
        return Step(NeedsRecovery()); // our tables under a damaged mark
    }
    return tables > 0 || application != 0 ? Step(notOurs(m_database->file())) : std::nullopt;
}

Opening::Step Opening::configure()
{
    // WAL: readers and a second window are never blocked by a writer, and a killed program leaves whole rows.
    // FULL: a power cut takes no attempt that was recorded; it costs one sync for each, of which there are
    // few.
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"}) {
        if (auto ended = end(m_database->execute(QLatin1String(pragma)))) {
            return ended;
        }
    }
    return std::nullopt;
}

Opening::Step Opening::updateSchema()
{
    // Also proves that the file can be written. The version is read again: another process may have been
    // faster.
    if (auto ended = end(m_database->execute(QStringLiteral("BEGIN IMMEDIATE")))) {
        return ended;
    }
    qint64 version = 0;
    MaybeFailure failure = m_database->readNumber(QStringLiteral("PRAGMA user_version"), version);
    if (!failure && version < SchemaVersion) {
        failure = migrate(*m_database, static_cast<int>(version));
    }
    const MaybeFailure finished =
        m_database->execute(failure ? QStringLiteral("ROLLBACK") : QStringLiteral("COMMIT"));
    return end(failure ? failure : finished);
}

Opening::Step Opening::checkIntegrity()
{
    if (!m_crashed && QFileInfo(m_database->file()).size() > LargestAlwaysChecked) {
        return std::nullopt;
    }
    bool sound = true;
    const MaybeFailure failure =
        m_database->run(QStringLiteral("PRAGMA quick_check(1)"), {}, [&sound](const QSqlQuery &row) {
            sound = sound && row.value(0).toString() == QLatin1String("ok");
        });
    if (!failure && !sound) {
        return Step(NeedsRecovery());
    }
    return end(failure);
}

Opening::Step Opening::end(const MaybeFailure &failure) const
{
    if (!failure) {
        return std::nullopt;
    }
    if (failure->kind == DatabaseFailure::Kind::Corrupt) {
        return Step(NeedsRecovery());
    }
    return Step(errorOf(*failure, m_database->file()));
}

} // namespace

OpenedDatabase openDatabase(const QString &file)
{
    const Core::Result<void> folder = Core::ensureWritable(QFileInfo(file).absolutePath());
    if (!folder) {
        return folder.error();
    }
    switch (headerState(file)) {
    case HeaderState::Newer:
        return newerVersion(file);
    case HeaderState::Damaged:
        return NeedsRecovery();
    case HeaderState::Empty:
    case HeaderState::Fine:
        break;
    }
    return Opening(file).run();
}

OpenedDatabase openDatabaseInMemory()
{
    auto database = std::make_unique<Database>(QStringLiteral(":memory:"));
    MaybeFailure failure = database->open();
    if (!failure) {
        failure = migrate(*database, 0);
    }
    if (failure) {
        return errorOf(*failure, database->file());
    }
    return database;
}

} // namespace Skillet::Progress
