// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/linediff.h"
#include "workspace/localhistory.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Skillet::Ui {

class DiffView;
class EmptyState;
class RoleLabel;
class VersionsReader;

/// What is looked at: a file as it is in the editor now.
struct VersionsOf
{
    QString path; ///< empty: never saved
    QString name;
    QString present;
    bool readOnly = false;
};

/// The earlier versions of one file, each compared with its present text. Changes nothing itself.
class VersionsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is where the versions are kept.
    VersionsDialog(const Theme &theme, const CodeHighlighter &highlighter, const QString &folder,
                   VersionsOf of, QWidget *parent = nullptr);

    /// Begins to read the versions; call once.
    void read();
    void showProblem(const QString &message);

Q_SIGNALS:
    void restoreRequested(const QString &text);
    void openRequested(const QString &text);

private:
    /// What is known of the chosen version.
    struct Known
    {
        int place = -1;
        QString text;
        Workspace::LineDiff diff;
        QString problem;
    };

    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeRight();
    [[nodiscard]] QWidget *makeButtons();
    void connectReader(const QString &folder);
    void showList(const QList<Workspace::FileVersion> &versions);
    void showEmpty(const QString &title, const QString &sentence);
    void showChosen();
    void choose();
    void note(const Known &known);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    const VersionsOf m_of;
    VersionsReader *m_reader = nullptr;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    RoleLabel *m_heading = nullptr;
    RoleLabel *m_problem = nullptr;
    DiffView *m_diff = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_copy = nullptr;
    Known m_known;
};

} // namespace Skillet::Ui
