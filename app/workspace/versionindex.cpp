// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/versionindex.h"

#include "core/file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

#include <unistd.h>

namespace Skillet::Workspace {

namespace {

constexpr int Format = 1;
constexpr qint64 LargestIndex = 64 * 1024 * 1024;
constexpr qsizetype DigestLength = 64;

constexpr std::pair<Occasion, const char *> OccasionNames[] = {{Occasion::Saved, "saved"},
                                                               {Occasion::Run, "run"},
                                                               {Occasion::Checked, "checked"},
                                                               {Occasion::BeforeRestore, "before-restore"}};

QString nameOf(Occasion occasion)
{
    const auto *const found = std::find_if(std::begin(OccasionNames), std::end(OccasionNames),
                                           [occasion](const auto &known) { return known.first == occasion; });
    return QString::fromLatin1(found->second);
}

/// The digest becomes a file's name, so it is nothing but hexadecimal digits.
bool isDigest(const QByteArray &digest)
{
    return digest.size() == DigestLength && std::all_of(digest.begin(), digest.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::optional<FileVersion> parse(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString name = object.value(QLatin1String("occasion")).toString();
    const auto *const occasion =
        std::find_if(std::begin(OccasionNames), std::end(OccasionNames),
                     [&name](const auto &known) { return name == QLatin1String(known.second); });
    FileVersion version;
    version.when = QDateTime::fromString(object.value(QLatin1String("when")).toString(), Qt::ISODateWithMs);
    version.bytes = object.value(QLatin1String("bytes")).toInteger(-1);
    version.digest = object.value(QLatin1String("sha256")).toString().toLatin1();
    const bool valid = object.value(QLatin1String("format")).toInt() == Format
        && occasion != std::end(OccasionNames) && version.when.isValid() && version.bytes >= 0
        && isDigest(version.digest);
    if (!valid) {
        return std::nullopt;
    }
    version.occasion = occasion->first;
    return version;
}

QByteArray lineOf(const FileVersion &version, const QString &path)
{
    const QJsonObject object{{QStringLiteral("format"), Format},
                             {QStringLiteral("when"), version.when.toString(Qt::ISODateWithMs)},
                             {QStringLiteral("occasion"), nameOf(version.occasion)},
                             {QStringLiteral("bytes"), version.bytes},
                             {QStringLiteral("sha256"), QString::fromLatin1(version.digest)},
                             {QStringLiteral("path"), path}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Core::Result<VersionIndex> VersionIndex::read(const QString &file)
{
    VersionIndex index;
    index.m_file = file;
    const Core::Result<QByteArray> bytes = Core::readFile(file, LargestIndex);
    if (!bytes && bytes.error().code == Core::ErrorCode::NotFound) {
        return index;
    }
    if (!bytes) {
        return bytes.error();
    }
    index.m_torn = !bytes.value().isEmpty() && !bytes.value().endsWith('\n');
    for (const QByteArray &line : bytes.value().split('\n')) {
        if (!line.isEmpty()) {
            index.m_lines.append({line, parse(line)});
        }
    }
    return index;
}

QList<FileVersion> VersionIndex::versions() const
{
    QList<FileVersion> found;
    for (const Line &line : m_lines) {
        if (line.version) {
            found.append(*line.version);
        }
    }
    return found;
}

Core::Result<void> VersionIndex::append(const FileVersion &version, const QString &path)
{
    const QByteArray line = lineOf(version, path);
    const QByteArray written = (m_torn ? QByteArray("\n") : QByteArray()) + line + '\n';
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Core::writeError(file, m_file);
    }
    const qint64 before = file.size();
    if (file.write(written) != written.size() || ::fsync(file.handle()) != 0) {
        Core::Error error = Core::writeError(file, m_file);
        file.resize(before);
        return error;
    }
    m_lines.append({line, version});
    m_torn = false;
    return {};
}

Core::Result<void> VersionIndex::remove(const std::function<bool(qsizetype)> &goes)
{
    QList<Line> left;
    QByteArray bytes;
    qsizetype place = 0;
    for (const Line &line : std::as_const(m_lines)) {
        if (!line.version || !goes(place++)) {
            left.append(line);
            bytes += line.bytes + '\n';
        }
    }
    Core::Result<void> replaced = Core::replaceFile(m_file, bytes);
    if (replaced) {
        m_lines = left;
        m_torn = false;
    }
    return replaced;
}

} // namespace Skillet::Workspace
