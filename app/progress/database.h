// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <functional>
#include <optional>

class QSqlError;

namespace Skillet::Progress {

/// What SQLite reported, in the classes that are answered differently.
struct DatabaseFailure
{
    enum class Kind { Busy, Corrupt, ReadOnly, Full, CannotOpen, Other };

    Kind kind = Kind::Other;
    QString text;
};

using MaybeFailure = std::optional<DatabaseFailure>;

[[nodiscard]] DatabaseFailure failureOf(const QSqlError &error);

/// For people: names `file` and the way out.
[[nodiscard]] Core::Error errorOf(const DatabaseFailure &failure, const QString &file);

/// One connection to an SQLite file under a name of its own; closed and forgotten with the object. Queries
/// must not outlive it.
class Database final
{
public:
    explicit Database(QString file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] MaybeFailure open();
    void setBusyTimeout(int milliseconds);

    [[nodiscard]] MaybeFailure execute(const QString &sql);
    /// Prepares `sql`, binds `values` to its question marks in order, and hands every row to `onRow`.
    [[nodiscard]] MaybeFailure run(const QString &sql, const QVariantList &values,
                                   const std::function<void(const QSqlQuery &)> &onRow = {});
    /// The first column of the only row, as a number; 0 without a row.
    [[nodiscard]] MaybeFailure readNumber(const QString &sql, qint64 &number);

    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
    QString m_name;
    QSqlDatabase m_connection;
};

} // namespace Skillet::Progress
