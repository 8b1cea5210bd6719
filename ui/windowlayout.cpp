// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowlayout.h"

#include "core/settings.h"
#include "theme/theme.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {
// Goes up when panes are added or renamed, so that an old saved layout is not forced on a new window.
constexpr int LayoutVersion = 4;
// The design's sizes in pixels at 100 %.
constexpr int RoadmapWidth = 256;
constexpr int LessonWidth = 456;
constexpr int NarrowLessonWidth = 300;
constexpr int NamesWidth = 304;
constexpr int BottomHeight = 252;
constexpr int SmallScreenWidth = 1440;
constexpr int SmallScreenHeight = 860;
// The desktop gives a new window its real size some time after it is shown.
constexpr int SettlingMs = 1500;
// Panes take their new sizes some time after the text did.
constexpr int PanesSettlingMs = 100;
} // namespace

WindowLayout::WindowLayout(QMainWindow &window, const Theme &theme, const Panes &panes)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_panes(panes)
{
    m_window.setDockNestingEnabled(true);
    m_window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks
                            | QMainWindow::AllowTabbedDocks | QMainWindow::GroupedDragging);
    m_window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window.setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window.setCentralWidget(m_panes.editor);

    addDock("roadmap", tr("Roadmap"), m_panes.roadmap, QStringLiteral("view-list-tree"));
    addDock("lesson", tr("Lesson"), m_panes.lesson, QStringLiteral("help-contents"));
    addDock("prompt", tr("Prompt"), m_panes.prompt, QStringLiteral("utilities-terminal"));
    addDock("checks", tr("Checks"), m_panes.checks, QStringLiteral("checkmark"));
    addDock("traceback", tr("Traceback"), m_panes.traceback, QStringLiteral("tools-report-bug"));
    addDock("names", tr("Names"), m_panes.names, QStringLiteral("code-variable"));
    addDock("files", tr("Files"), m_panes.files, QStringLiteral("folder-open"));
    addDock("outline", tr("Outline"), m_panes.outline, QStringLiteral("view-sidetree"));
    addDock("uses", tr("Uses"), m_panes.uses, QStringLiteral("edit-find"));
    addDock("tests", tr("Tests"), m_panes.tests, QStringLiteral("run-build"));
    m_window.installEventFilter(this);
    m_fitting.setSingleShot(true);
    m_fitting.setInterval(PanesSettlingMs);
    connect(&m_fitting, &QTimer::timeout, this, &WindowLayout::fitToScreen);
    connect(&m_theme, &Theme::changed, &m_fitting, qOverload<>(&QTimer::start));
}

void WindowLayout::addDock(const char *name, const QString &title, QWidget *pane, const QString &icon)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(QString::fromLatin1(name) + QStringLiteral("Dock"));
    dock->setAccessibleName(title);
    dock->setWindowIcon(m_theme.icon(icon));
    dock->setWidget(pane);
    m_docks.append(dock);
    // Which title bars show depends on who is tabbed with whom, which Qt settles after its own signal.
    const auto later = [this] { QTimer::singleShot(0, this, &WindowLayout::updateTitleBars); };
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, later);
}

QDockWidget *WindowLayout::dockOf(const QWidget *pane) const
{
    for (QDockWidget *dock : m_docks) {
        if (dock->widget() == pane) {
            return dock;
        }
    }
    return nullptr;
}

