// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>

#include <cstdio>

namespace Skillet {

namespace {

constexpr int statusMisused = 2;

QString translated(const char *text)
{
    return QCoreApplication::translate("main", text);
}

/// Says on standard error why the command line cannot be followed.
Done refuse(const QString &message, const QString &help = QStringLiteral("skillet --help"))
{
    std::fprintf(stderr, "skillet: %s\n%s\n", qUtf8Printable(message),
                 qUtf8Printable(translated("Try %1.").arg(help)));
    return {statusMisused};
}

Done show(const QString &text)
{
    std::printf("%s", qUtf8Printable(text));
    return {};
}

QCommandLineOption helpOption()
{
    return {{QStringLiteral("h"), QStringLiteral("help")}, translated("Show this help.")};
}

std::optional<Core::ThemeChoice> themeNamed(const QString &name)
{
    if (name == QLatin1String("desktop"))
        return Core::ThemeChoice::Desktop;
    if (name == QLatin1String("light"))
        return Core::ThemeChoice::Light;
    return name == QLatin1String("dark") ? std::optional(Core::ThemeChoice::Dark) : std::nullopt;
}

struct WindowOptions
{
    QCommandLineOption help = helpOption();
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

QString otherCommands()
{
    return translated(
        "\nCommands:\n"
        "  prompt [FILE]  Python's prompt in this terminal; see skillet prompt --help.\n"
        "  explain FILE   Run a program and explain its error; see skillet explain --help.\n"
        "  check EXERCISE [FOLDER]\n"
        "                 Judge the answer in a folder, or prove an exercise; see skillet check --help.\n"
        "  course TASK FOLDER\n"
        "                 Prove, begin, pack or install a course; see skillet course --help.\n");
}

Command readWindowRequest(const QStringList &arguments)
{
    WindowOptions options;
    options.reportStart.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineParser parser;
    parser.setApplicationDescription(translated("A workbench for learning Python."));
    parser.addOptions({options.help, options.version, options.tour, options.theme, options.reportStart});
    parser.addPositionalArgument(QStringLiteral("files"), translated("Files to open in the editor."),
                                 QStringLiteral("[files...]"));
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(options.version))
        return show(QStringLiteral("skillet " SKILLET_VERSION "\n"));
    if (parser.isSet(options.help))
        return show(parser.helpText() + otherCommands());
    WindowRequest request;
    request.files = parser.positionalArguments();
    request.tourFolder = parser.value(options.tour);
    request.reportStart = parser.isSet(options.reportStart);
    if (parser.isSet(options.theme)) {
        request.theme = themeNamed(parser.value(options.theme));
        if (!request.theme)
            return refuse(translated("there is no theme %1. Choose desktop, light or dark.")
                              .arg(parser.value(options.theme)));
    }
    return request;
}

QString promptHelp()
{
    return translated(
        "Usage: skillet prompt [options] [FILE | -m MODULE] [arguments...]\n"
        "\n"
        "Python's prompt in this terminal, as python3 -i, on the engine of Skillet's window. It needs no\n"
        "display. FILE or MODULE runs first, and the prompt stays inside it: its names are there to be\n"
        "looked at.\n"
        "Standard input that is no terminal is read as lines typed at the prompt, so that a session can be\n"
        "kept in a file and played again.\n"
        "\n"
        "Options:\n"
        "  -h, --help         Show this help.\n"
        "  -m MODULE          Run this module or package, as python3 -m does. Ends the options.\n"
        "  --environment DIR  Use the packages of the virtual environment in this folder.\n"
        "\n"
        "Keys: Ctrl-C stops what runs or drops the line, Ctrl-D on an empty line leaves, the arrows bring\n"
        "earlier lines back, Ctrl-R searches them.\n"
        "\n"
        "Status at the end: that of exit() or sys.exit() at the prompt, 0 at the end of the input, 2 when\n"
        "FILE cannot be read, the virtual environment cannot be used or Python cannot be started.\n"
        "\n"
        "Examples:\n"
        "  skillet prompt                  a prompt\n"
        "  skillet prompt game.py easy     run game.py with sys.argv[1] == 'easy', and look around in it\n"
        "  skillet prompt -m timeit '2 ** 100'\n"
        "  skillet prompt < session.txt    play a session\n"
        "  echo '2 ** 100' | skillet prompt\n");
}

/// Takes what follows `-m MODULE` off the arguments: it is the module's, whatever it looks like.
QStringList takeModuleArguments(QStringList &arguments, const QString &environmentOption)
{
    for (qsizetype at = 1; at < arguments.size() && arguments[at].startsWith(QLatin1Char('-')); ++at) {
        if (arguments[at] == environmentOption) {
            ++at; // its value
        } else if (arguments[at].startsWith(QLatin1String("-m"))) {
            const qsizetype end = at + (arguments[at].size() == 2 ? 2 : 1);
            const QStringList rest = arguments.mid(end);
            arguments = arguments.mid(0, end);
            return rest;
        }
    }
    return {};
}

/// `arguments` begin with the program and `prompt`. All from FILE on is the learner's program's.
Command readPromptRequest(QStringList arguments)
{
    arguments.removeAt(1);
    const QCommandLineOption help = helpOption();
    const QCommandLineOption module(QStringLiteral("m"), {}, QStringLiteral("MODULE"));
    const QCommandLineOption environment(QStringLiteral("environment"), {}, QStringLiteral("DIR"));
    const QStringList moduleArguments =
        takeModuleArguments(arguments, QLatin1String("--") + environment.names().constFirst());
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOptions({help, module, environment});
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return show(promptHelp());
    QStringList rest = parser.positionalArguments();
    Terminal::PromptRequest request;
    request.module = parser.value(module);
    request.environment = parser.value(environment);
    if (!rest.isEmpty())
        request.file = rest.takeFirst();
    request.arguments = parser.isSet(module) ? moduleArguments : rest;
    if (parser.isSet(module) && request.module.isEmpty())
        return refuse(translated("-m wants the name of a module, as in skillet prompt -m calendar."));
    if (parser.isSet(environment) && request.environment.isEmpty())
        return refuse(translated("--environment wants the folder of a virtual environment."));
    return request;
}

QString explainHelp()
{
    return translated(
        "Usage: skillet explain [options] FILE [arguments...]\n"
        "       skillet explain [options] -\n"
        "\n"
        "Runs the Python program FILE and, when an error ends it, says in plain words what happened, why, "
        "and\n"
        "what to try. With - instead of FILE, looks for tracebacks in the text on standard input: from any\n"
        "Python from 3.8 on, of a log, of pytest or IPython, with colours, several of them.\n"
        "\n"
        "Options:\n"
        "  --json      Print one JSON object instead of words. What the program prints goes to standard "
        "error.\n"
        "  -h, --help  Show this help.\n"
        "\n"
        "The object: {\"version\": 1, \"errors\": [...]}. Each error has type, message, notes, where (file, "
        "line,\n"
        "column, function of the place to look at first, or null), cause (an id that stays the same, or "
        "null\n"
        "when only the class of the error is known), certain, title, why, tries, suggestion (line, before "
        "and\n"
        "after, or null), frames (oldest first), chain (the errors that led to it) and foundAtLine (of the\n"
        "text, or null). Lines count from 1, columns from 0; null is what is not known.\n"
        "\n"
        "Status at the end: 0 when there was no error, 1 when an error was explained, that of sys.exit() "
        "when\n"
        "the program called it, 130 when it was stopped by Ctrl-C, 2 when it cannot be run.\n"
        "\n"
        "Examples:\n"
        "  skillet explain game.py easy            run game.py with sys.argv[1] == 'easy'\n"
        "  skillet explain - < server.log          explain what is in a log\n"
        "  python3 game.py 2>&1 | skillet explain --json -\n");
}

/// `arguments` begin with the program and `explain`. All from FILE on is the learner's program's.
Command readExplainRequest(QStringList arguments)
{
    arguments.removeAt(1);
    const QCommandLineOption help = helpOption();
    const QCommandLineOption json(QStringLiteral("json"));
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.addOptions({help, json});
    if (!parser.parse(arguments))
        return refuse(parser.errorText(), QStringLiteral("skillet explain --help"));
    if (parser.isSet(help))
        return show(explainHelp());
    QStringList rest = parser.positionalArguments();
    if (rest.isEmpty())
        return refuse(translated("there is nothing to explain: name a Python file, or - for standard input."),
                      QStringLiteral("skillet explain --help"));
    Explain::ExplainRequest request;
    request.file = rest.takeFirst();
    request.arguments = rest;
    request.asJson = parser.isSet(json);
    return request;
}

QString checkHelp()
{
    return translated(
        "Usage: skillet check [options] EXERCISE [SUBMISSION]\n"
        "\n"
        "Judges the files in the folder SUBMISSION as the window does: in a fresh worker, without network,\n"
        "with limits, and without a way to read the exercise. Answers that are not code are read from its\n"
        "answers.json. Without SUBMISSION the exercise itself is proven: its starter fails, its solution\n"
        "passes, each wrong answer gets its feedback.\n"
        "EXERCISE is the folder with exercise.toml.\n"
        "\n"
        "Options:\n"
        "  -h, --help  Show this help.\n"
        "  --json      One JSON object: version (1), passed, end (graded, timedOut, crashed, stopped or\n"
        "              refused), message, feedback, output, milliseconds, error (type, message, traceback, "
        "or\n"
        "              null) and outcomes (id, title, status, part, number, message, call, expected, actual, "
        "why,\n"
        "              line; null is what there is not). When an exercise is proven, each outcome that has "
        "failed is\n"
        "              a problem: title says what, call and line where.\n"
        "\n"
        "Status at the end: 0 passed or proven, 1 not, 130 stopped by Ctrl-C, 2 when it cannot be judged.\n"
        "\n"
        "Examples:\n"
        "  skillet check exercises/receipt                  prove an exercise\n"
        "  skillet check exercises/receipt answers/ada      judge an answer\n"
        "  skillet check --json exercises/receipt answers/ada | jq .passed\n");
}

/// `arguments` begin with the program and `check`.
Command readCheckRequest(QStringList arguments)
{
    const QString helpCommand = QStringLiteral("skillet check --help");
    arguments.removeAt(1);
    const QCommandLineOption help = helpOption();
    const QCommandLineOption json(QStringLiteral("json"));
    QCommandLineParser parser;
    parser.addOptions({help, json});
    if (!parser.parse(arguments))
        return refuse(parser.errorText(), helpCommand);
    if (parser.isSet(help))
        return show(checkHelp());
    const QStringList folders = parser.positionalArguments();
    if (folders.isEmpty())
        return refuse(translated("there is nothing to check: name the folder of an exercise."), helpCommand);
    if (folders.size() > 2)
        return refuse(translated("%1 is one folder too many.").arg(folders.at(2)), helpCommand);
    return Authoring::CheckRequest{folders.at(0), folders.value(1), parser.isSet(json)};
}

QString courseHelp()
{
    return translated(
        "Usage: skillet course check FOLDER\n"
        "       skillet course new FOLDER\n"
        "       skillet course pack FOLDER FILE\n"
        "       skillet course install FILE\n"
        "\n"
        "check proves the course in FOLDER, which holds course.toml: its files are complete and fit "
        "together,\n"
        "its links lead somewhere, its pictures have alternative texts, its terms are spelled in one way;\n"
        "what its lessons say is what happens, its solutions pass, its starters fail, its wrong answers get\n"
        "their feedback. Code of the course runs in the sandbox that learners' code runs in. Each problem is "
        "a\n"
        "line on standard output: file:line: message.\n"
        "\n"
        "new makes a small course in FOLDER, which may not be there yet or has to be empty.\n"
        "\n"
        "pack writes the course in FOLDER into the new zip FILE, without hidden files. install unpacks such "
        "a\n"
        "FILE into a folder of this user's own, and says where; no code of the course is run. A pack with\n"
        "names that lead out of it, with links, or made to fill the disk is refused.\n"
        "\n"
        "Status at the end: 0 when nothing is wrong, 1 when there are problems, 130 after Ctrl-C, 2 when it\n"
        "cannot be done.\n"
        "\n"
        "Examples:\n"
        "  skillet course new my-course\n"
        "  skillet course check my-course\n");
}

/// `arguments` begin with the program and `course`.
Command readCourseRequest(QStringList arguments)
{
    const QString helpCommand = QStringLiteral("skillet course --help");
    arguments.removeAt(1);
    const QCommandLineOption help = helpOption();
    QCommandLineParser parser;
    parser.addOptions({help});
    if (!parser.parse(arguments))
        return refuse(parser.errorText(), helpCommand);
    if (parser.isSet(help))
        return show(courseHelp());
    const QStringList words = parser.positionalArguments();
    const QString task = words.value(0);
    if (task == QLatin1String("pack")) {
        if (words.size() != 3)
            return refuse(
                translated("name a folder and a file, as in skillet course pack my-course my-course.zip."),
                helpCommand);
        return Authoring::CourseRequest{Authoring::CourseTask::Pack, words.at(1), words.at(2)};
    }
    const QHash<QString, Authoring::CourseTask> tasks{
        {QStringLiteral("check"), Authoring::CourseTask::Check},
        {QStringLiteral("new"), Authoring::CourseTask::New},
        {QStringLiteral("install"), Authoring::CourseTask::Install}};
    if (!tasks.contains(task))
        return refuse(translated("say what to do with a course: check, new, pack or install."), helpCommand);
    if (words.size() != 2)
        return refuse(translated("name one of them, as in skillet course %1 my-course.").arg(task),
                      helpCommand);
    return Authoring::CourseRequest{tasks.value(task), words.at(1)};
}

} // namespace

Command readCommandLine(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv); // gone again before the one with windows is made
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("prompt"))
        return readPromptRequest(arguments);
    if (arguments.value(1) == QLatin1String("check"))
        return readCheckRequest(arguments);
    if (arguments.value(1) == QLatin1String("course"))
        return readCourseRequest(arguments);
    return arguments.value(1) == QLatin1String("explain") ? readExplainRequest(arguments)
                                                          : readWindowRequest(arguments);
}

} // namespace Skillet
