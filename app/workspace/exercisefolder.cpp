// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exercisefolder.h"

#include "core/file.h"
#include "core/text.h"
#include "workspace/messages.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace Skillet::Workspace {

namespace {

constexpr qint64 LargestStarterFile = 64 * 1024 * 1024;
constexpr int MostResets = 10000;
constexpr int MostDataFiles = 1000;

/// There is something at `path`, be it a link that leads nowhere.
bool isTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

Core::Result<void> checkNames(const QStringList &files)
{
    for (const QString &name : files) {
        if (!Core::isSafeRelativePath(name)) {
            return Core::Error{
                Core::ErrorCode::Invalid,
                Messages::tr("The exercise names a file '%1', which cannot be a file in its folder. "
                             "Install the course again.")
                    .arg(name)};
        }
    }
    return {};
}

Core::Result<void> makeFolder(const QString &folder)
{
    if (QDir().mkpath(folder)) {
        return {};
    }
    return Core::Error{
        Core::ErrorCode::PermissionDenied,
        Messages::tr("The folder %1 cannot be made. Give yourself write permission there, move away a "
                     "file of that name, or set SKILLET_WORKSPACE to a folder of your own.")
            .arg(folder)};
}

/// What `starterFolder` has under that name; of no folder nothing.
Core::Result<QByteArray> readStarter(const QString &starterFolder, const QString &name)
{
    if (starterFolder.isEmpty()) {
        return QByteArray();
    }
    return Core::readFile(starterFolder + QLatin1Char('/') + name, LargestStarterFile);
}

Core::Result<void> copyStarterFile(const QString &starterFolder, const QString &name, const QString &target)
{
    const Core::Result<QByteArray> bytes = readStarter(starterFolder, name);
    if (!bytes) {
        return bytes.error();
    }
    const Core::Result<void> folder = makeFolder(QFileInfo(target).absolutePath());
    return folder ? Core::replaceFile(target, bytes.value()) : folder;
}

/// Moves what is at `path` to the first free `path.before-reset-N`.
Core::Result<QString> setAside(const QString &path)
{
    for (int n = 1; n < MostResets; ++n) {
        const QString aside = path + QStringLiteral(".before-reset-%1").arg(n);
        if (isTaken(aside)) {
            continue;
        }
        if (QDir().rename(path, aside)) {
            return aside;
        }
        break;
    }
    return Core::Error{
        Core::ErrorCode::PermissionDenied,
        Messages::tr("%1 cannot be kept under another name, so it was not reset. Give yourself write "
                     "permission in its folder.")
            .arg(path)};
}

/// Names of the files in `folder` and below, relative to it.
QStringList filesIn(const QString &folder)
{
    QStringList names;
    if (folder.isEmpty()) {
        return names;
    }
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && names.size() < MostDataFiles) {
        names.append(QDir(folder).relativeFilePath(files.next()));
    }
    names.sort();
    return names;
}

bool hasContent(const QString &path, const QByteArray &content)
{
    const Core::Result<QByteArray> bytes = Core::readFile(path, LargestStarterFile);
    return bytes && bytes.value() == content;
}

Core::Result<void> resetFile(const QString &starterFolder, const QString &name, const QString &target)
{
    const Core::Result<QByteArray> content = readStarter(starterFolder, name);
    if (!content) {
        return content.error();
    }
    if (hasContent(target, content.value())) {
        return {};
    }
    QString aside;
    if (isTaken(target)) {
        const Core::Result<QString> kept = setAside(target);
        if (!kept) {
            return kept.error();
        }
        aside = kept.value();
    }
    const Core::Result<void> copied = copyStarterFile(starterFolder, name, target);
    if (!copied && !aside.isEmpty()) {
        QDir().rename(aside, target);
    }
    return copied;
}

} // namespace

Core::Result<QString> exerciseFolder(const QString &workspace, const QString &exerciseId)
{
    if (!Core::isSafeRelativePath(exerciseId)) {
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("The exercise id '%1' cannot be a folder of your workspace. Install the course "
                         "again.")
                .arg(exerciseId)};
    }
    return QDir::cleanPath(QDir(workspace).absolutePath() + QLatin1Char('/') + exerciseId);
}

Core::Result<QString> prepareExercise(const QString &workspace, const QString &exerciseId,
                                      const QString &starterFolder, const QStringList &files,
                                      const QString &dataFolder)
{
    const Core::Result<QString> folder = exerciseFolder(workspace, exerciseId);
    if (!folder) {
        return folder;
    }
    const QStringList data = filesIn(dataFolder);
    const Core::Result<void> names = checkNames(files + data);
    if (!names) {
        return names.error();
    }
    const Core::Result<void> made = makeFolder(folder.value());
    if (!made) {
        return made.error();
    }
    for (const QString &name : files) {
        const QString target = folder.value() + QLatin1Char('/') + name;
        if (isTaken(target)) {
            continue;
        }
        const Core::Result<void> copied = copyStarterFile(starterFolder, name, target);
        if (!copied) {
            return copied.error();
        }
    }
    for (const QString &name : data) {
        const QString target = folder.value() + QLatin1Char('/') + name;
        const Core::Result<void> copied =
            isTaken(target) ? Core::Result<void>() : copyStarterFile(dataFolder, name, target);
        if (!copied) {
            return copied.error();
        }
    }
    return folder;
}

Core::Result<void> resetExercise(const QString &workspace, const QString &exerciseId,
                                 const QString &starterFolder, const QStringList &files)
{
    const Core::Result<QString> folder = exerciseFolder(workspace, exerciseId);
    if (!folder) {
        return folder.error();
    }
    const Core::Result<void> names = checkNames(files);
    if (!names) {
        return names;
    }
    for (const QString &name : files) {
        const Core::Result<void> reset =
            resetFile(starterFolder, name, folder.value() + QLatin1Char('/') + name);
        if (!reset) {
            return reset;
        }
    }
    return {};
}

} // namespace Skillet::Workspace
