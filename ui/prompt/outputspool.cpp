// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputspool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qint64 CopyStep = 1024 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("Skillet::Ui::OutputSpool", text);
}

} // namespace

void OutputSpool::setFolder(const QString &folder)
{
    clear();
    m_folder = folder;
    const QStringList left = QDir(folder).entryList({QStringLiteral("output-*.txt")}, QDir::Files);
    for (const QString &name : left) {
        // output-<process>-<random>.txt
        const QString process = name.section(u'-', 1, 1);
        if (!QFileInfo::exists(QStringLiteral("/proc/") + process))
            QFile::remove(folder + u'/' + name);
    }
}

Core::Result<void> OutputSpool::append(const QString &lines)
{
    if (m_failed || lines.isEmpty())
        return {};
    const QString folder = m_folder.isEmpty() ? QDir::tempPath() : m_folder;
    if (!m_file) {
        QDir().mkpath(folder);
        m_file = std::make_unique<QTemporaryFile>(
            folder + QStringLiteral("/output-%1-XXXXXX.txt").arg(QCoreApplication::applicationPid()));
    }
    const QByteArray bytes = lines.toUtf8();
    const bool isOpen = m_file->isOpen() || m_file->open();
    qint64 written = -1;
    if (isOpen && m_file->seek(m_bytes)) {
        written = m_file->write(bytes);
        // Only then it is known whether the disk has room.
        if (!m_file->flush())
            written = -1;
    }
    if (written == bytes.size()) {
        m_bytes += written;
        return {};
    }
    m_failed = true;
    return Core::Error{
        Core::ErrorCode::NoSpace,
        say("Earlier output cannot be kept in %1 (%2): lines that leave the prompt from now on "
            "are gone. Free some space on that disk, then clear the prompt.")
            .arg(QDir::toNativeSeparators(folder), m_file->errorString())};
}

void OutputSpool::clear()
{
    m_file.reset();
    m_bytes = 0;
    m_failed = false;
}

QByteArray OutputSpool::read(qint64 position, qint64 limit) const
{
    if (!m_file || position >= m_bytes || !m_file->seek(position))
        return {};
    QByteArray bytes = m_file->read(std::min(limit, m_bytes - position));
    const qsizetype end = bytes.lastIndexOf('\n') + 1;
    if (position + bytes.size() < m_bytes && end > 0)
        bytes.truncate(end);
    return bytes;
}

QString OutputSpool::tail(qint64 limit) const
{
    const qint64 from = std::max<qint64>(m_bytes - limit, 0);
    QByteArray bytes = read(from, limit);
    if (from > 0)
        bytes.remove(0, bytes.indexOf('\n') + 1);
    return QString::fromUtf8(bytes);
}

Core::Result<void> OutputSpool::copyTo(QIODevice &target) const
{
    for (qint64 at = 0; at < m_bytes;) {
        const QByteArray bytes = read(at, CopyStep);
        if (bytes.isEmpty())
            return Core::Error{Core::ErrorCode::Failed,
                               say("Earlier output can no longer be read from %1 (%2).")
                                   .arg(QDir::toNativeSeparators(m_file->fileName()), m_file->errorString())};
        if (target.write(bytes) != bytes.size())
            return Core::Error{Core::ErrorCode::NoSpace, target.errorString()};
        at += bytes.size();
    }
    return {};
}

} // namespace Skillet::Ui
