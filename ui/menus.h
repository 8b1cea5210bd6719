// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace Skillet::Ui {

class Actions;
class Theme;

/// The menu bar and the toolbar, made of the window's actions.
class Menus final : public QObject
{
    Q_OBJECT

public:
    Menus(QMainWindow &window, const Actions &actions, const Theme &theme, const QList<QDockWidget *> &docks);

    void setRecentFiles(const QStringList &files);
    /// To be filled by whoever knows the templates.
    [[nodiscard]] QMenu &templates() const { return *m_templates; }
    /// How the file in front is written.
    [[nodiscard]] QMenu &format() const { return *m_format; }

Q_SIGNALS:
    void recentFileChosen(const QString &file);
    void recentFilesCleared();

private:
    void buildFileMenu();
    void buildEditMenu();
    void buildCodeMenu();
    void buildRunMenu();
    void buildLearnMenu();
    void buildViewMenu(const QList<QDockWidget *> &docks);
    void buildHelpMenu();
    void buildToolBar();

    QMainWindow &m_window;
    const Actions &m_actions;
    const Theme &m_theme;
    QMenu *m_recent = nullptr;
    QMenu *m_templates = nullptr;
    QMenu *m_format = nullptr;
};

} // namespace Skillet::Ui
