// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/localhistory.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;
class VersionsDialog;

/// Keeps a version of the learner's file at every save, run and check, beside the window's thread. A version
/// that cannot be kept never stands in the way of the save, run or check. Shows them, and brings them back.
class VersionsController final : public QObject
{
    Q_OBJECT

public:
    /// `folder` is where the versions are kept.
    VersionsController(const Theme &theme, const CodeHighlighter &highlighter, const QString &folder,
                       EditorArea &editor, QObject *parent);

    /// Before whoever runs and checks is connected, so that the version is named after the run, not after the
    /// save that comes with it.
    void connectActions(const Actions &actions);

    /// Of the tab in front; none: nothing happens.
    void showVersions();

Q_SIGNALS:
    /// Once, until a version could be kept again.
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void keepCurrent(Workspace::Occasion occasion);
    void keep(const QString &path, const CodeEditor *editor, Workspace::Occasion occasion);
    void noteResult(const Core::Result<void> &kept);
    void restore(VersionsDialog *dialog, CodeEditor *editor, const QString &path, const QString &text);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    const QString m_folder;
    EditorArea &m_editor;
    QString m_problem; ///< told last
    Workspace::LocalHistory m_history; ///< only the pool's one thread uses it
    QThreadPool m_pool; ///< last: it ends its work first
};

} // namespace Skillet::Ui
