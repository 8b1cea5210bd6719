// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/localhistory.h"

#include "core/file.h"
#include "workspace/messages.h"
#include "workspace/textencoding.h"
#include "workspace/versionindex.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QThread>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include <sys/file.h>

// The folder: `lock`, and for each file a folder named by the hash of its path, with `versions.jsonl` (see
// VersionIndex) and one file a text, named by its digest: what qCompress() makes of the UTF-8.

namespace Skillet::Workspace {

namespace {

constexpr int LockTries = 200;
constexpr unsigned long LockPauseMs = 10;
constexpr int KeepsBetweenCounts = 32;
constexpr qsizetype AlwaysKept = 20; ///< of each file's newest: a clock set wrong for a day costs none
constexpr qint64 HourSeconds = 3600;
constexpr qint64 DaySeconds = 24 * HourSeconds;
constexpr qint64 AllKeptSeconds = 7 * DaySeconds;
constexpr qint64 HourlyKeptSeconds = 30 * DaySeconds;
constexpr qsizetype CompressedHead = 4; ///< qCompress() puts the size first
const auto PrivateFolder = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// One name for a file, by whatever links it was reached, also after it was deleted.
QString canonical(const QString &path)
{
    const QFileInfo info(path);
    const QString whole = info.canonicalFilePath();
    if (!whole.isEmpty()) {
        return whole;
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(info.absoluteFilePath())
                            : QDir::cleanPath(folder + QLatin1Char('/') + info.fileName());
}

QString folderOf(const QString &root, const QString &path)
{
    return root + QLatin1Char('/') + QString::fromLatin1(hash(canonical(path).toUtf8()));
}

QString indexIn(const QString &folder)
{
    return folder + QStringLiteral("/versions.jsonl");
}

QString contentIn(const QString &folder, const QByteArray &digest)
{
    return folder + QLatin1Char('/') + QString::fromLatin1(digest);
}

/// Holds the folder's lock, which the kernel takes back when a program dies.
Core::Result<std::shared_ptr<QFile>> lock(const QString &root)
{
    auto file = std::make_shared<QFile>(root + QStringLiteral("/lock"));
    if (!file->open(QIODevice::ReadWrite)) {
        return Core::writeError(*file, file->fileName());
    }
    for (int tries = 0; tries < LockTries; ++tries) {
        // Some network file systems have no locks: then the order of two windows' lines is all that is lost.
        if (::flock(file->handle(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) {
            return file;
        }
        QThread::msleep(LockPauseMs);
    }
    return Core::Error{
        Core::ErrorCode::Locked,
        Messages::tr("Another program holds the earlier versions in %1. This text was not added "
                     "to them; the next save will try again.")
            .arg(root)};
}

Core::Result<void> makeFolder(const QString &root, const QString &folder)
{
    const bool isNew = !QFileInfo::exists(root);
    if (!QDir().mkpath(folder)) {
        return Core::Error{
            Core::ErrorCode::PermissionDenied,
            Messages::tr("The folder %1 for earlier versions cannot be made. Your file itself is "
                         "not concerned. Give yourself write permission there.")
                .arg(folder)};
    }
    if (isNew) {
        QFile::setPermissions(root, PrivateFolder);
    }
    return {};
}

/// Which of `versions`, oldest first, are thinned out at `now`: of an hour or a day the last one stays.
QList<bool> thinned(const QList<FileVersion> &versions, const QDateTime &now)
{
    QList<bool> goes(versions.size(), false);
    QSet<std::pair<qint64, qint64>> taken;
    for (qsizetype i = versions.size() - 1; i >= 0; --i) {
        const qint64 second = versions.at(i).when.toSecsSinceEpoch();
        const qint64 age = now.toSecsSinceEpoch() - second;
        if (age > AllKeptSeconds) {
            const qint64 span = age > HourlyKeptSeconds ? DaySeconds : HourSeconds;
            const std::pair<qint64, qint64> slot(span, second / span);
            goes[i] = taken.contains(slot) && i < versions.size() - AlwaysKept;
            taken.insert(slot);
        }
    }
    return goes;
}

/// Takes the versions that `goes` marks out of the index, then the texts that no version has any more.
Core::Result<void> removeVersions(VersionIndex &index, const QString &folder, const QList<bool> &goes)
{
    if (!goes.contains(true)) {
        return {};
    }
    const QList<FileVersion> before = index.versions();
    Core::Result<void> removed = index.remove([&goes](qsizetype place) { return goes.at(place); });
    if (!removed) {
        return removed;
    }
    QSet<QByteArray> used;
    for (const FileVersion &version : index.versions()) {
        used.insert(version.digest);
    }
    for (const FileVersion &version : before) {
        if (!used.contains(version.digest)) {
            QFile::remove(contentIn(folder, version.digest));
        }
    }
    return {};
}

Core::Error damaged(const QString &path, const QString &content)
{
    return {
        Core::ErrorCode::Invalid,
        Messages::tr("This version of %1 is damaged on the disk (%2). Choose another one; the file itself "
                     "is not concerned.")
            .arg(path, content)};
}

/// A version that may go when there is too much: where it is, and what that gains at most.
struct Candidate
{
    QString folder;
    qsizetype place = 0;
    QDateTime when;
    qint64 bytes = 0;
};

} // namespace

LocalHistory::LocalHistory(QString folder, HistoryLimits limits)
    : m_folder(std::move(folder))
    , m_limits(std::move(limits))
{ }

Core::Result<void> LocalHistory::keep(const QString &path, const QString &text, Occasion occasion)
{
    const QByteArray bytes = text.toUtf8();
    if (path.isEmpty() || bytes.size() > m_limits.largestText) {
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("No earlier versions are kept of %1: only of saved files up to %2 KiB.")
                .arg(path.isEmpty() ? Messages::tr("a text without a file") : path)
                .arg(m_limits.largestText / 1024)};
    }
    const QString folder = folderOf(m_folder, path);
    if (const Core::Result<void> made = makeFolder(m_folder, folder); !made) {
        return made;
    }
    const auto held = lock(m_folder);
    if (!held) {
        return held.error();
    }
    Core::Result<VersionIndex> index = VersionIndex::read(indexIn(folder));
    if (!index) {
        return index.error();
    }
    const FileVersion version{m_limits.now().toOffsetFromUtc(m_limits.now().offsetFromUtc()), occasion,
                              bytes.size(), hash(bytes)};
    // Compared with what is there, so that a damaged text is made whole again when it comes by.
    const QString content = contentIn(folder, version.digest);
    const QByteArray packed = qCompress(bytes);
    const Core::Result<QByteArray> there = Core::readFile(content, packed.size());
    if (!there || there.value() != packed) {
        if (const Core::Result<void> written = Core::replaceFile(content, packed); !written) {
            return written;
        }
    }
    const QList<FileVersion> before = index.value().versions();
    if (!before.isEmpty() && before.constLast().digest == version.digest) {
        return {};
    }
    if (const Core::Result<void> appended = index.value().append(version, canonical(path)); !appended) {
        return appended;
    }
    const Core::Result<void> thinnedOut =
        removeVersions(index.value(), folder, thinned(index.value().versions(), version.when));
    return thinnedOut && m_keptSinceCount++ % KeepsBetweenCounts == 0 ? holdTotal() : thinnedOut;
}

Core::Result<void> LocalHistory::holdTotal()
{
    qint64 total = 0;
    QList<Candidate> candidates;
    const QDir root(m_folder);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = root.filePath(name);
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
            total += file.size();
        }
        const Core::Result<VersionIndex> index = VersionIndex::read(indexIn(folder));
        const QList<FileVersion> versions = index ? index.value().versions() : QList<FileVersion>();
        for (qsizetype i = 0; i + 1 < versions.size(); ++i) {
            const qint64 size = QFileInfo(contentIn(folder, versions.at(i).digest)).size();
            candidates.append({folder, i, versions.at(i).when, size});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.when < b.when; });
    QHash<QString, QSet<qsizetype>> going;
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (total <= m_limits.total) {
            break;
        }
        total -= candidate.bytes;
        going[candidate.folder].insert(candidate.place);
    }
    for (auto it = going.cbegin(); it != going.cend(); ++it) {
        Core::Result<VersionIndex> index = VersionIndex::read(indexIn(it.key()));
        if (!index) {
            return index.error();
        }
        QList<bool> goes(index.value().versions().size(), false);
        for (const qsizetype place : it.value()) {
            goes[place] = true;
        }
        if (const Core::Result<void> removed = removeVersions(index.value(), it.key(), goes); !removed) {
            return removed;
        }
    }
    return {};
}

Core::Result<QList<FileVersion>> LocalHistory::versions(const QString &path) const
{
    const Core::Result<VersionIndex> index = VersionIndex::read(indexIn(folderOf(m_folder, path)));
    if (!index) {
        return index.error();
    }
    QList<FileVersion> found = index.value().versions();
    std::reverse(found.begin(), found.end());
    return found;
}

Core::Result<QString> LocalHistory::text(const QString &path, const FileVersion &version) const
{
    const QString content = contentIn(folderOf(m_folder, path), version.digest);
    // zlib makes a text that cannot be compressed larger by less than a thousandth.
    const Core::Result<QByteArray> packed =
        Core::readFile(content, version.bytes + version.bytes / 1000 + 1024);
    if (!packed) {
        return packed.error();
    }
    // The size that the file claims is checked first: memory is taken for it.
    const bool sized = packed.value().size() >= CompressedHead
        && qFromBigEndian<quint32>(packed.value().constData()) == version.bytes;
    const QByteArray bytes = sized ? qUncompress(packed.value()) : QByteArray();
    if (!sized || hash(bytes) != version.digest) {
        return damaged(path, content);
    }
    return decode(bytes, "utf-8", path);
}

} // namespace Skillet::Workspace
