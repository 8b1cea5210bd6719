// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/courseloader.h"
#include "coursebuilder.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace Skillet::Course;
using Skillet::Core::ErrorCode;

namespace {
constexpr char ExerciseFile[] = "core/basics/exercises/one/exercise.toml";
}

class TestCourseLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadCourse_readsEverything();
    void loadCourse_readsTheCourseThatShips();
    void missingCourse_namesFileAndWayOut();
    void brokenCourseFile_namesFileAndLine_data();
    void brokenCourseFile_namesFileAndLine();
    void newerFormat_isRefused();
    void brokenPart_isLeftOutAndTheRestStays_data();
    void brokenPart_isLeftOutAndTheRestStays();
    void missingFile_leavesTheExerciseOut_data();
    void missingFile_leavesTheExerciseOut();
    void unknownPrerequisite_isDroppedAndTheExerciseStays();
    void brokenModule_countsAsNotWritten();
    void moduleFolderOutsideTheCourse_isRefused();
    void linkOutOfTheCourse_isRefused();
    void tooLargeFile_isRefused();
    void invalidUtf8_namesTheLine();
    void manyStrangeBytes_neverCrash();
};

void TestCourseLoader::loadCourse_readsEverything()
{
    CourseBuilder builder;
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    QVERIFY(loaded.value().problems.isEmpty());

    const Course &course = loaded.value().course;
    QCOMPARE(course.id, QStringLiteral("demo"));
    QCOMPARE(course.title, QStringLiteral("Demo"));
    QCOMPARE(course.version, QStringLiteral("1.2"));
    QCOMPARE(course.folder, builder.folder());
    QCOMPARE(course.stages.size(), 1);
    QCOMPARE(course.stages.at(0).goal, QStringLiteral("Begin."));
    const QList<Module> &modules = course.stages.at(0).modules;
    QCOMPARE(modules.size(), 2);
    QCOMPARE(modules.at(0).title, QStringLiteral("Basics"));
    QVERIFY(modules.at(0).written);
    QCOMPARE(modules.at(1).title, QStringLiteral("Later"));
    QVERIFY(!modules.at(1).written);

    const Lesson *lesson = course.lesson(QStringLiteral("basics/first"));
    QVERIFY(lesson);
    QCOMPARE(lesson->title, QStringLiteral("First"));
    QCOMPARE(lesson->minutes, 5);
    QCOMPARE(lesson->concepts, QStringList{QStringLiteral("names")});
    QCOMPARE(lesson->file, builder.path("core/basics/lessons/first.md"));

    const Exercise *exercise = course.exercise(QStringLiteral("basics/two"));
    QVERIFY(exercise);
    QCOMPARE(exercise->kind, ExerciseKind::Write);
    QCOMPARE(exercise->files, QStringList{QStringLiteral("program.py")});
    QCOMPARE(exercise->hints.size(), 3);
    QCOMPARE(exercise->prerequisites, QStringList{QStringLiteral("basics/first")});
    QCOMPARE(exercise->taskFile, builder.path("core/basics/exercises/two/task.md"));
}

void TestCourseLoader::loadCourse_readsTheCourseThatShips()
{
    const auto loaded = loadCourse(QStringLiteral(SKILLET_SOURCE_DIR "/curriculum"));
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    for (const Problem &problem : loaded.value().problems) {
        qWarning("%s", qPrintable(problem.toString()));
    }
    QCOMPARE(loaded.value().problems.size(), 0);
    QVERIFY(loaded.value().course.itemIds().size() >= 11);
}

void TestCourseLoader::missingCourse_namesFileAndWayOut()
{
    const QTemporaryDir empty;
    for (const QString &folder : {empty.path(), empty.filePath(QStringLiteral("nowhere"))}) {
        const auto loaded = loadCourse(folder);
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::NotFound);
        QVERIFY(loaded.error().message.contains(folder + QStringLiteral("/course.toml")));
        QVERIFY(loaded.error().message.contains(QStringLiteral("SKILLET_CURRICULUM")));
    }
}