void WindowLayout::placeDocks()
{
    QDockWidget *roadmap = m_docks.at(0);
    QDockWidget *lesson = m_docks.at(1);
    QDockWidget *prompt = m_docks.at(2);
    for (QDockWidget *dock : m_docks) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, roadmap);
    m_window.splitDockWidget(roadmap, lesson, Qt::Horizontal);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, prompt);
    m_window.tabifyDockWidget(prompt, m_docks.at(3));
    m_window.tabifyDockWidget(m_docks.at(3), m_docks.at(4));
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_docks.at(5));
    m_window.tabifyDockWidget(roadmap, m_docks.at(6));
    m_window.tabifyDockWidget(m_docks.at(6), m_docks.at(7));
    m_window.tabifyDockWidget(m_docks.at(4), m_docks.at(8));
    m_window.tabifyDockWidget(m_docks.at(8), m_docks.at(9));
    for (QDockWidget *dock : m_docks) {
        dock->show();
    }
    // The editor needs its width on most screens; the View menu brings the names.
    m_docks.at(5)->hide();
    m_docks.at(8)->hide(); // comes when somebody asks for it
    prompt->raise();
    roadmap->raise();
    m_sizesWanted = true;
}

void WindowLayout::resizeToDesign()
{
    // Zoomed text needs wider panes, but the editor keeps at least two fifths of the window.
    const int available = m_window.width() * 3 / 5;
    const int wanted = m_theme.scaled(RoadmapWidth + LessonWidth);
    const double factor = wanted > available ? static_cast<double>(available) / wanted : 1.0;
    m_window.resizeDocks({m_docks.at(0), m_docks.at(1)},
                         {static_cast<int>(m_theme.scaled(RoadmapWidth) * factor),
                          static_cast<int>(m_theme.scaled(LessonWidth) * factor)},
                         Qt::Horizontal);
    m_window.resizeDocks({m_docks.at(2)}, {std::min(m_theme.scaled(BottomHeight), m_window.height() * 2 / 5)},
                         Qt::Vertical);
}

void WindowLayout::restore(Core::Settings &settings)
{
    const QRect screen = m_window.screen()->availableGeometry();
    const bool hadGeometry = m_window.restoreGeometry(settings.windowGeometry());
    if (!hadGeometry) {
        m_window.resize(std::min(1440, screen.width()), std::min(900, screen.height()));
        if (screen.width() < SmallScreenWidth || screen.height() < SmallScreenHeight) {
            m_window.setWindowState(Qt::WindowMaximized);
        } else {
            m_window.move(screen.center() - m_window.rect().center());
        }
    }
    placeDocks();
    if (hadGeometry && m_window.restoreState(settings.windowState(), LayoutVersion)) {
        m_saved = settings.windowState();
        m_sizesWanted = false;
    }
    updateTitleBars();
}

/// Large text on a small screen: roadmap and lesson become tabs of one place, before the window gets wider
/// than the screen; and part again when the text is smaller.
void WindowLayout::fitToScreen()
{
    QDockWidget *roadmap = m_docks.at(0);
    QDockWidget *lesson = m_docks.at(1);
    const bool areTabs = m_window.tabifiedDockWidgets(roadmap).contains(lesson);
    if (m_stackedZoom > m_theme.zoomPercent() && areTabs) {
        // Beside all tabs of that place; splitting one of them would only make another tab.
        m_window.addDockWidget(Qt::LeftDockWidgetArea, lesson, Qt::Horizontal);
        roadmap->raise();
        m_stackedZoom = 0;
        resizeToDesign();
        m_fitting.start();
        return;
    }
    const bool isLeft = m_window.dockWidgetArea(roadmap) == Qt::LeftDockWidgetArea
        && m_window.dockWidgetArea(lesson) == Qt::LeftDockWidgetArea;
    const QSize frame = m_window.frameGeometry().size() - m_window.size();
    const QSize room = m_window.screen()->availableGeometry().size() - frame;
    if (isLeft && !areTabs && !lesson->isFloating() && !roadmap->isFloating()
        && m_window.minimumSizeHint().width() > room.width()) {
        m_window.tabifyDockWidget(roadmap, lesson);
        lesson->raise();
        m_stackedZoom = m_theme.zoomPercent();
        QTimer::singleShot(0, this, &WindowLayout::updateTitleBars);
        m_fitting.start(); // the window can get smaller as soon as its panes are
    }
    // A window once too large for the screen does not get smaller by itself.
    if (m_window.width() > room.width() || m_window.height() > room.height())
        m_window.resize(m_window.size().boundedTo(room));
}

