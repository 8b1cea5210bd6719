// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace Skillet::Workspace {

/// At what a version of a file was kept.
enum class Occasion { Saved, Run, Checked, BeforeRestore };

/// One earlier text of a file, without the text itself.
struct FileVersion
{
    QDateTime when; ///< with the zone's offset of then
    Occasion occasion = Occasion::Saved;
    qint64 bytes = 0; ///< of the text as UTF-8
    QByteArray digest; ///< SHA-256 of the text, in hexadecimal

    friend bool operator==(const FileVersion &, const FileVersion &) = default;
};

/// How much a LocalHistory keeps, and its clock.
struct HistoryLimits
{
    qint64 largestText = 5 * 1024 * 1024;
    qint64 total = 200 * 1024 * 1024; ///< of all files' versions on disk; the newest of each stays beyond it
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
};

/// Earlier texts of the learner's files, in a folder of Skillet's own: all of the last seven days, one an
/// hour up to thirty days, one a day before that; the newest twenty of a file whatever the clock says. Files
/// are known by their path: a file that was moved begins anew, and what was kept stays under the old path.
/// Several programs may write to one folder. Never touches the learner's files. Not for the window's thread:
/// it waits for the disk.
class LocalHistory final
{
public:
    explicit LocalHistory(QString folder, HistoryLimits limits = {});

    /// Keeps `text` as the newest version of the file at `path`, unless the newest is the same. Errors:
    /// Invalid (no path, or larger than HistoryLimits::largestText), PermissionDenied, NoSpace, Locked,
    /// Failed.
    [[nodiscard]] Core::Result<void> keep(const QString &path, const QString &text, Occasion occasion);
    /// Newest first; none is fine. Lines of the index that cannot be read are skipped.
    [[nodiscard]] Core::Result<QList<FileVersion>> versions(const QString &path) const;
    /// Invalid when what was kept is damaged, NotFound when it is gone.
    [[nodiscard]] Core::Result<QString> text(const QString &path, const FileVersion &version) const;

private:
    [[nodiscard]] Core::Result<void> holdTotal();

    QString m_folder;
    HistoryLimits m_limits;
    int m_keptSinceCount = 0;
};

} // namespace Skillet::Workspace
