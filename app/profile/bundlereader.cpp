// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/bundlereader.h"

#include "profile/messages.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace Skillet::Profile {

using Core::ErrorCode;

namespace {

constexpr qint64 LongestManifest = 65536;
constexpr qint64 LongestLine = qint64{8} * 1024 * 1024;
constexpr qint64 MostBytes = qint64{8} * 1024 * 1024 * 1024;
constexpr qint64 LatestTime = 7258118400000; // the year 2200, in milliseconds since 1970

bool isCleanText(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

/// Why the content of a record, as it stands in the file, is not what `written` (the same record as this
/// Skillet writes it) has. A key that is missing has its default: an older Skillet did not know it.
QString whyDifferent(const QJsonObject &content, const QJsonObject &written)
{
    for (auto it = content.begin(); it != content.end(); ++it) {
        if (!written.contains(it.key()))
            return Messages::tr("\"%1\" is not known").arg(it.key().left(40));
        if (it.value().isString() && !isCleanText(it.value().toString()))
            return Messages::tr("\"%1\" has characters that are no text").arg(it.key());
        // The zone may be one that this machine does not know.
        const bool isZone = it.key() == QLatin1String("zone") && it.value().isString();
        if (!isZone && it.value() != written.value(it.key()))
            return Messages::tr("\"%1\" has a value that cannot be").arg(it.key());
        if (it.value().isDouble() && it.key() != QLatin1String("line") && it.value().toInteger() < 0)
            return Messages::tr("\"%1\" is less than 0").arg(it.key());
    }
    if (content.value(QLatin1String("at")).toInteger(LatestTime) >= LatestTime)
        return Messages::tr("its time lies after the year 2200, or is missing");
    return {};
}

/// Empty: `line` is a record of that kind, and `record` it.
QString whyNoRecord(const QByteArray &line, std::size_t kind, std::optional<Progress::Record> &record)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return problem.errorString();
    // Told before anything is read from it: of a key that is there twice, readers take one or the other.
    if (document.toJson(QJsonDocument::Compact) != line)
        return Messages::tr("this is not written as Skillet writes it");
    const QJsonObject object = document.object();
    record = Progress::recordFromJsonLine(line);
    if (!record || record->index() != kind || object.size() != 2)
        return Messages::tr("this is no record of the kind that belongs here");
    const QJsonObject written = QJsonDocument::fromJson(Progress::toJsonLine(*record)).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject())
            return whyDifferent(it.value().toObject(), written.value(it.key()).toObject());
    }
    return Messages::tr("there is no record in it");
}

} // namespace

BundleReader::BundleReader(QString path, Course::ZipFile zip)
    : m_path(std::move(path))
    , m_zip(std::move(zip))
{ }

Core::Error BundleReader::refusal(const QString &place, const QString &reason) const
{
    return {ErrorCode::Invalid,
            Messages::tr("%1 was not imported, and nothing was changed. %2: %3. Export the profile once more "
                         "where it came from.")
                .arg(m_path, place, reason)};
}

Core::Result<BundleReader> BundleReader::open(const QString &path)
{
    auto zip = Course::ZipFile::open(path);
    if (!zip)
        return zip.error();
    BundleReader reader(path, std::move(zip).value());
    const Core::Result<void> read = reader.readManifest();
    if (!read)
        return read.error();
    return reader;
}

Core::Result<void> BundleReader::readManifest()
{
    for (const auto &entry : m_zip.entries()) {
        const bool isRecords =
            std::find(recordFiles.begin(), recordFiles.end(), entry.name) != recordFiles.end();
        if (!entry.isOrdinary || entry.isEncrypted || (!isRecords && entry.name != manifestName))
            return refusal(entry.name.left(80), Messages::tr("this does not belong into a profile"));
        if (m_entries.contains(entry.name))
            return refusal(entry.name, Messages::tr("it is there twice"));
        m_entries.insert(entry.name, entry);
    }
    if (!m_entries.contains(manifestName))
        return refusal(manifestName, Messages::tr("it is missing, so this is no exported profile"));
    QByteArray text;
    const Core::Result<void> read = m_zip.read(m_entries.value(manifestName), [&text](QByteArrayView piece) {
        text.append(piece);
        return text.size() <= LongestManifest;
    });
    return read ? takeManifest(text) : read;
}

