// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "core/log.h"
#include "highlighting/codehighlighter.h"
#include "mainwindow.h"
#include "theme/theme.h"
#include "tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QIcon>
#include <QTimer>

#include <cstdio>
#include <optional>

namespace {

using namespace Skillet;

struct Arguments
{
    QStringList files;
    QString tourFolder;
    std::optional<Core::ThemeChoice> theme;
    bool reportStart = false;
};

QString translated(const char *text)
{
    return QCoreApplication::translate("main", text);
}

struct Options
{
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, translated("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")},
                               translated("Show the version.")};
    QCommandLineOption tour{QStringLiteral("tour"),
                            translated("Play the guided tour by itself, in a home of its own, and save a "
                                       "picture of each step in this folder."),
                            translated("folder")};
    QCommandLineOption theme{QStringLiteral("theme"), translated("Colours: desktop, light or dark."),
                             translated("name")};
    QCommandLineOption reportStart{QStringLiteral("report-start"),
                                   translated("Print when the window can be used, then close it.")};
};

std::optional<Core::ThemeChoice> themeNamed(const QString &name)
{
    if (name == QLatin1String("desktop")) {
        return Core::ThemeChoice::Desktop;
    }
    if (name == QLatin1String("light")) {
        return Core::ThemeChoice::Light;
    }
    return name == QLatin1String("dark") ? std::optional(Core::ThemeChoice::Dark) : std::nullopt;
}

/// Says on standard error why the command line cannot be followed.
std::nullopt_t refuse(const QString &message, int &exitCode)
{
    std::fprintf(stderr, "skillet: %s\n%s\n", qUtf8Printable(message),
                 qUtf8Printable(translated("Try skillet --help.")));
    exitCode = 2;
    return std::nullopt;
}

/// Parses, and handles --help and --version, which need no display.
/// \return nothing when the program is to end with `exitCode`
std::optional<Arguments> parse(int argc, char *argv[], int &exitCode)
{
    const QCoreApplication application(argc, argv); // gone again before the one with windows is made
    Options options;
    options.reportStart.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("A workbench for learning Python."));
    parser.addOptions({options.help, options.version, options.tour, options.theme, options.reportStart});
    parser.addPositionalArgument(QStringLiteral("files"), translated("Files to open in the editor."),
                                 QStringLiteral("[files...]"));
    exitCode = 0;
    if (!parser.parse(QCoreApplication::arguments())) {
        return refuse(parser.errorText(), exitCode);
    }
    if (parser.isSet(options.version)) {
        std::printf("skillet %s\n", SKILLET_VERSION);
        return std::nullopt;
    }
    if (parser.isSet(options.help)) {
        std::printf("%s", qUtf8Printable(parser.helpText()));
        return std::nullopt;
    }
    Arguments arguments;
    arguments.files = parser.positionalArguments();
    arguments.tourFolder = parser.value(options.tour);
    arguments.reportStart = parser.isSet(options.reportStart);
    if (parser.isSet(options.theme)) {
        arguments.theme = themeNamed(parser.value(options.theme));
        if (!arguments.theme) {
            return refuse(translated("there is no theme %1. Choose desktop, light or dark.")
                              .arg(parser.value(options.theme)),
                          exitCode);
        }
    }
    return arguments;
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
                     m_application.store(), m_application.progress(), m_application.checks()},
                    m_application.session(),
                    m_application.journal(),
                    theme,
                    m_highlighter})
    {
        m_window.restore(files);
        for (const QString &notice : m_application.notices()) {
            m_window.showNotice(notice);
        }
        QTimer::singleShot(1500, &m_window, [this] { m_application.checks().warmUp(); });
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
    theme.setZoomPercent(settings.zoomPercent());
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

} // namespace

int main(int argc, char *argv[])
{
    QElapsedTimer clock;
    clock.start();
    int exitCode = 0;
    const auto arguments = parse(argc, argv, exitCode);
    if (!arguments) {
        return exitCode;
    }
    if (!hasDisplay()) {
        std::fprintf(
            stderr, "%s\n",
            qUtf8Printable(translated("skillet: there is no display to open a window on (DISPLAY and "
                                      "WAYLAND_DISPLAY are not set). Start it from a desktop, or under "
                                      "xvfb-run.")));
        return 1;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("skillet"));
    QApplication::setApplicationDisplayName(QStringLiteral("Skillet"));
    QApplication::setApplicationVersion(QLatin1String(SKILLET_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.skillet.Skillet"));
    QApplication::setWindowIcon(programIcon());
    if (!arguments->tourFolder.isEmpty()) {
        Ui::Tour::useHomeOfItsOwn();
    }
    Core::startLogging(Core::Paths::standard(QCoreApplication::applicationDirPath()).logFile());
    Ui::Theme theme;
    chooseTheme(theme, arguments->theme);
    theme.applyTo(application);
    if (!arguments->tourFolder.isEmpty()) {
        return runTour(application, theme, arguments->tourFolder);
    }
    Workbench workbench(theme, arguments->files);
    workbench.window().show();
    if (arguments->reportStart) {
        reportStart(workbench, clock);
    }
    return QApplication::exec();
}
