// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace Skillet::Core {
class Settings;
} // namespace Skillet::Core

namespace Skillet::Ui {

class Theme;

/// The window's dockable panes and where they are: roadmap (or files or outline, as tabs) and lesson on the
/// left, the
/// editor in the middle, prompt, checks and traceback as tabs below it, names on the right when they are
/// asked for.
class WindowLayout final : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        QWidget *roadmap;
        QWidget *lesson;
        QWidget *editor;
        QWidget *prompt;
        QWidget *checks;
        QWidget *traceback;
        QWidget *names;
        QWidget *files;
        QWidget *outline;
        QWidget *uses;
        QWidget *tests;
    };

    WindowLayout(QMainWindow &window, const Theme &theme, const Panes &panes);

    /// Size and places of last time, or the first ones when there are none or they do not fit this version.
    void restore(Core::Settings &settings);
    void save(Core::Settings &settings) const;
    void reset();

    /// Brings the pane forward without taking the focus.
    void raise(QWidget *pane);
    /// As raise(), unless the learner has closed the pane.
    void raiseOpen(QWidget *pane);
    /// Brings the pane forward and puts the focus in it.
    void focus(QWidget *pane);
    /// The pane's name with what is new in it: "Checks 2/5".
    void setTitle(QWidget *pane, const QString &title);
    [[nodiscard]] QList<QDockWidget *> docks() const { return m_docks; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addDock(const char *name, const QString &title, QWidget *pane, const QString &icon);
    void placeDocks();
    void resizeToDesign();
    void updateTitleBars();
    void makeRoomForNames();
    void fitToScreen();
    [[nodiscard]] QDockWidget *dockOf(const QWidget *pane) const;

    QMainWindow &m_window;
    const Theme &m_theme;
    Panes m_panes;
    QList<QDockWidget *> m_docks; // roadmap, lesson, prompt, checks, traceback, names, files, outline, uses,
                                  // tests
    QByteArray m_saved; // of last time, until the window has settled
    QTimer m_fitting;
    int m_stackedZoom = 0; ///< at which lesson and roadmap became tabs, for want of room; 0: they did not
    bool m_sizesWanted = false; // the design's sizes follow the window's until it has settled
};

} // namespace Skillet::Ui
