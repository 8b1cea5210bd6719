// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/spillfile.h"

#include "core/file.h"
#include "core/log.h"
#include "progress/messages.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <unistd.h>

#include <utility>

namespace Skillet::Progress {

namespace {

constexpr int LockTimeoutMs = 40; // on the window's thread
constexpr qint64 LargestSpill = 256 * 1024 * 1024;

QString lockName(const QString &file)
{
    return file + QStringLiteral(".lock");
}

Core::Error busy(const QString &file)
{
    return {Core::ErrorCode::Locked,
            Messages::tr("Another Skillet uses %1 just now. This one tries again in a while.").arg(file)};
}

Core::Result<void> appendBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    // Unbuffered: what was not written must not be tried again when the file is closed.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return Core::writeError(file, path);
    }
    const qint64 before = file.size();
    if (file.write(bytes) == bytes.size() && ::fsync(file.handle()) == 0) {
        return {};
    }
    const Core::Error error = Core::writeError(file, path);
    file.resize(before); // half a line would spoil the next one
    return error;
}

} // namespace

SpillFile::SpillFile(QString file)
    : m_file(std::move(file))
{ }

bool SpillFile::exists() const
{
    return QFileInfo::exists(m_file);
}

Core::Result<void> SpillFile::append(const Record &record) const
{
    QLockFile lock(lockName(m_file));
    if (!lock.tryLock(LockTimeoutMs)) {
        // Without a lock file the folder takes no files at all; trying to write tells why.
        if (lock.error() == QLockFile::LockFailedError) {
            return busy(m_file);
        }
    }
    // A line begins with an end, so that one that a crash cut off before does not swallow it.
    return appendBytes(m_file, '\n' + toJsonLine(record) + '\n');
}

Core::Result<void> SpillFile::drain(const std::function<Core::Result<void>(const Record &)> &take) const
{
    if (!exists()) {
        return {};
    }
    QLockFile lock(lockName(m_file));
    if (!lock.tryLock(LockTimeoutMs)) {
        return busy(m_file);
    }
    const Core::Result<QByteArray> bytes = Core::readFile(m_file, LargestSpill);
    if (!bytes) {
        return bytes.error();
    }
    QByteArray damaged;
    for (const QByteArray &line : bytes.value().split('\n')) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const auto record = recordFromJsonLine(line);
        if (!record) {
            damaged += line + '\n';
            continue;
        }
        const Core::Result<void> taken = take(*record);
        if (!taken) {
            return taken;
        }
    }
    if (!damaged.isEmpty()) {
        const QString aside = m_file + QStringLiteral(".damaged");
        const Core::Result<void> kept = appendBytes(aside, damaged);
        if (!kept) {
            return kept;
        }
        qCWarning(Core::logProgress).noquote()
            << "Some lines of" << m_file << "cannot be read; they are kept in" << aside;
    }
    QFile::remove(m_file);
    return {};
}

} // namespace Skillet::Progress
