// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Skillet::Workspace {

/// Unsaved text of one editor tab.
struct JournalEntry
{
    QString key; ///< the tab's identity: the file's path, or `untitled-N`
    QString path; ///< of the file; empty for a tab never saved
    QString text;
    QDateTime when;
};

/// Autosave: the text of every changed tab, one file each in a folder of Skillet's own, so that a crash or
/// kill costs at most a second. Never touches the learner's files.
class Journal final
{
public:
    explicit Journal(QString folder);

    /// Keeps `text` as the unsaved state of `key`, replacing an earlier one whole.
    [[nodiscard]] Core::Result<void> put(const QString &key, const QString &path, const QString &text);
    /// The tab was saved or closed on purpose. Unknown keys are fine.
    void remove(const QString &key);
    /// All entries, oldest first. Damaged ones are skipped and left where they are.
    [[nodiscard]] QList<JournalEntry> entries() const;

private:
    QString m_folder;
};

} // namespace Skillet::Workspace
