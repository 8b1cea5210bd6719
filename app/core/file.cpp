// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace Skillet::Core {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Core)
};

/// Free bytes under which a failed write is blamed on the full disk: less than any file system's smallest
/// unit.
constexpr qint64 NoSpaceLeft = 4096;
constexpr qint64 SpareRead = 16 * 1024;
constexpr int LongestLinkChain = 40; // as the kernel's own limit

Error notRegular(const QString &path)
{
    return {ErrorCode::Invalid,
            Messages::tr(
                "%1 is a folder, a device or a link that leads nowhere, not a file. Choose a file instead.")
                .arg(path)};
}

/// The file that `path` stands for, through any symbolic links, also when it does not exist yet.
QString linkTarget(const QString &path)
{
    QFileInfo info(path);
    for (int i = 0; i < LongestLinkChain && info.isSymLink(); ++i) {
        info = QFileInfo(info.symLinkTarget());
    }
    return info.absoluteFilePath();
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 largest)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorCode::NotFound,
                     Messages::tr("There is no file %1. It may have been moved or deleted.").arg(path)};
    }
    // A pipe or a device could block for ever or never end.
    if (!info.isFile()) {
        return notRegular(path);
    }
    const auto tooLarge = [&path, largest] {
        return Error{ErrorCode::Invalid,
                     Messages::tr("%1 is larger than %2 KiB, which is more than Skillet reads here.")
                         .arg(path)
                         .arg(largest / 1024)};
    };
    if (info.size() > largest) {
        return tooLarge();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::PermissionDenied,
            Messages::tr("%1 cannot be read (%2). Give yourself read permission for it, then try again.")
                .arg(path, file.errorString())};
    }
    // read() takes memory for all it is asked for, so the limit itself is not asked for; a second round is
    // for files that grew meanwhile, or do not know their size.
    QByteArray bytes;
    qint64 expected = info.size();
    while (bytes.size() <= largest) {
        const QByteArray more = file.read(expected + SpareRead);
        if (more.isEmpty()) {
            break;
        }
        bytes += more;
        expected = 0;
    }
    if (file.error() != QFileDevice::NoError) {
        return Error{ErrorCode::Failed, Messages::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    }
    if (bytes.size() > largest) {
        return tooLarge();
    }
    return bytes;
}

Error writeError(const QFileDevice &device, const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        return {ErrorCode::NotFound,
                Messages::tr("%1 cannot be written: there is no folder %2. Create it, or save elsewhere.")
                    .arg(path, folder)};
    }
    const QStorageInfo storage(folder);
    if (device.error() == QFileDevice::ResourceError
        || (storage.isValid() && storage.bytesAvailable() < NoSpaceLeft)) {
        return {ErrorCode::NoSpace,
                Messages::tr("There is no space left on the disk for %1. Free some space, then try again.")
                    .arg(path)};
    }
    const QFileInfo info(path);
    const bool refused = device.error() == QFileDevice::OpenError
        || device.error() == QFileDevice::PermissionsError || (info.exists() && !info.isWritable());
    if (refused) {
        return {ErrorCode::PermissionDenied,
                Messages::tr("%1 may not be written (%2). Give yourself write permission, or save elsewhere.")
                    .arg(path, device.errorString())};
    }
    return {ErrorCode::Failed, Messages::tr("%1 cannot be written: %2").arg(path, device.errorString())};
}

Result<void> replaceFile(const QString &path, const QByteArray &bytes)
{
    const QString target = linkTarget(path);
    const QFileInfo info(target);
    if (info.isSymLink() || (info.exists() && !info.isFile())) {
        return notRegular(path);
    }
    QSaveFile file(target);
    file.setDirectWriteFallback(info.exists() && !QFileInfo(info.absolutePath()).isWritable());
    if (!file.open(QIODevice::WriteOnly)) {
        return writeError(file, path);
    }
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const Error error = writeError(file, path);
        file.cancelWriting();
        return error;
    }
    if (!file.commit()) {
        return writeError(file, path);
    }
    return {};
}

} // namespace Skillet::Core
