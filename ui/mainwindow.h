// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "coursecontroller.h"

#include <QMainWindow>
#include <QStringList>
#include <QTimer>

namespace Skillet::Runner {
class Analyst;
class Session;
} // namespace Skillet::Runner
namespace Skillet::Workspace {
class Journal;
} // namespace Skillet::Workspace

namespace Skillet::Ui {

class Actions;
class AskHereController;
class ChecksPane;
class CodeHighlighter;
class EditorArea;
class EditorAssistController;
class IncidentLog;
class FilesPane;
class LessonView;
class Menus;
class NamesPane;
class NoticeBar;
class OutlinePane;
class ProblemsController;
class PromptPane;
class RoadmapPane;
class RunController;
class StatusLine;
class Theme;
class TracebackPane;
class TestsPane;
class UsesPane;
class WindowLayout;

/// Everything the window works on; owned by the application, which outlives the window.
struct WindowServices
{
    CourseServices course;
    Runner::Session &session;
    Runner::Analyst &analyst;
    Workspace::Journal &journal;
    Theme &theme;
    CodeHighlighter &highlighter;
};

/// The one window: its panes, menus and status bar, and how they follow each other. What the commands do
/// lives in CourseController and RunController.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowServices &services);
    ~MainWindow() override;

    /// Restores layout, tabs and the course's place, and opens `files`. Call once, before show().
    void restore(const QStringList &files);

    /// Shows a message above the editor until it is closed; the same one is shown once at a time.
    void showProblem(const Core::Error &error);
    void showNotice(const QString &message);

    [[nodiscard]] Actions &actions() { return *m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPanes();
    void connectEditor();
    void connectCode();
    void connectTests();
    void connectFileActions();
    void connectFiles();
    void connectEditActions();
    void connectRunActions();
    void connectPaneActions();
    void connectLookActions();
    void connectPanes();
    void connectCourse();
    void connectStatus();
    void editInFocus(const char *slot);
    void helpOnName();
    void updateActions();
    void updateTitle();
    void updateProgress();
    void updateInterpreter();
    void recordActiveMinute();
    void record(Progress::EventKind kind, const QString &item);
    void setWithoutHelp(bool without);
    void openFile(const QString &file);
    void convertFile(const QString &file);
    void chooseAndOpenFile();
    void setZoom(int percent);
    void showSettings();
    void useChosenPython();
    void showEnvironments();

    WindowServices m_services;
    Actions *m_actions = nullptr;
    NoticeBar *m_notices = nullptr;
    RoadmapPane *m_roadmap = nullptr;
    LessonView *m_lesson = nullptr;
    EditorArea *m_editor = nullptr;
    PromptPane *m_prompt = nullptr;
    ChecksPane *m_checks = nullptr;
    TracebackPane *m_traceback = nullptr;
    NamesPane *m_names = nullptr;
    FilesPane *m_files = nullptr;
    OutlinePane *m_outline = nullptr;
    UsesPane *m_uses = nullptr;
    TestsPane *m_tests = nullptr;
    WindowLayout *m_layout = nullptr;
    Menus *m_menus = nullptr;
    StatusLine *m_status = nullptr;
    CourseController *m_course = nullptr;
    RunController *m_run = nullptr;
    EditorAssistController *m_assist = nullptr;
    ProblemsController *m_problems = nullptr;
    AskHereController *m_ask = nullptr;
    IncidentLog *m_incidentLog = nullptr;
    QTimer m_statusTimer;
    QTimer m_interpreterTimer;
    bool m_running = false;
    bool m_checksAreWarm = false;
    bool m_checking = false;
};

} // namespace Skillet::Ui
