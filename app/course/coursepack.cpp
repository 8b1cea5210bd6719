// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/coursepack.h"

#include "core/text.h"
#include "course/courseloader.h"
#include "course/messages.h"
#include "course/zipfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

namespace Skillet::Course {

namespace {

constexpr qint64 SmallEnough = qint64{16} * 1024 * 1024; // unpacked: no bomb, however well it was compressed

const QString CourseFile = QStringLiteral("course.toml");

Core::Error invalid(const QString &message)
{
    return {Core::ErrorCode::Invalid, message};
}

bool isHidden(const QString &name)
{
    return name.startsWith(u'.') || name.contains(QLatin1String("/."));
}

/// One pack on its way into a folder.
class Unpacking final
{
public:
    Unpacking(const ZipFile &zip, const QString &pack, const PackLimits &limits)
        : m_zip(zip)
        , m_pack(pack)
        , m_limits(limits)
        , m_most(std::min(limits.unpacked, std::max(SmallEnough, QFileInfo(pack).size() * limits.growth)))
    { }

    /// Looks at all names before anything is written.
    [[nodiscard]] Core::Result<void> choose();
    [[nodiscard]] Core::Result<void> unpack(const QString &folder);

private:
    [[nodiscard]] Core::Result<void> unpackFile(const ZipFile::Entry &entry, const QString &path);
    [[nodiscard]] bool findTop(const QList<ZipFile::Entry> &entries);