void TestCourseLoader::brokenCourseFile_namesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("line");
    QTest::newRow("syntax") << QByteArray("title = \"Demo\"") << QByteArray("title = ") << 3;
    QTest::newRow("no id") << QByteArray("id = \"demo\"") << QByteArray() << 1;
    QTest::newRow("id of a wrong type") << QByteArray("id = \"demo\"") << QByteArray("id = 3") << 2;
    QTest::newRow("no format") << QByteArray("format = 1") << QByteArray() << 1;
    QTest::newRow("format of a wrong type") << QByteArray("format = 1") << QByteArray("format = \"1\"") << 1;
    QTest::newRow("format 0") << QByteArray("format = 1") << QByteArray("format = 0") << 1;
    QTest::newRow("not UTF-8") << QByteArray("A course") << QByteArray("A \xFF course") << 5;
}

void TestCourseLoader::brokenCourseFile_namesFileAndLine()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, line);
    CourseBuilder builder;
    builder.edit("course.toml", before, after);
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::Invalid);
    const QString place = builder.path("course.toml") + QStringLiteral(":%1:").arg(line);
    QVERIFY2(loaded.error().message.contains(place), qPrintable(loaded.error().message));
    QVERIFY(loaded.error().message.contains(QStringLiteral("SKILLET_CURRICULUM")));
}

void TestCourseLoader::newerFormat_isRefused()
{
    CourseBuilder builder;
    builder.edit("course.toml", "format = 1", "format = 2");
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(builder.isValid());
    QVERIFY(!loaded.ok());
    QCOMPARE(loaded.error().code, ErrorCode::NewerVersion);
    QVERIFY(loaded.error().message.contains(builder.path("course.toml")));
}

void TestCourseLoader::brokenPart_isLeftOutAndTheRestStays_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("line"); ///< of the first problem
    QTest::addColumn<QStringList>("itemIds"); ///< that are left
    const QByteArray exercise = ExerciseFile;
    const QByteArray lesson = "core/basics/lessons/first.md";
    const QByteArray module = "core/basics/module.toml";
    const QStringList noOne{QStringLiteral("basics/first"), QStringLiteral("basics/two")};
    const QStringList noLesson{QStringLiteral("basics/one"), QStringLiteral("basics/two")};
    const QStringList all{QStringLiteral("basics/first"), QStringLiteral("basics/one"),
                          QStringLiteral("basics/two")};
    const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };

    row("unknown kind") << exercise << QByteArray("\"write\"") << QByteArray("\"juggle\"") << 2 << noOne;
    row("no title") << exercise << QByteArray("title = \"Exercise\"") << QByteArray() << 1 << noOne;
    row("empty title") << exercise << QByteArray("\"Exercise\"") << QByteArray("\" \"") << 1 << noOne;
    row("minutes as text") << exercise << QByteArray("minutes = 3") << QByteArray("minutes = \"3\"") << 3
                           << noOne;
    row("no minutes at all") << exercise << QByteArray("minutes = 3") << QByteArray("minutes = 0") << 3
                             << noOne;
    row("concepts as text") << exercise << QByteArray("[\"names\", \"print\"]") << QByteArray("\"names\"")
                            << 4 << noOne;
    row("number among concepts") << exercise << QByteArray("\"print\"]") << QByteArray("7]") << 4 << noOne;
    row("two hints") << exercise << QByteArray(", \"c\"]") << QByteArray("]") << 7 << noOne;
    row("one wrong answer") << exercise
                            << QByteArray("[[wrong]]\nfile = \"wrong/b.py\"\nfeedback = \"Not b.\"\n")
                            << QByteArray() << 9 << noOne;
    row("wrong answer without feedback")
        << exercise << QByteArray("feedback = \"Not a.\"\n") << QByteArray() << 9 << noOne;
    row("wrong answer as a table") << exercise << QByteArray("[[wrong]]\nfile = \"wrong/b.py\"")
                                   << QByteArray("[other]\nfile = \"wrong/b.py\"") << 9 << noOne;
    row("no files") << exercise << QByteArray("[\"program.py\"]") << QByteArray("[]") << 6 << noOne;
    row("file named twice") << exercise << QByteArray("[\"program.py\"]")
                            << QByteArray("[\"program.py\", \"program.py\"]") << 6 << noOne;
    row("file that leaves the folder") << exercise << QByteArray("[\"program.py\"]")
                                       << QByteArray("[\"../../../../course.toml\"]") << 6 << noOne;
    row("absolute file") << exercise << QByteArray("[\"program.py\"]") << QByteArray("[\"/etc/passwd\"]") << 6
                         << noOne;
    row("wrong answer that leaves the folder")
        << exercise << QByteArray("\"wrong/a.py\"") << QByteArray("\"../two/wrong/a.py\"") << 10 << noOne;
    row("syntax in exercise") << exercise << QByteArray("minutes = 3") << QByteArray("minutes 3") << 3
                              << noOne;
    row("key twice") << exercise << QByteArray("minutes = 3") << QByteArray("kind = \"fix\"") << 3 << noOne;
    row("syntax in front matter") << lesson << QByteArray("minutes = 5") << QByteArray("minutes = five") << 3
                                  << noLesson;
    row("no front matter") << lesson << QByteArray("+++\ntitle") << QByteArray("title") << 1 << noLesson;
    row("front matter not closed") << lesson << QByteArray("+++\n# First") << QByteArray("# First") << 1
                                   << noLesson;
    row("lesson without minutes") << lesson << QByteArray("minutes = 5\n") << QByteArray() << 2 << noLesson;
    row("lesson without text") << lesson << QByteArray("# First\n\nText with an é.\n") << QByteArray(" \n")
                               << 1 << noLesson;
    row("item of no kind") << module << QByteArray("\"lesson:first\"") << QByteArray("\"first\"") << 4
                           << noLesson;
    row("item of another kind") << module << QByteArray("\"lesson:first\"") << QByteArray("\"quiz:first\"")
                                << 4 << noLesson;
    row("item that leaves the folder")
        << module << QByteArray("\"lesson:first\"") << QByteArray("\"lesson:../first\"") << 4 << noLesson;
    row("item twice") << module << QByteArray("\"exercise:two\"")
                      << QByteArray("\"exercise:two\", \"exercise:one\"") << 4 << all;
    row("lesson and exercise of one name") << module << QByteArray("\"exercise:two\"")
                                           << QByteArray("\"exercise:two\", \"exercise:first\"") << 4 << all;
    row("other id") << module << QByteArray("\"basics\"") << QByteArray("\"basis\"") << 1 << all;
    row("module id twice") << QByteArray("course.toml") << QByteArray("\"later\"") << QByteArray("\"basics\"")
                           << 19 << all;
    row("unusable module id") << QByteArray("course.toml") << QByteArray("\"later\"")
                              << QByteArray("\"../later\"") << 19 << all;
    row("module without summary") << QByteArray("course.toml")
                                  << QByteArray("summary = \"Not written yet.\"\n") << QByteArray() << 18
                                  << all;
}

