// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/database.h"

#include "core/paths.h"
#include "progress/messages.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <utility>

namespace Skillet::Progress {

namespace {

using Kind = DatabaseFailure::Kind;

// How long open() may wait for another program's lock.
constexpr int OpenTimeoutMs = 2000;

// SQLite's result codes; the library's header is not needed for more than these.
constexpr int PrimaryCode = 0xFF;
constexpr int Perm = 3;
constexpr int Busy = 5;
constexpr int Locked = 6;
constexpr int ReadOnly = 8;
constexpr int Corrupt = 11;
constexpr int Full = 13;
constexpr int CannotOpen = 14;
constexpr int NotADatabase = 26;

Kind kindOf(int code)
{
    switch (code & PrimaryCode) {
    case Busy:
    case Locked:
        return Kind::Busy;
    case Corrupt:
    case NotADatabase:
        return Kind::Corrupt;
    case Perm:
    case ReadOnly:
        return Kind::ReadOnly;
    case Full:
        return Kind::Full;
    case CannotOpen:
        return Kind::CannotOpen;
    default:
        return Kind::Other;
    }
}

} // namespace

DatabaseFailure failureOf(const QSqlError &error)
{
    return {kindOf(error.nativeErrorCode().toInt()), error.text()};
}

Core::Error errorOf(const DatabaseFailure &failure, const QString &file)
{
    using Core::ErrorCode;
    switch (failure.kind) {
    case Kind::Busy:
        return {ErrorCode::Locked,
                Messages::tr(
                    "Another program holds the file with your progress, %1. Close the other Skillet, or the "
                    "backup that is reading it, then try again.")
                    .arg(file)};
    case Kind::Full:
        return {ErrorCode::NoSpace,
                Messages::tr(
                    "There is no space left on the disk for your progress in %1. Free some space, then try "
                    "again.")
                    .arg(file)};
    case Kind::ReadOnly:
    case Kind::CannotOpen: {
        const Core::Result<void> folder = Core::ensureWritable(QFileInfo(file).absolutePath());
        if (!folder) {
            return folder.error();
        }
        return {ErrorCode::PermissionDenied,
                Messages::tr(
                    "The file with your progress, %1, cannot be opened for writing. Give yourself read and "
                    "write permission for it, or set XDG_DATA_HOME to a folder of your own.")
                    .arg(file)};
    }
    case Kind::Corrupt:
        return {ErrorCode::Invalid,
                Messages::tr(
                    "The file with your progress, %1, is damaged. Start Skillet again: it keeps the damaged "
                    "file and carries over what can be read.")
                    .arg(file)};
    case Kind::Other:
        break;
    }
    return {ErrorCode::Failed,
            Messages::tr("The file with your progress, %1, cannot be used: %2").arg(file, failure.text)};
}

Database::Database(QString file)
    : m_file(std::move(file))
    , m_name(QStringLiteral("progress-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{ }

Database::~Database()
{
    m_connection.close();
    // The name can only be removed once no object refers to the connection any more.
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

MaybeFailure Database::open()
{
    m_connection.setDatabaseName(m_file);
    m_connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(OpenTimeoutMs));
    if (!m_connection.open()) {
        return failureOf(m_connection.lastError());
    }
    return std::nullopt;
}

void Database::setBusyTimeout(int milliseconds)
{
    QSqlQuery(m_connection).exec(QStringLiteral("PRAGMA busy_timeout = %1").arg(milliseconds));
}

MaybeFailure Database::execute(const QString &sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(sql)) {
        return failureOf(query.lastError());
    }
    return std::nullopt;
}

MaybeFailure Database::run(const QString &sql, const QVariantList &values,
                           const std::function<void(const QSqlQuery &)> &onRow)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failureOf(query.lastError());
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return failureOf(query.lastError());
    }
    while (query.next()) {
        if (onRow) {
            onRow(query);
        }
    }
    // next() also ends where the file cannot be read on.
    if (query.lastError().isValid()) {
        return failureOf(query.lastError());
    }
    return std::nullopt;
}

MaybeFailure Database::readNumber(const QString &sql, qint64 &number)
{
    number = 0;
    return run(sql, {}, [&number](const QSqlQuery &row) { number = row.value(0).toLongLong(); });
}

} // namespace Skillet::Progress
