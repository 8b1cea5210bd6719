// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/zipfile.h"

#include "course/messages.h"

#include <QFile>

#include <array>
#include <utility>
#include <zip.h>

namespace Skillet::Course {

namespace {

constexpr std::size_t PieceSize = 65536;
constexpr zip_uint32_t ModeShift = 16; // of the Unix mode in the external attributes
constexpr zip_uint32_t ModeFormat = 0170000;
constexpr zip_uint32_t ModeFile = 0100000;
constexpr zip_uint32_t ModeFolder = 0040000;

QString reasonOf(zip_error_t &error)
{
    const QString reason = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return reason;
}

bool isOrdinary(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0)
        return false;
    const zip_uint32_t format = (attributes >> ModeShift) & ModeFormat;
    return format == 0 || format == ModeFile || format == ModeFolder;
}

} // namespace

void ZipFile::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

ZipFile::ZipFile(QString path, zip *archive)
    : m_path(std::move(path))
    , m_archive(archive)
{ }

Core::Result<ZipFile> ZipFile::open(const QString &path)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (archive)
        return ZipFile(path, archive);
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    return Core::Error{code == ZIP_ER_NOENT ? Core::ErrorCode::NotFound : Core::ErrorCode::Invalid,
                       Messages::tr("%1 cannot be read as a zip file: %2. Get the file once more.")
                           .arg(path, reasonOf(error))};
}

QList<ZipFile::Entry> ZipFile::entries() const
{
    QList<Entry> found;
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t stat;
        zip_stat_init(&stat);
        Entry entry;
        entry.index = index;
        if (zip_stat_index(m_archive.get(), index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0) {
            entry.isOrdinary = false;
        } else {
            entry.name = QString::fromUtf8(stat.name);
            entry.isOrdinary = ::Skillet::Course::isOrdinary(m_archive.get(), index);
            entry.isEncrypted =
                (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
        }
        found.append(entry);
    }
    return found;
}

Core::Result<void> ZipFile::read(const Entry &entry, const Sink &sink) const
{
    zip_file_t *file = zip_fopen_index(m_archive.get(), entry.index, 0);
    if (!file)
        return Core::Error{Core::ErrorCode::Invalid,
                           Messages::tr("%1 in %2 cannot be unpacked: %3.")
                               .arg(entry.name, m_path, QString::fromUtf8(zip_strerror(m_archive.get())))};
    std::array<char, PieceSize> piece{};
    zip_int64_t size = 0;
    bool isWanted = true;
    while (isWanted && (size = zip_fread(file, piece.data(), piece.size())) > 0)
        isWanted = sink(QByteArrayView(piece.data(), static_cast<qsizetype>(size)));
    zip_fclose(file);
    if (size >= 0 && isWanted)
        return {};
    return Core::Error{Core::ErrorCode::Invalid,
                       Messages::tr("%1 in %2 is damaged. Get the file once more.").arg(entry.name, m_path)};
}

Core::Result<void> ZipFile::write(const QString &path, const QList<std::pair<QString, QString>> &files)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        return Core::Error{
            Core::ErrorCode::PermissionDenied,
            Messages::tr("%1 cannot be made: %2. Choose another name.").arg(path, reasonOf(error))};
    }
    for (const auto &[name, file] : files) {
        zip_source_t *source = zip_source_file(archive, QFile::encodeName(file).constData(), 0, -1);
        if (!source || zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            zip_discard(archive);
            return Core::Error{Core::ErrorCode::Failed, Messages::tr("%1 cannot be packed.").arg(file)};
        }
    }
    if (zip_close(archive) == 0)
        return {};
    const QString reason = QString::fromUtf8(zip_strerror(archive));
    zip_discard(archive);
    return Core::Error{Core::ErrorCode::Failed, Messages::tr("%1 cannot be written: %2.").arg(path, reason)};
}

} // namespace Skillet::Course
