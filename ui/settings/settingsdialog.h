// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Skillet::Core {
class Settings;
} // namespace Skillet::Core

namespace Skillet::Ui {

class Actions;
class FontRow;
class RoleLabel;
class Theme;

/// The learner's settings. Each change is kept and seen at once; those of Python count from its next start,
/// which a button offers. What is an action in a menu too stays in step with it.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Core::Settings &settings, Theme &theme, const Actions &actions, QWidget *parent);

Q_SIGNALS:
    /// For the prompt's next Python: see Core::Settings::environment() and memoryLimitMegabytes().
    void pythonChanged();
    void restartRequested();
    void promptOutputChanged();

private:
    QFormLayout *addSection(const QString &title);
    void alignLabels();
    void addLook();
    void addPrompt();
    void addPython();
    [[nodiscard]] QWidget *environmentRow();
    void changeFonts();
    void changeZoom(int percent);
    void changeEnvironment(const QString &folder);
    void tellPythonChanged();
    void chooseEnvironment();

    Core::Settings &m_settings;
    Theme &m_theme;
    const Actions &m_actions;
    QWidget *m_page = nullptr;
    FontRow *m_code = nullptr;
    FontRow *m_lesson = nullptr;
    QSpinBox *m_memory = nullptr;
    QLineEdit *m_environment = nullptr;
    RoleLabel *m_environmentNote = nullptr;
    QWidget *m_restartRow = nullptr;
};

} // namespace Skillet::Ui
