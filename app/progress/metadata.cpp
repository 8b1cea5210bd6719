// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/metadata.h"

#include "progress/schema.h"

#include <QRegularExpression>

namespace Skillet::Progress {

bool isMetaKey(const QString &key)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[a-z][a-z.-]{1,40}\\z"));
    return pattern.match(key).hasMatch();
}

std::optional<MetaEntry> metaFromRow(const QVariantList &columns)
{
    if (columns.size() != static_cast<qsizetype>(MetaColumn::Count)) {
        return std::nullopt;
    }
    const MetaEntry entry{columns.at(static_cast<qsizetype>(MetaColumn::Key)).toString(),
                          columns.at(static_cast<qsizetype>(MetaColumn::Value)).toString()};
    return isMetaKey(entry.key) ? std::optional(entry) : std::nullopt;
}

MaybeFailure readMeta(Database &database, const QString &key, QString &value)
{
    value.clear();
    return database.run(QStringLiteral("SELECT value FROM meta WHERE key = ? ORDER BY seq DESC LIMIT 1"),
                        {key}, [&value](const QSqlQuery &row) { value = row.value(0).toString(); });
}

MaybeFailure writeMeta(Database &database, const MetaEntry &entry)
{
    return database.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (?, ?)"),
                        {entry.key, entry.value.isNull() ? QLatin1String("") : entry.value});
}

MaybeFailure ensureLearner(Database &database, QUuid &learner)
{
    QString found;
    if (auto failure = readMeta(database, LearnerKey, found)) {
        return failure;
    }
    if (QUuid::fromString(found).isNull()) {
        // In one statement, so that of two programs one finds what the other wrote.
        auto failure =
            database.run(QStringLiteral("INSERT INTO meta (key, value) SELECT ?, ? WHERE NOT EXISTS "
                                        "(SELECT 1 FROM meta WHERE key = ? AND value <> ?)"),
                         {QString(LearnerKey), QUuid::createUuid().toString(QUuid::WithoutBraces),
                          QString(LearnerKey), found.isNull() ? QLatin1String("") : found});
        failure = failure ? failure : readMeta(database, LearnerKey, found);
        if (failure) {
            return failure;
        }
    }
    learner = QUuid::fromString(found);
    return std::nullopt;
}

} // namespace Skillet::Progress
