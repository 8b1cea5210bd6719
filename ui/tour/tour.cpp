// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour.h"

#include "mainwindow.h"
#include "theme/theme.h"

#include <QDir>
#include <QPixmap>
#include <QTemporaryDir>

#include <cstdio>

namespace Skillet::Ui {

namespace {

constexpr int PollMs = 40;
constexpr int StepLimitMs = 15000;
constexpr int SettleMs = 350; // the caret's first blink and pane animations are over by then
constexpr QSize WindowSize(1366, 768);

/// Removed when the program ends.
QString temporaryFolder()
{
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/skillet-tour-XXXXXX"));
    return folder.path();
}

void setHome(const QString &home)
{
    const auto set = [&home](const char *name, const char *folder) {
        qputenv(name, (home + QLatin1String(folder)).toLocal8Bit());
    };
    set("HOME", "");
    set("XDG_DATA_HOME", "/.local/share");
    set("XDG_CONFIG_HOME", "/.config");
    set("XDG_STATE_HOME", "/.local/state");
    set("SKILLET_WORKSPACE", "/Skillet");
}

} // namespace

Tour::Tour(Theme &theme, QString folder, OpenWindow open, CloseWindow close)
    : m_theme(theme)
    , m_folder(std::move(folder))
    , m_open(std::move(open))
    , m_close(std::move(close))
{
    m_poll.setInterval(PollMs);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

void Tour::useHomeOfItsOwn()
{
    setHome(temporaryFolder());
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "%s\n",
                     qUtf8Printable(tr("The folder %1 for the pictures cannot be made.").arg(m_folder)));
        QTimer::singleShot(0, this, [this] { Q_EMIT finished(2); });
        return;
    }
    m_round = 0;
    startRound();
}

void Tour::startRound()
{
    setHome(temporaryFolder() + (m_round == 0 ? QStringLiteral("/light") : QStringLiteral("/dark")));
    m_theme.setChoice(m_round == 0 ? Core::ThemeChoice::Light : Core::ThemeChoice::Dark);
    m_steps = tourSteps();
    m_step = 0;
    openWindow();
    startStep();
}

void Tour::openWindow()
{
    m_window = &m_open();
    m_window->setWindowState(Qt::WindowNoState);
    m_window->setGeometry(QRect(QPoint(0, 0), WindowSize));
    m_window->activateWindow();
}

void Tour::startStep()
{
    const TourStep &step = m_steps.at(m_step);
    m_waited.start();
    // Actions wait a moment, so that what the step before set going on screen has come to rest.
    QTimer::singleShot(SettleMs, this, [this, &step] {
        if (step.kind == TourStep::Kind::Reopen) {
            m_window->close();
            m_close();
            openWindow();
        }
        step.act(*m_window);
        m_poll.start();
    });
}

void Tour::poll()
{
    const TourStep &step = m_steps.at(m_step);
    const QString missing = step.missing(*m_window);
    if (missing.isEmpty()) {
        m_poll.stop();
        QTimer::singleShot(SettleMs, this, &Tour::finishStep);
    } else if (m_waited.elapsed() > StepLimitMs) {
        m_poll.stop();
        const QString picture = m_folder + QStringLiteral("/failed-") + step.name + QStringLiteral(".png");
        m_window->grab().save(picture);
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(tr("The tour stopped at %1: %2 See %3.").arg(step.name, missing, picture)));
        end(1);
    }
}

void Tour::finishStep()
{
    const TourStep &step = m_steps.at(m_step);
    const QString picture =
        QStringLiteral("%1/%2-%3-%4.png")
            .arg(m_folder, m_round == 0 ? QStringLiteral("light") : QStringLiteral("dark"))
            .arg(m_step + 1, 2, 10, QLatin1Char('0'))
            .arg(step.name);
    if (!m_window->grab().save(picture)) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(tr("The picture %1 cannot be written.").arg(picture)));
        end(2);
        return;
    }
    std::printf("%s\n", qUtf8Printable(picture));
    std::fflush(stdout);
    ++m_step;
    if (m_step < m_steps.size()) {
        startStep();
    } else if (m_round == 0) {
        m_window->close();
        m_close();
        m_round = 1;
        startRound();
    } else {
        end(0);
    }
}

void Tour::end(int exitCode)
{
    m_window->close();
    m_close();
    m_window = nullptr;
    Q_EMIT finished(exitCode);
}

} // namespace Skillet::Ui