void TestCourseLoader::brokenPart_isLeftOutAndTheRestStays()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, line);
    QFETCH(QStringList, itemIds);
    CourseBuilder builder;
    builder.edit(file.constData(), before, after);
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    // A lesson that is left out may be named as a prerequisite, which adds problems behind the first.
    QVERIFY(!loaded.value().problems.isEmpty());
    const Problem &problem = loaded.value().problems.constFirst();
    QCOMPARE(problem.file, builder.path(file.constData()));
    QVERIFY2(problem.line == line, qPrintable(problem.toString()));
    QVERIFY(problem.message.size() > 10);
    QCOMPARE(loaded.value().course.itemIds(), itemIds);
}

void TestCourseLoader::missingFile_leavesTheExerciseOut_data()
{
    QTest::addColumn<QByteArray>("file");
    for (const char *name : {"exercise.toml", "task.md", "checks.py", "starter/program.py",
                             "solution/program.py", "wrong/a.py"}) {
        QTest::newRow(name) << QByteArray("core/basics/exercises/one/") + name;
    }
}

void TestCourseLoader::missingFile_leavesTheExerciseOut()
{
    QFETCH(QByteArray, file);
    CourseBuilder builder;
    builder.remove(file.constData());
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().problems.size(), 1);
    QVERIFY(loaded.value().problems.constFirst().toString().contains(builder.path(file.constData())));
    QVERIFY(!loaded.value().course.exercise(QStringLiteral("basics/one")));
    QVERIFY(loaded.value().course.exercise(QStringLiteral("basics/two")));
}

