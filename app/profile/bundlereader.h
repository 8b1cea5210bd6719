// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/zipfile.h"
#include "progress/recordjson.h"

#include <QHash>
#include <QString>

#include <array>
#include <functional>

namespace Skillet::Profile {

/// Version of the bundle format that is written here; older ones are read.
inline constexpr int BundleVersion = 1;
inline constexpr QLatin1String bundleFormat("skillet-profile");
inline constexpr QLatin1String manifestName("manifest.json");
/// A file for each kind of record, in the order of Progress::Record's kinds.
inline constexpr std::array<QLatin1String, std::variant_size_v<Progress::Record>> recordFiles{
    QLatin1String("attempts.jsonl"), QLatin1String("events.jsonl"), QLatin1String("incidents.jsonl"),
    QLatin1String("guesses.jsonl")};

/// What the manifest says of a file of records.
struct BundleFile
{
    qint64 records = 0;
    qint64 bytes = 0;
    QString sha256; ///< in hex
};

/// Reads a bundle (see bundle.h) from anywhere, record by record, and believes nothing of it: whatever is not
/// exactly as the format says is an Error that names file and line. Unpacks nothing to the disk, and holds
/// one line at a time.
class BundleReader final
{
public:
    /// Takes each record; an Error ends the reading.
    using Sink = std::function<Core::Result<void>(const Progress::Record &)>;

    /// Reads the manifest. \return NewerVersion for a bundle of a newer Skillet
    [[nodiscard]] static Core::Result<BundleReader> open(const QString &path);

    /// All records in the order of the files. The sink has seen those before the place of an Error.
    [[nodiscard]] Core::Result<void> read(const Sink &sink) const;

private:
    BundleReader(QString path, Course::ZipFile zip);
    [[nodiscard]] Core::Result<void> readManifest();
    [[nodiscard]] Core::Result<void> takeManifest(const QByteArray &text);
    [[nodiscard]] Core::Result<void> readFile(std::size_t kind, const Sink &sink) const;
    [[nodiscard]] Core::Error refusal(const QString &place, const QString &reason) const;

    QString m_path;
    Course::ZipFile m_zip;
    QHash<QString, Course::ZipFile::Entry> m_entries;
    std::array<BundleFile, recordFiles.size()> m_files;
};

} // namespace Skillet::Profile
