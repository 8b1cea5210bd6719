// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "commandline.h"
#include "core/log.h"
#include "explain/explaincommand.h"
#include "highlighting/codehighlighter.h"
#include "mainwindow.h"
#include "terminal/promptcommand.h"
#include "theme/theme.h"
#include "tour/tour.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <QTimer>

#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <unistd.h>
#include <variant>

namespace {

using namespace Skillet;

QString translated(const char *text)
{
    return QCoreApplication::translate("main", text);
}

/// Packed into the program, for a window that was never installed.
QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        icon.addFile(QStringLiteral(":/application/icon-%1.png").arg(size));
    }
    return icon;
}

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// The services and the window on them, from one start to one close.
class Workbench final
{
public:
    Workbench(Ui::Theme &theme, const QStringList &files)
        : m_application(Core::Paths::standard(QCoreApplication::applicationDirPath()))
        , m_highlighter(theme)
        , m_window({{m_application.paths(), m_application.settings(), m_application.course(),
                     m_application.store(), m_application.progress(), m_application.checks(), theme},
                    m_application.session(),
                    m_application.analyst(),
                    m_application.journal(),
                    theme,
                    m_highlighter})
    {
        m_window.restore(files);
        for (const QString &notice : m_application.notices()) {
            m_window.showNotice(notice);
        }
        QTimer::singleShot(800, &m_window, [this] { m_application.analyst().warmUp(); });
    }

    [[nodiscard]] Ui::MainWindow &window() { return m_window; }
    [[nodiscard]] Application &application() { return m_application; }

private:
    Application m_application;
    Ui::CodeHighlighter m_highlighter;
    Ui::MainWindow m_window; // last: it uses all of the above until it is gone
};

void chooseTheme(Ui::Theme &theme, const std::optional<Core::ThemeChoice> &choice)
{
    const Core::Settings settings(
        Core::Paths::standard(QCoreApplication::applicationDirPath()).settingsFile());
    theme.setChoice(choice.value_or(settings.theme()));
    theme.setHighContrast(settings.usesHighContrast());
    theme.setZoomPercent(settings.zoomPercent());
    theme.setFonts(settings.codeFont(), settings.lessonFont());
}

/// Prints the milliseconds since main() at which the window is on screen and the prompt is free, then quits.
void reportStart(Workbench &workbench, const QElapsedTimer &clock)
{
    auto *timer = new QTimer(&workbench.window());
    QObject::connect(timer, &QTimer::timeout, &workbench.window(), [&workbench, &clock, timer] {
        if (workbench.window().isVisible()
            && workbench.application().session().state() == Runner::SessionState::Idle) {
            timer->stop();
            std::printf("ready %lld\n", static_cast<long long>(clock.elapsed()));
            std::fflush(stdout);
            QTimer::singleShot(300, &workbench.window(), &QWidget::close);
        }
    });
    timer->start(1);
}

int runTour(QApplication &application, Ui::Theme &theme, const QString &folder)
{
    std::optional<Workbench> workbench;
    Ui::Tour tour(
        theme, folder,
        [&]() -> Ui::MainWindow & {
            workbench.emplace(theme, QStringList());
            workbench->window().show();
            return workbench->window();
        },
        [&] { workbench.reset(); });
    QObject::connect(&tour, &Ui::Tour::finished, &application,
                     [&application](int exitCode) { application.exit(exitCode); });
    tour.start();
    return application.exec();
}

/// A descriptor that was closed by whoever started us would else be given to something of ours, and take
/// part in what is read and written.
void openStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0) {
            (void)::open("/dev/null", O_RDWR); // the lowest that is free: this one
        }
    }
}

int runPrompt(int argc, char *argv[], const Terminal::PromptRequest &request)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("skillet"));
    return Terminal::runPrompt(request, Core::Paths::standard(QCoreApplication::applicationDirPath()));
}

int runExplain(int argc, char *argv[], const Explain::ExplainRequest &request)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("skillet"));
    return Explain::runExplain(request, Core::Paths::standard(QCoreApplication::applicationDirPath()));
}

int runCheck(int argc, char *argv[], const Authoring::CheckRequest &request)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("skillet"));
    return Authoring::runCheck(request, Core::Paths::standard(QCoreApplication::applicationDirPath()));
}

int runCourse(int argc, char *argv[], const Authoring::CourseRequest &request)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("skillet"));
    return Authoring::runCourse(request, Core::Paths::standard(QCoreApplication::applicationDirPath()));
}

int runWindow(int argc, char *argv[], const WindowRequest &request, const QElapsedTimer &clock)
{
    if (!hasDisplay()) {
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(translated("skillet: there is no display to open a window on (DISPLAY and "
                                      "WAYLAND_DISPLAY are not set). Start it from a desktop, or under "
                                      "xvfb-run. The prompt works without one: skillet prompt.")));
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("skillet"));
    QApplication::setApplicationDisplayName(QStringLiteral("Skillet"));
    QApplication::setApplicationVersion(QLatin1String(SKILLET_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.skillet.Skillet"));
    QApplication::setWindowIcon(programIcon());
    if (!request.tourFolder.isEmpty()) {
        Ui::Tour::useHomeOfItsOwn();
    }
    Core::startLogging(Core::Paths::standard(QCoreApplication::applicationDirPath()).logFile());
    Ui::Theme theme;
    chooseTheme(theme, request.theme);
    theme.applyTo(application);
    if (!request.tourFolder.isEmpty()) {
        return runTour(application, theme, request.tourFolder);
    }
    Workbench workbench(theme, request.files);
    // The window is gone at once when it is closed; the learner's program may take a moment to end.
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&workbench.application().session(), &Runner::Session::ended, &application,
                     &QApplication::quit);
    workbench.window().show();
    if (request.reportStart) {
        reportStart(workbench, clock);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer clock;
    clock.start();
    openStandardDescriptors();
    const Command command = readCommandLine(argc, argv);
    if (const auto *done = std::get_if<Done>(&command)) {
        return done->status;
    }
    if (const auto *prompt = std::get_if<Terminal::PromptRequest>(&command)) {
        return runPrompt(argc, argv, *prompt);
    }
    if (const auto *explain = std::get_if<Explain::ExplainRequest>(&command)) {
        return runExplain(argc, argv, *explain);
    }
    if (const auto *check = std::get_if<Authoring::CheckRequest>(&command)) {
        return runCheck(argc, argv, *check);
    }
    if (const auto *course = std::get_if<Authoring::CourseRequest>(&command)) {
        return runCourse(argc, argv, *course);
    }
    return runWindow(argc, argv, std::get<WindowRequest>(command), clock);
}
