// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputspool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace Skillet::Ui {

namespace {

constexpr qint64 CopyStep = 1024 * 1024;
/// What is left free on the disk, so that what was typed can still be saved: this much, or a twentieth of it.
constexpr std::uintmax_t Reserve = 256 * 1000 * 1000;

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

QString OutputSpool::folder() const
{
    return m_folder.isEmpty() ? QDir::tempPath() : m_folder;
}

Core::Result<void> OutputSpool::append(const QString &lines)
{
    if (lines.isEmpty())
        return {};
    m_waiting += lines.toUtf8();
    if (m_room != Room::Enough)
        return {};
    return writeWaiting();
}

Core::Result<void> OutputSpool::writeWaiting()
{
    if (m_written + m_waiting.size() > m_limit)
        m_room = Room::LimitReached;
    else if (!write(m_waiting))
        m_room = Room::DiskFull;
    else
        m_room = Room::Enough;
    if (m_room != Room::Enough)
        return problem();
    m_written += m_waiting.size();
    m_waiting.clear();
    return {};
}

bool OutputSpool::leavesRoom(qint64 more) const
{
    std::error_code unknown;
    const std::filesystem::space_info space =
        std::filesystem::space(QFile::encodeName(folder()).toStdString(), unknown);
    return unknown
        || space.available >= static_cast<std::uintmax_t>(more) + std::min(Reserve, space.capacity / 20);
}

bool OutputSpool::write(const QByteArray &bytes)
{
    if (!m_file) {
        QDir().mkpath(folder());
        m_file = std::make_unique<QTemporaryFile>(
            folder() + QStringLiteral("/output-%1-XXXXXX.txt").arg(QCoreApplication::applicationPid()));
    }
    if (!leavesRoom(bytes.size()) || !(m_file->isOpen() || m_file->open()) || !m_file->seek(m_written))
        return false;
    // Only once it is flushed it is known whether the disk has room.
    return m_file->write(bytes) == bytes.size() && m_file->flush();
}

Core::Error OutputSpool::problem() const
{
    if (m_room == Room::LimitReached)
        return {Core::ErrorCode::NoSpace,
                say("%1 of this session's output lie on disk, and more is not kept there.")
                    .arg(QLocale().formattedDataSize(m_written, 1, QLocale::DataSizeSIFormat))};
    return {Core::ErrorCode::NoSpace,
            say("The disk has no room for more output in %1. Free some space on it.")
                .arg(QDir::toNativeSeparators(folder()))};
}

void OutputSpool::clear()
{
    m_file.reset();
    m_written = 0;
    m_waiting.clear();
    m_room = Room::Enough;
}

QByteArray OutputSpool::read(qint64 position, qint64 limit) const
{
    QByteArray bytes;
    if (position >= m_written)
        bytes = m_waiting.mid(position - m_written, limit);
    else if (m_file && m_file->seek(position))
        bytes = m_file->read(std::min(limit, m_written - position));
    const qsizetype end = bytes.lastIndexOf('\n') + 1;
    if (position + bytes.size() < this->bytes() && end > 0)
        bytes.truncate(end);
    return bytes;
}

QString OutputSpool::tail(qint64 limit) const
{
    const qint64 from = std::max<qint64>(bytes() - limit, 0);
    QByteArray end = read(from, limit);
    while (from + end.size() < bytes()) {
        const QByteArray more = read(from + end.size(), limit);
        if (more.isEmpty())
            break;
        end += more;
    }
    if (from > 0)
        end.remove(0, end.indexOf('\n') + 1);
    return QString::fromUtf8(end);
}

Core::Result<void> OutputSpool::copyTo(QIODevice &target) const
{
    for (qint64 at = 0; at < bytes();) {
        const QByteArray piece = read(at, CopyStep);
        if (piece.isEmpty())
            return Core::Error{Core::ErrorCode::Failed,
                               say("Earlier output can no longer be read from %1 (%2).")
                                   .arg(QDir::toNativeSeparators(m_file->fileName()), m_file->errorString())};
        if (target.write(piece) != piece.size())
            return Core::Error{Core::ErrorCode::NoSpace, target.errorString()};
        at += piece.size();
    }
    return {};
}

} // namespace Skillet::Ui
