// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTemporaryFile>

namespace Skillet::Core {

namespace {

QString baseFolder(const char *variable, const QString &fallbackInHome)
{
    const QString fromEnvironment = qEnvironmentVariable(variable);
    const QString base =
        QDir::isAbsolutePath(fromEnvironment) ? fromEnvironment : QDir::homePath() + fallbackInHome;
    return QDir::cleanPath(base + QStringLiteral("/skillet"));
}

/// The first of `candidates` that exists, else the first of them, so that a message can name it.
QString firstExisting(const QStringList &candidates)
{
    for (const QString &candidate : candidates) {
        if (QFileInfo::exists(candidate)) {
            return QDir::cleanPath(candidate);
        }
    }
    return QDir::cleanPath(candidates.constFirst());
}

/// `variable` when it is set (for tests and for authors of courses), else the first existing candidate.
QString overridden(const char *variable, const QStringList &candidates)
{
    const QString chosen = qEnvironmentVariable(variable);
    return chosen.isEmpty() ? firstExisting(candidates)
                            : QDir::cleanPath(QFileInfo(chosen).absoluteFilePath());
}

} // namespace

Paths Paths::standard(const QString &executableFolder)
{
    const QString prefix = executableFolder + QStringLiteral("/..");
    const QString sourceTree = executableFolder + QStringLiteral("/../../..");
    Paths paths;
    paths.data = baseFolder("XDG_DATA_HOME", QStringLiteral("/.local/share"));
    paths.config = baseFolder("XDG_CONFIG_HOME", QStringLiteral("/.config"));
    paths.state = baseFolder("XDG_STATE_HOME", QStringLiteral("/.local/state"));
    paths.cache = baseFolder("XDG_CACHE_HOME", QStringLiteral("/.cache"));
    paths.workspace = overridden("SKILLET_WORKSPACE", {QDir::homePath() + QStringLiteral("/Skillet")});
    paths.curriculum = overridden(
        "SKILLET_CURRICULUM",
        {prefix + QStringLiteral("/share/skillet/curriculum"), sourceTree + QStringLiteral("/curriculum")});
    paths.worker = overridden("SKILLET_WORKER",
                              {executableFolder + QStringLiteral("/skillet-worker"),
                               prefix + QStringLiteral("/libexec/skillet/skillet-worker"),
                               prefix + QStringLiteral("/lib/skillet/skillet-worker")});
    paths.workerPython = overridden("SKILLET_WORKER_PYTHON",
                                    {prefix + QStringLiteral("/share/skillet/worker-python"),
                                     sourceTree + QStringLiteral("/app/worker/python")});
    return paths;
}

Result<void> ensureWritable(const QString &folder)
{
    const auto refusal = [&folder]() -> Error {
        const QStorageInfo storage(QFileInfo(folder).exists() ? folder : QDir::homePath());
        if (storage.isValid() && storage.bytesAvailable() < 64 * 1024) {
            return {ErrorCode::NoSpace,
                    QCoreApplication::translate("Core",
                                                "There is no space left on the disk that holds %1. "
                                                "Free some space, then start Skillet again.")
                        .arg(folder)};
        }
        return {ErrorCode::PermissionDenied,
                QCoreApplication::translate("Core",
                                            "Skillet may not write in %1. Give yourself write "
                                            "permission for that folder, or set XDG_DATA_HOME to a "
                                            "folder of your own.")
                    .arg(folder)};
    };
    if (!QDir().mkpath(folder)) {
        return refusal();
    }
    QTemporaryFile probe(folder + QStringLiteral("/.write-probe-XXXXXX"));
    if (!probe.open() || probe.write("1") != 1 || !probe.flush()) {
        return refusal();
    }
    return {};
}

} // namespace Skillet::Core
