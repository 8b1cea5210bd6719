// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace Skillet::Workspace {

/// Where the learner's files for an exercise live: `<workspace>/<exercise id>/`. Ids that could leave the
/// workspace are refused.
[[nodiscard]] Core::Result<QString> exerciseFolder(const QString &workspace, const QString &exerciseId);

/// Makes that folder and copies the starter's files into it that are not there yet, and all that lies in
/// `dataFolder` (may be empty, or not there); the learner's are never overwritten. Without a starter folder
/// the files begin empty. \return the folder
[[nodiscard]] Core::Result<QString> prepareExercise(const QString &workspace, const QString &exerciseId,
                                                    const QString &starterFolder, const QStringList &files,
                                                    const QString &dataFolder = {});

/// Puts the starter's files back. What was there is first kept beside as `name.before-reset-N`.
[[nodiscard]] Core::Result<void> resetExercise(const QString &workspace, const QString &exerciseId,
                                               const QString &starterFolder, const QStringList &files);

} // namespace Skillet::Workspace
