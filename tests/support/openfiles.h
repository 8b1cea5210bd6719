// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

#include <sys/stat.h>

/// The size of all files in `folder` that this process has open, those without a name too.
inline qint64 bytesInOpenFiles(const QString &folder)
{
    qint64 bytes = 0;
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    const QStringList numbers = descriptors.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &number : numbers) {
        struct stat status = {};
        const QString link = descriptors.filePath(number);
        if (QFileInfo(link).symLinkTarget().startsWith(folder)
            && ::stat(link.toUtf8().constData(), &status) == 0)
            bytes += status.st_size;
    }
    return bytes;
}
