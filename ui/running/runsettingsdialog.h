// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"
#include "workspace/runsettings.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Skillet::Ui {

class RoleLabel;

/// Asks for what a file is run with. What cannot be meant is told at once, and is not accepted.
class RunSettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `name` is the file's, `ownFolder` the one it lies in.
    RunSettingsDialog(const Theme &theme, const QString &name, const QString &ownFolder,
                      const Workspace::RunSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] Workspace::RunSettings settings() const;

private:
    QWidget *folderRow(const QString &ownFolder);
    void clear();
    void check();
    /// Of variables that count only when Python starts; empty: there are none.
    [[nodiscard]] static QString startHint(const QStringList &variables);

    const Theme &m_theme;
    QLineEdit *m_arguments;
    QPlainTextEdit *m_input;
    QLineEdit *m_folder;
    QPlainTextEdit *m_environment;
    RoleLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace Skillet::Ui
