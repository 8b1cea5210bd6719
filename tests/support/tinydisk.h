// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <sys/mount.h>

/// A disk of a few KiB, to be filled: a tmpfs, which only root may mount. Check isMounted(), skip the test
/// without.
class TinyDisk final
{
public:
    explicit TinyDisk(const char *options = "size=64k,mode=777")
        : m_mounted(::mount("none", m_folder.path().toUtf8().constData(), "tmpfs", 0, options) == 0)
    { }
    ~TinyDisk()
    {
        if (m_mounted) {
            ::umount2(m_folder.path().toUtf8().constData(), MNT_DETACH);
        }
    }
    TinyDisk(const TinyDisk &) = delete;
    TinyDisk &operator=(const TinyDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    /// Writes a file until nothing more fits.
    void fill() const
    {
        QFile file(path("filler"));
        if (file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
            for (const int size : {4096, 1}) {
                while (file.write(QByteArray(size, 'x')) == size) { }
            }
        }
    }
    void makeRoom() const { QFile::remove(path("filler")); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};
