// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "runner/environmentwork.h"
#include "theme/theme.h"
#include "workspace/environments.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace Skillet::Ui {

class BusyBar;
class RoleLabel;

/// The Pythons and virtual environments that a project can run in: what each holds, whether it can be used,
/// and what can be done to it. Programs that do it run beside the window; what they write can be read.
class EnvironmentsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `project` is the folder in which a new environment is made.
    EnvironmentsDialog(const Theme &theme, Core::Settings &settings, const QString &project,
                       const Workspace::OwnPython &own, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The environment of the settings is another one, or was made anew: it counts from the next start of
    /// the prompt.
    void environmentChanged();

public Q_SLOTS:
    void reject() override;

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] QWidget *makeWheelsRow();
    [[nodiscard]] QPushButton *makeButton(const QString &text, const QString &tip,
                                          void (EnvironmentsDialog::*does)());
    void refresh(const QString &folderToChoose);
    void showChosen();
    void updateButtons();
    [[nodiscard]] Workspace::Environment chosen() const;
    [[nodiscard]] bool isInUse(const Workspace::Environment &environment) const;

    void use();
    void create();
    void rebuild();
    void install();
    void freeze();
    void stopWork();
    void begin(const Runner::EnvironmentOrder &order, const QString &words);
    void finish(const Runner::EnvironmentOutcome &outcome);
    void writeRequirements(const Runner::EnvironmentOutcome &outcome);
    void tell(const QString &words, ColorRole role);
    [[nodiscard]] QString requirementsFile() const;

    const Theme &m_theme;
    Core::Settings &m_settings;
    const QString m_project;
    const Workspace::OwnPython m_own;
    QList<Workspace::Environment> m_environments;
    QListWidget *m_list = nullptr;
    RoleLabel *m_title = nullptr;
    RoleLabel *m_words = nullptr;
    RoleLabel *m_place = nullptr;
    QTreeWidget *m_packages = nullptr;
    QLineEdit *m_wheels = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_rebuild = nullptr;
    QPushButton *m_install = nullptr;
    QPushButton *m_freeze = nullptr;
    QPushButton *m_stop = nullptr;
    RoleLabel *m_told = nullptr;
    QPlainTextEdit *m_output = nullptr;
    BusyBar *m_busy = nullptr;
    Runner::EnvironmentWork m_work;
};

} // namespace Skillet::Ui