void TestCourseLoader::unknownPrerequisite_isDroppedAndTheExerciseStays()
{
    CourseBuilder builder;
    builder.edit(ExerciseFile, "[\"basics/first\"]", "[\"basics/first\", \"basics/ghost\", \"basics/one\"]");
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(builder.isValid());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().problems.size(), 2);
    QVERIFY(loaded.value().problems.at(0).message.contains(QStringLiteral("basics/ghost")));
    const Exercise *exercise = loaded.value().course.exercise(QStringLiteral("basics/one"));
    QVERIFY(exercise);
    QCOMPARE(exercise->prerequisites, QStringList{QStringLiteral("basics/first")});
}

void TestCourseLoader::brokenModule_countsAsNotWritten()
{
    CourseBuilder builder;
    builder.write("core/basics/module.toml", "title = \n");
    const auto broken = loadCourse(builder.folder());
    QVERIFY(broken.ok());
    QCOMPARE(broken.value().problems.size(), 1);
    QCOMPARE(broken.value().problems.constFirst().line, 1);
    const Module &module = broken.value().course.stages.at(0).modules.at(0);
    QVERIFY(!module.written);
    QCOMPARE(module.title, QStringLiteral("Basics as planned"));
    builder.remove("core/basics/module.toml");
    QVERIFY(builder.isValid());
    const auto missing = loadCourse(builder.folder());
    QVERIFY(missing.ok());
    QCOMPARE(missing.value().problems.constFirst().file, builder.path("core/basics/module.toml"));
}

void TestCourseLoader::moduleFolderOutsideTheCourse_isRefused()
{
    CourseBuilder builder;
    builder.edit("course.toml", "\"core/basics\"", "\"core/../../basics\"");
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().problems.size(), 1);
    QCOMPARE(loaded.value().problems.constFirst().line, 16);
    QVERIFY(loaded.value().course.itemIds().isEmpty());
}

void TestCourseLoader::linkOutOfTheCourse_isRefused()
{
    CourseBuilder builder;
    builder.remove("core/basics/exercises/one/task.md");
    QVERIFY(QFile::link(QStringLiteral("/etc/hostname"), builder.path("core/basics/exercises/one/task.md")));
    QVERIFY(
        QDir().rename(builder.path("core/basics/exercises/two"), builder.folder() + QStringLiteral("-two")));
    QVERIFY(
        QFile::link(builder.folder() + QStringLiteral("-two"), builder.path("core/basics/exercises/two")));
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(QDir(builder.folder() + QStringLiteral("-two")).removeRecursively());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().problems.size(), 2);
    QCOMPARE(loaded.value().course.itemIds(), QStringList{QStringLiteral("basics/first")});
}

void TestCourseLoader::tooLargeFile_isRefused()
{
    CourseBuilder builder;
    builder.write("core/basics/exercises/one/task.md", QByteArray(1024 * 1024 + 1, 'x'));
    builder.write("core/basics/lessons/first.md", QByteArray(1024 * 1024 + 1, 'x'));
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().course.itemIds(), QStringList{QStringLiteral("basics/two")});
    QVERIFY(!readText(builder.path("core/basics/lessons/first.md")).ok());
}

void TestCourseLoader::invalidUtf8_namesTheLine()
{
    CourseBuilder builder;
    builder.write("core/basics/exercises/one/task.md", "fine\nfine\nnot \xC3\x28 fine\n");
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().problems.size(), 1);
    QCOMPARE(loaded.value().problems.constFirst().line, 3);
    QVERIFY(loaded.value().problems.constFirst().toString().contains(QStringLiteral("task.md:3: ")));
}

void TestCourseLoader::manyStrangeBytes_neverCrash()
{
    CourseBuilder builder;
    QFile file(builder.path(ExerciseFile));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    file.close();
    int refused = 0;
    for (qsizetype i = 0; i < content.size(); i += 3) {
        for (const char byte : {'\0', '[', '"', '\xFF'}) {
            QByteArray damaged = content;
            damaged[i] = byte;
            builder.write(ExerciseFile, damaged);
            const auto loaded = loadCourse(builder.folder());
            QVERIFY(loaded.ok());
            QVERIFY(loaded.value().course.exercise(QStringLiteral("basics/two")));
            refused += loaded.value().problems.isEmpty() ? 0 : 1;
        }
    }
    QVERIFY(refused > content.size() / 2);
}

QTEST_APPLESS_MAIN(TestCourseLoader)
#include "tst_courseloader.moc"
