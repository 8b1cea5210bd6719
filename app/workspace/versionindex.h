// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/localhistory.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Skillet::Workspace {

/// The versions of one file, oldest first: a file of JSON Lines that grows at its end.
///
/// A line: {"format": 1, "when": ISO 8601 with offset, "occasion": "saved", "run", "checked" or
/// "before-restore", "bytes": size of the text, "sha256": of the text, "path": of the file}. Lines that are
/// something else are skipped, and stay. The lines' order counts, not their times: clocks are set back.
class VersionIndex final
{
public:
    /// A missing file is an empty index.
    [[nodiscard]] static Core::Result<VersionIndex> read(const QString &file);

    [[nodiscard]] QList<FileVersion> versions() const;

    /// Appends a line to the file and syncs it. A line torn by a kill or a power cut is closed first; when
    /// the disk is full, the file is as it was.
    [[nodiscard]] Core::Result<void> append(const FileVersion &version, const QString &path);
    /// Replaces the file by one without the versions that `goes` names by their place.
    [[nodiscard]] Core::Result<void> remove(const std::function<bool(qsizetype)> &goes);

private:
    struct Line
    {
        QByteArray bytes;
        std::optional<FileVersion> version;
    };

    QString m_file;
    QList<Line> m_lines;
    bool m_torn = false; ///< the last line has no end
};

} // namespace Skillet::Workspace
