// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/toursteps.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace Skillet::Ui {

class MainWindow;
class Theme;

/// Plays the main job on the real program with real key and mouse events, light and then dark, saves a
/// picture of each step, and ends with exit code 1 when a step does not show what it must. It is the
/// end-to-end test and the source of the pictures in the README.
class Tour final : public QObject
{
    Q_OBJECT

public:
    using OpenWindow = std::function<MainWindow &()>;
    using CloseWindow = std::function<void()>;

    Tour(Theme &theme, QString folder, OpenWindow open, CloseWindow close);

    /// Sends all reading and writing of this process to a new temporary home. Call before anything looks up a
    /// path.
    static void useHomeOfItsOwn();

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void startRound();
    void startStep();
    void poll();
    void finishStep();
    void end(int exitCode);
    void openWindow();

    Theme &m_theme;
    QString m_folder;
    OpenWindow m_open;
    CloseWindow m_close;
    MainWindow *m_window = nullptr;
    QList<TourStep> m_steps;
    qsizetype m_step = 0;
    int m_round = 0; // 0 light, 1 dark
    QElapsedTimer m_waited;
    QTimer m_poll;
};

} // namespace Skillet::Ui
