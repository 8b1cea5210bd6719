// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "workspace/linediff.h"
#include "workspace/localhistory.h"

#include <QObject>
#include <QThreadPool>

namespace Skillet::Ui {

/// Reads the earlier versions of one file and compares them with its present text, beside the window's
/// thread.
class VersionsReader final : public QObject
{
    Q_OBJECT

public:
    VersionsReader(const QString &folder, const QString &path, const QString &present, QObject *parent);
    ~VersionsReader() override;

    /// Answered by listed(), then by one counted() for each version, newest first.
    void read();
    /// Answered by compared() or versionFailed(), before what is still to be counted.
    void want(int place);

Q_SIGNALS:
    void listed(const QList<Skillet::Workspace::FileVersion> &versions);
    /// `words` tell how the version at `place` in the list differs.
    void counted(int place, const QString &words);
    /// `text` is the version's.
    void compared(int place, const QString &text, const Skillet::Workspace::LineDiff &diff);
    void versionFailed(int place, const Skillet::Core::Error &error);
    /// The store cannot be read.
    void failed(const Skillet::Core::Error &error);

private:
    void noteList(const QList<Workspace::FileVersion> &versions);

    const Workspace::LocalHistory m_history;
    const QString m_path;
    const QString m_present;
    QList<Workspace::FileVersion> m_versions;
    QThreadPool m_pool; ///< last: it ends its work first
};

} // namespace Skillet::Ui
