// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/bundle.h"

#include "course/zipfile.h"
#include "profile/bundlereader.h"
#include "profile/messages.h"
#include "progress/opening.h"
#include "progress/rows.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlRecord>
#include <QTemporaryDir>

namespace Skillet::Profile {

using Core::ErrorCode;
using Progress::Database;

namespace {

Core::Result<std::unique_ptr<Database>> openedAt(const QString &file)
{
    Progress::OpenedDatabase opened = Progress::openDatabase(file);
    if (const auto *error = std::get_if<Core::Error>(&opened))
        return *error;
    if (auto *database = std::get_if<std::unique_ptr<Database>>(&opened))
        return std::move(*database);
    return Progress::errorOf({Progress::DatabaseFailure::Kind::Corrupt, {}}, file);
}

std::optional<Progress::Record> recordFrom(std::size_t kind, const QVariantList &row)
{
    const auto wide = [](const auto &found) {
        return found ? std::optional<Progress::Record>(*found) : std::nullopt;
    };
    switch (kind) {
    case 0:
        return wide(Progress::attemptFromRow(row));
    case 1:
        return wide(Progress::eventFromRow(row));
    case 2:
        return wide(Progress::incidentFromRow(row));
    default:
        return wide(Progress::guessFromRow(row));
    }
}

/// Writes the records of one kind into `path`, a line each.
Core::Result<BundleFile> writeRecords(Database &database, std::size_t kind, const QString &path)
{
    const QString table = QString(recordFiles[kind]).section(QLatin1Char('.'), 0, 0);
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    BundleFile written;
    bool isWritten = file.open(QIODevice::WriteOnly);
    const auto failure = database.run(QStringLiteral("SELECT * FROM %1 ORDER BY seq").arg(table), {},
                                      [&](const QSqlQuery &row) {
                                          QVariantList columns;
                                          for (int i = 0; i < row.record().count(); ++i)
                                              columns.append(row.value(i));
                                          const auto record = recordFrom(kind, columns);
                                          if (!record || !isWritten)
                                              return;
                                          const QByteArray line = Progress::toJsonLine(*record) + '\n';
                                          isWritten = file.write(line) == line.size();
                                          hash.addData(line);
                                          written.bytes += line.size();
                                          ++written.records;
                                      });
    if (failure)
        return Progress::errorOf(*failure, database.file());
    if (!isWritten || !file.flush())
        return Core::Error{ErrorCode::NoSpace,
                           Messages::tr("%1 cannot be written: %2. Choose another folder or free some space.")
                               .arg(path, file.errorString())};
    written.sha256 = QString::fromLatin1(hash.result().toHex());
    return written;
}

Core::Result<qint64> writeBundle(Database &database, const QString &folder, const QString &zip)
{
    QList<std::pair<QString, QString>> files;
    QJsonObject described;
    qint64 records = 0;
    for (std::size_t kind = 0; kind < recordFiles.size(); ++kind) {
        const QString path = folder + QLatin1Char('/') + recordFiles[kind];
        const auto written = writeRecords(database, kind, path);
        if (!written)
            return written.error();
        const BundleFile &file = written.value();
        described.insert(recordFiles[kind],
                         QJsonObject{{QStringLiteral("records"), file.records},
                                     {QStringLiteral("bytes"), file.bytes},
                                     {QStringLiteral("sha256"), file.sha256}});
        records += file.records;
        files.append({recordFiles[kind], path});
    }
    QFile manifest(folder + QLatin1Char('/') + manifestName);
    const QByteArray text = QJsonDocument(QJsonObject{{QStringLiteral("format"), QString(bundleFormat)},
                                                      {QStringLiteral("version"), BundleVersion},
                                                      {QStringLiteral("files"), described}})
                                .toJson();
    if (!manifest.open(QIODevice::WriteOnly) || manifest.write(text) != text.size() || !manifest.flush())
        return Core::Error{ErrorCode::NoSpace,
                           Messages::tr("%1 cannot be written.").arg(manifest.fileName())};
    files.prepend({manifestName, manifest.fileName()});
    const Core::Result<void> packed = Course::ZipFile::write(zip, files);
    return packed ? Core::Result<qint64>(records) : packed.error();
}

} // namespace

Core::Result<qint64> exportBundle(const QString &database, const QString &bundle)
{
    if (!QFileInfo::exists(database))
        return Core::Error{ErrorCode::NotFound,
                           Messages::tr("There is no progress at %1 yet.").arg(database)};
    const Core::Error taken{ErrorCode::Failed,
                            Messages::tr("%1 is there already. Choose another name.").arg(bundle)};
    if (QFileInfo::exists(bundle))
        return taken;
    const auto opened = openedAt(database);
    if (!opened)
        return opened.error();
    // Beside the bundle, so that it comes to its place whole, by one renaming.
    const QTemporaryDir folder(QFileInfo(bundle).absolutePath() + QStringLiteral("/.skillet-export-XXXXXX"));
    if (!folder.isValid())
        return Core::Error{ErrorCode::PermissionDenied,
                           Messages::tr("%1 cannot be written: %2. Choose another folder.")
                               .arg(bundle, folder.errorString())};
    Database &source = *opened.value();
    if (const auto failure = source.execute(QStringLiteral("BEGIN"))) // one moment for all tables
        return Progress::errorOf(*failure, database);
    const QString zip = folder.filePath(QStringLiteral("bundle.zip"));
    const auto written = writeBundle(source, folder.path(), zip);
    if (const auto failure = source.execute(QStringLiteral("COMMIT")); failure && written)
        return Progress::errorOf(*failure, database);
    if (written && !QFile::rename(zip, bundle))
        return taken;
    return written;
}

Core::Result<ImportReport> importBundle(const QString &bundle, const QString &database)
{
    const auto reader = BundleReader::open(bundle);
    if (!reader)
        return reader.error();
    const auto proven = reader.value().read([](const Progress::Record &) { return Core::Result<void>(); });
    if (!proven)
        return proven.error();
    const auto opened = openedAt(database);
    if (!opened)
        return opened.error();
    Database &target = *opened.value();
    const QString rowCount =
        QStringLiteral("SELECT (SELECT count(*) FROM attempts) + (SELECT count(*) FROM events) + "
                       "(SELECT count(*) FROM incidents) + (SELECT count(*) FROM guesses)");
    qint64 before = 0;
    qint64 after = 0;
    ImportReport report;
    auto failure = target.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!failure)
        failure = target.readNumber(rowCount, before);
    if (failure)
        return Progress::errorOf(*failure, database);
    const auto added = reader.value().read([&](const Progress::Record &record) -> Core::Result<void> {
        ++report.records;
        const auto refused =
            std::visit([&target](const auto &kind) { return Progress::insertRow(target, kind); }, record);
        return refused ? Core::Result<void>(Progress::errorOf(*refused, database)) : Core::Result<void>();
    });
    if (added)
        failure = target.readNumber(rowCount, after);
    if (added && !failure)
        failure = target.execute(QStringLiteral("COMMIT"));
    if (added && !failure) {
        report.added = after - before;
        return report;
    }
    (void)target.execute(QStringLiteral("ROLLBACK"));
    return added ? Progress::errorOf(*failure, database) : added.error();
}

} // namespace Skillet::Profile
