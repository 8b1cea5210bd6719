// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace Skillet::Core {

/// Where Skillet reads and writes, following the XDG base directories. All paths are absolute. Nothing is
/// created until ensureWritable() is called.
struct Paths
{
    QString data; ///< progress, history, autosave journal: $XDG_DATA_HOME/skillet
    QString config; ///< settings: $XDG_CONFIG_HOME/skillet
    QString state; ///< logs, saved output: $XDG_STATE_HOME/skillet
    QString cache; ///< what may be deleted at any time: $XDG_CACHE_HOME/skillet
    QString workspace; ///< the learner's own files: ~/Skillet
    QString curriculum; ///< the course that ships: read only
    QString worker; ///< the skillet-worker executable
    QString workerPython; ///< folder with the worker's Python modules

    /// The paths of this run. `executableFolder` is where the running program lies; installed layouts and
    /// the build tree are both found from there.
    [[nodiscard]] static Paths standard(const QString &executableFolder);

    [[nodiscard]] QString progressDatabase() const { return data + QStringLiteral("/progress.sqlite"); }
    /// What the database could not take at the time: JSON Lines, recorded at the next chance.
    [[nodiscard]] QString progressSpill() const { return data + QStringLiteral("/progress-waiting.jsonl"); }
    [[nodiscard]] QString journal() const { return data + QStringLiteral("/journal"); }
    [[nodiscard]] QString runSettings() const { return data + QStringLiteral("/run-settings.json"); }
    /// Earlier texts of the learner's files.
    [[nodiscard]] QString history() const { return data + QStringLiteral("/history"); }
    /// Courses that were installed from packs, each in a folder of its id.
    [[nodiscard]] QString courses() const { return data + QStringLiteral("/courses"); }
    [[nodiscard]] QString promptHistory() const { return data + QStringLiteral("/prompt-history.txt"); }
    [[nodiscard]] QString settingsFile() const { return config + QStringLiteral("/settings.ini"); }
    [[nodiscard]] QString logFile() const { return state + QStringLiteral("/skillet.log"); }
};

/// Creates `folder` when it is missing and proves by writing that files can be made in it.
/// \return an Error that names the folder: PermissionDenied, NoSpace or Failed.
[[nodiscard]] Result<void> ensureWritable(const QString &folder);

} // namespace Skillet::Core
