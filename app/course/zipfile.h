// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

struct zip;

namespace Skillet::Course {

/// Reads a zip file piece by piece. What it says of itself is not believed: names and sizes are the caller's
/// to check.
class ZipFile final
{
public:
    struct Entry
    {
        quint64 index = 0;
        QString name; ///< with '/' between the parts; a folder's ends with one
        bool isOrdinary = true; ///< a file or folder: no link, no device
        bool isEncrypted = false;
    };

    /// Takes the parts of a file as they come; false ends the reading.
    using Sink = std::function<bool(QByteArrayView)>;

    [[nodiscard]] static Core::Result<ZipFile> open(const QString &path);

    [[nodiscard]] QList<Entry> entries() const;
    /// \return an Error when the entry is damaged, or when the sink did not want more
    [[nodiscard]] Core::Result<void> read(const Entry &entry, const Sink &sink) const;

    /// Writes files into the new zip `path`: pairs of a name in it and a file.
    [[nodiscard]] static Core::Result<void> write(const QString &path,
                                                  const QList<std::pair<QString, QString>> &files);

private:
    struct Close
    {
        void operator()(zip *archive) const;
    };

    ZipFile(QString path, zip *archive);

    QString m_path;
    std::unique_ptr<zip, Close> m_archive;
};

} // namespace Skillet::Course