    const ZipFile &m_zip;
    QString m_pack;
    PackLimits m_limits;
    qint64 m_most; ///< bytes to be written
    qint64 m_written = 0;
    QString m_top; ///< the only folder at the top with its '/', or empty
    QList<ZipFile::Entry> m_files;
};

bool Unpacking::findTop(const QList<ZipFile::Entry> &entries)
{
    for (const ZipFile::Entry &entry : entries) {
        if (entry.name == CourseFile)
            return true;
        const bool isInFolder = entry.name.count(u'/') == 1 && entry.name.endsWith(u'/' + CourseFile);
        if (isInFolder)
            m_top = entry.name.chopped(CourseFile.size());
    }
    return !m_top.isEmpty();
}

Core::Result<void> Unpacking::choose()
{
    const QList<ZipFile::Entry> entries = m_zip.entries();
    if (entries.size() > m_limits.files)
        return invalid(Messages::tr("%1 holds more than %2 files, which no course needs.")
                           .arg(m_pack)
                           .arg(m_limits.files));
    if (!findTop(entries))
        return invalid(Messages::tr("%1 is no course: it has no course.toml at its top.").arg(m_pack));
    QSet<QString> names;
    for (const ZipFile::Entry &entry : entries) {
        if (!entry.isOrdinary)
            return invalid(Messages::tr("%1 in %2 is a link or something else that is no file.")
                               .arg(entry.name, m_pack));
        if (!m_top.isEmpty() && !entry.name.startsWith(m_top))
            return invalid(Messages::tr("%1 in %2 lies beside the course's folder.").arg(entry.name, m_pack));
        const QString name = entry.name.mid(m_top.size());
        // Parts such as ".." are no hidden files.
        const bool climbs = name.split(u'/').contains(QLatin1String("..")) || name.startsWith(u'/');
        if (!climbs && (name.isEmpty() || name.endsWith(u'/') || isHidden(name)))
            continue;
        if (!Core::isSafeRelativePath(name))
            return invalid(
                Messages::tr(
                    "%1 in %2 may not be used as a name: take ASCII letters, digits, '_', '-' and '.', "
                    "and stay in the folder.")
                    .arg(entry.name, m_pack));
        if (entry.isEncrypted)
            return invalid(Messages::tr("%1 is encrypted. Ask for it without a password.").arg(m_pack));
        if (names.contains(name.toLower()))
            return invalid(Messages::tr("%1 holds %2 twice.").arg(m_pack, entry.name));
        names.insert(name.toLower());
        m_files.append(entry);
    }
    return {};
}

Core::Result<void> Unpacking::unpack(const QString &folder)
{
    for (const ZipFile::Entry &entry : std::as_const(m_files)) {
        const QString path = folder + u'/' + entry.name.mid(m_top.size());
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return invalid(Messages::tr("%1 in %2 is a file and a folder at once.").arg(entry.name, m_pack));
        const Core::Result<void> written = unpackFile(entry, path);
        if (!written)
            return written;
    }
    return {};
}

Core::Result<void> Unpacking::unpackFile(const ZipFile::Entry &entry, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           Messages::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    qint64 size = 0;
    bool isTooLarge = false;
    bool isFull = false;
    const Core::Result<void> read = m_zip.read(entry, [&](QByteArrayView piece) {
        size += piece.size();
        m_written += piece.size();
        isTooLarge = size > m_limits.file || m_written > m_most;
        isFull = !isTooLarge && file.write(piece.data(), piece.size()) != piece.size();
        return !isTooLarge && !isFull;
    });
    if (isTooLarge)
        return invalid(Messages::tr("%1 unpacks to more than a course can be (%2); it was stopped there.")
                           .arg(m_pack, entry.name));
    if (isFull || !file.flush())
        return Core::Error{
            Core::ErrorCode::NoSpace,
            Messages::tr("%1 cannot be written: %2. Make room on the disk.").arg(path, file.errorString())};
    return read;
}

/// Puts the folder `fresh` in the place of `target`.
Core::Result<void> takePlace(const QString &fresh, const QString &target)
{
    const QString old = target + QStringLiteral(".before");
    QDir(old).removeRecursively();
    const bool wasThere = QFileInfo::exists(target);
    if ((!wasThere || QDir().rename(target, old)) && QDir().rename(fresh, target)) {
        QDir(old).removeRecursively();
        return {};
    }
    if (wasThere && !QFileInfo::exists(target))
        QDir().rename(old, target);
    return Core::Error{
        Core::ErrorCode::PermissionDenied,
        Messages::tr("The course cannot be put at %1. Give yourself write permission there.").arg(target)};
}

} // namespace

Core::Result<InstalledPack> installPack(const QString &pack, const QString &coursesFolder,
                                        const PackLimits &limits)
{
    if (QFileInfo(pack).size() > limits.pack)
        return invalid(Messages::tr("%1 is larger than a course can be.").arg(pack));
    const Core::Result<ZipFile> zip = ZipFile::open(pack);
    if (!zip)
        return zip.error();
    Unpacking unpacking(zip.value(), pack, limits);
    if (const Core::Result<void> chosen = unpacking.choose(); !chosen)
        return chosen.error();
    if (!QDir().mkpath(coursesFolder))
        return Core::Error{Core::ErrorCode::PermissionDenied,
                           Messages::tr("The folder %1 cannot be made. Give yourself write permission there.")
                               .arg(coursesFolder)};
    QTemporaryDir place(coursesFolder + QStringLiteral("/.unpacking-XXXXXX"));
    if (!place.isValid())
        return Core::Error{
            Core::ErrorCode::PermissionDenied,
            Messages::tr("Nothing can be written in %1: %2.").arg(coursesFolder, place.errorString())};
    const QString folder = place.filePath(QStringLiteral("course"));
    if (const Core::Result<void> done = unpacking.unpack(folder); !done)
        return done.error();
    const Core::Result<LoadedCourse> loaded = loadCourse(folder);
    if (!loaded)
        return loaded.error();
    const Course &course = loaded.value().course;
    if (!Core::isSafeRelativePath(course.id) || course.id.contains(u'/'))
        return invalid(Messages::tr("The course's id '%1' cannot be the name of a folder.").arg(course.id));
    const QString target = QDir(coursesFolder).absoluteFilePath(course.id);
    if (const Core::Result<void> placed = takePlace(folder, target); !placed)
        return placed.error();
    InstalledPack installed{target, course.id, course.title, course.version, loaded.value().problems};
    for (Problem &problem : installed.problems)
        problem.file.replace(folder, target);
    return installed;
}

Core::Result<int> makePack(const QString &courseFolder, const QString &pack)
{
    const Core::Result<LoadedCourse> loaded = loadCourse(courseFolder);
    if (!loaded)
        return loaded.error();
    const QString root = loaded.value().course.folder;
    QStringList names;
    QDirIterator files(root, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().mid(root.size() + 1);
        if (isHidden(name) || name.contains(QLatin1String("__pycache__")))
            continue;
        if (!Core::isSafeRelativePath(name))
            return invalid(
                Messages::tr("%1 may not be used as a name: take ASCII letters, digits, '_', '-' and '.'.")
                    .arg(name));
        names.append(name);
    }
    names.sort();
    QList<std::pair<QString, QString>> entries;
    for (const QString &name : std::as_const(names))
        entries.append({name, root + u'/' + name});
    const Core::Result<void> written = ZipFile::write(pack, entries);
    return written ? Core::Result<int>(static_cast<int>(entries.size())) : Core::Result<int>(written.error());
}

} // namespace Skillet::Course