Core::Result<void> BundleReader::takeManifest(const QByteArray &text)
{
    QJsonParseError problem{};
    const QJsonObject manifest = QJsonDocument::fromJson(text, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return refusal(manifestName, problem.errorString());
    if (manifest.value(QLatin1String("format")).toString() != bundleFormat)
        return refusal(manifestName, Messages::tr("this is no exported profile"));
    const int version = manifest.value(QLatin1String("version")).toInt();
    if (version > BundleVersion)
        return Core::Error{ErrorCode::NewerVersion,
                           Messages::tr("%1 was exported by a newer Skillet (format %2, this one reads up to "
                                        "%3). Nothing was changed. Install the newer Skillet here as well.")
                               .arg(m_path)
                               .arg(version)
                               .arg(BundleVersion)};
    if (version < 1)
        return refusal(manifestName, Messages::tr("it has no version"));
    const QJsonObject files = manifest.value(QLatin1String("files")).toObject();
    qint64 all = 0;
    for (std::size_t kind = 0; kind < recordFiles.size(); ++kind) {
        const QJsonObject file = files.value(recordFiles[kind]).toObject();
        m_files[kind] = {file.value(QLatin1String("records")).toInteger(-1),
                         file.value(QLatin1String("bytes")).toInteger(-1),
                         file.value(QLatin1String("sha256")).toString()};
        const BundleFile &said = m_files[kind];
        if (!m_entries.contains(recordFiles[kind]) || said.records < 0 || said.bytes < 0)
            return refusal(recordFiles[kind],
                           Messages::tr("it is missing, or the manifest does not tell of it"));
        if (said.bytes > MostBytes - all)
            return refusal(manifestName, Messages::tr("the files are too large"));
        all += said.bytes;
    }
    return {};
}

Core::Result<void> BundleReader::read(const Sink &sink) const
{
    for (std::size_t kind = 0; kind < recordFiles.size(); ++kind) {
        const Core::Result<void> done = readFile(kind, sink);
        if (!done)
            return done;
    }
    return {};
}

Core::Result<void> BundleReader::readFile(std::size_t kind, const Sink &sink) const
{
    const QString name = recordFiles[kind];
    const BundleFile &said = m_files[kind];
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray rest; // of a line whose end has not come yet
    qint64 bytes = 0;
    qint64 lines = 0;
    std::optional<Core::Error> error;
    const auto takeLine = [&](const QByteArray &line) {
        std::optional<Progress::Record> record;
        ++lines;
        const QString reason = whyNoRecord(line, kind, record);
        const auto taken = reason.isEmpty()
            ? sink(*record)
            : refusal(name + QLatin1Char(':') + QString::number(lines), reason);
        if (!taken)
            error = taken.error();
    };
    const Core::Result<void> unpacked = m_zip.read(m_entries.value(name), [&](QByteArrayView piece) {
        bytes += piece.size();
        hash.addData(piece);
        rest.append(piece);
        qsizetype from = 0;
        for (qsizetype end = 0; !error && (end = rest.indexOf('\n', from)) >= 0; from = end + 1)
            takeLine(rest.mid(from, end - from));
        rest.remove(0, from);
        if (!error && rest.size() > LongestLine)
            error = refusal(name + QLatin1Char(':') + QString::number(lines + 1),
                            Messages::tr("this line is too long"));
        return !error && bytes <= said.bytes;
    });
    if (error)
        return *error;
    if (bytes > said.bytes)
        return refusal(name, Messages::tr("it is longer than the manifest says"));
    if (!unpacked)
        return unpacked;
    if (!rest.isEmpty() || bytes != said.bytes || lines != said.records)
        return refusal(name, Messages::tr("it was cut off"));
    if (QString::fromLatin1(hash.result().toHex()) != said.sha256)
        return refusal(name, Messages::tr("it was changed after it was exported (its checksum differs)"));
    return {};
}

} // namespace Skillet::Profile