void WindowLayout::save(Core::Settings &settings) const
{
    settings.setWindow(m_window.saveGeometry(), m_window.saveState(LayoutVersion));
}

void WindowLayout::reset()
{
    placeDocks();
    resizeToDesign();
    m_sizesWanted = false;
    updateTitleBars();
}

bool WindowLayout::eventFilter(QObject *watched, QEvent *event)
{
    // Sizes restored before the window has its own are fitted to another one: the panes came out narrower.
    if (watched == &m_window && event->type() == QEvent::Show && !m_saved.isEmpty()) {
        QTimer::singleShot(
            0, this, [this] { m_window.restoreState(std::exchange(m_saved, QByteArray()), LayoutVersion); });
    }
    if (watched == &m_window && (event->type() == QEvent::Show || event->type() == QEvent::Resize))
        m_fitting.start();
    if (watched == &m_window && m_sizesWanted) {
        if (event->type() == QEvent::Show) {
            QTimer::singleShot(SettlingMs, this, [this] { m_sizesWanted = false; });
        }
        if (event->type() == QEvent::Show || event->type() == QEvent::Resize) {
            resizeToDesign();
        }
    }
    return QObject::eventFilter(watched, event);
}

void WindowLayout::updateTitleBars()
{
    for (QDockWidget *dock : m_docks) {
        // A tab names the pane already; a second title would only take room.
        const bool tabbed = !dock->isFloating() && !m_window.tabifiedDockWidgets(dock).isEmpty();
        if (tabbed && dock->titleBarWidget() == nullptr) {
            dock->setTitleBarWidget(new QWidget(dock));
        } else if (!tabbed && dock->titleBarWidget() != nullptr) {
            QWidget *empty = dock->titleBarWidget();
            dock->setTitleBarWidget(nullptr);
            empty->deleteLater();
        }
    }
    for (QTabBar *tabs : m_window.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->setDrawBase(false);
        tabs->setExpanding(false);
        tabs->setAccessibleName(tr("Panes"));
    }
}

void WindowLayout::raise(QWidget *pane)
{
    if (QDockWidget *dock = dockOf(pane)) {
        const bool comesIn = dock->isHidden();
        dock->show();
        dock->raise();
        if (comesIn && pane == m_panes.names) {
            makeRoomForNames();
        }
    }
}

void WindowLayout::raiseOpen(QWidget *pane)
{
    const QDockWidget *dock = dockOf(pane);
    if (dock != nullptr && !dock->isHidden()) {
        raise(pane);
    }
}

void WindowLayout::makeRoomForNames()
{
    QDockWidget *lesson = m_docks.at(1);
    QDockWidget *names = m_docks.at(5);
    if (names->isFloating() || !lesson->isVisible()) {
        return;
    }
    // The lesson gives way before the editor has less than two fifths of the window.
    const int width = m_theme.scaled(NamesWidth);
    const int excess = lesson->geometry().right() + width - m_window.width() * 3 / 5;
    if (m_window.dockWidgetArea(lesson) == Qt::LeftDockWidgetArea && excess > 0) {
        const int left = std::max(m_theme.scaled(NarrowLessonWidth), lesson->width() - excess);
        m_window.resizeDocks({lesson, names}, {std::min(lesson->width(), left), width}, Qt::Horizontal);
    } else {
        m_window.resizeDocks({names}, {width}, Qt::Horizontal);
    }
}

void WindowLayout::focus(QWidget *pane)
{
    raise(pane);
    pane->setFocus(Qt::ShortcutFocusReason);
}

void WindowLayout::setTitle(QWidget *pane, const QString &title)
{
    if (QDockWidget *dock = dockOf(pane)) {
        dock->setWindowTitle(title);
    }
}

} // namespace Skillet::Ui
