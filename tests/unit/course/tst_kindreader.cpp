// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/courseloader.h"
#include "coursebuilder.h"

#include <QtTest>

using namespace Skillet::Course;

namespace {

constexpr char Folder[] = "core/basics/exercises/one/";

/// Lines 1 to 6 are the same for all kinds.
const QByteArray Head = R"(title = "Exercise"
minutes = 3
concepts = ["names"]
files = ["program.py"]
hints = ["a", "b", "c"]
stdin = "Ada\n"
)";

const QByteArray Wrong = R"([[wrong]]
file = "wrong/a.py"
feedback = "Not a."
[[wrong]]
file = "wrong/b.py"
feedback = "Not b."
)";

const QByteArray Predict = R"(kind = "predict"
[[questions]]
ask = "What is total?"
about = "value len(total) at 7 time 3"
choices = ["4", "5"]
answer = "5"
why = "It grows."
[[questions.wrong]]
answer = "4"
feedback = "One more."
[[questions]]
ask = "How often?"
about = "times 2"
answer = "3"
why = "A loop."
)";

const QByteArray Fix = R"(kind = "fix"
[cause]
ask = "Why?"
choices = ["a", "b", "c"]
answer = "b"
why = "Since."
[[cause.wrong]]
choice = "a"
feedback = "Not a."
)";

const QByteArray Test = R"(kind = "test"
[[mutants]]
file = "mutants/one.py"
replaces = "stock.py"
about = "It forgets."
[[mutants]]
file = "mutants/two.py"
replaces = "stock.py"
about = "It doubles."
)";

const QByteArray Review = R"(kind = "review"
[flaw]
lines = [12, 13]
why = "Off by one."
[[flaw.wrong]]
line = 9
feedback = "Look further."
)";

const QByteArray Explain = R"(kind = "explain"
points = ["says a", "says b", "says c"]
[[misreadings]]
says = "It stops."
feedback = "It goes on."
[[misreadings]]
says = "It fails."
feedback = "It does not."
)";

const QByteArray Project = R"(kind = "project"
[[milestones]]
title = "Read"
text = "milestones/read.md"
minutes = 40
checks = ["test_a", "test_b"]
[[milestones]]
title = "Count"
text = "milestones/read.md"
minutes = 20
checks = ["test_c"]
[[milestones]]
title = "Print"
text = "milestones/read.md"
minutes = 20
checks = ["test_d"]
)";

void fill(CourseBuilder &builder, const QByteArray &toml)
{
    const auto write = [&builder](const char *name, const QByteArray &content) {
        builder.write((QByteArray(Folder) + name).constData(), content);
    };
    write("exercise.toml", Head + toml + Wrong);
    for (const char *name : {"mutants/one.py", "mutants/two.py", "data/stock.py"}) {
        write(name, "pass\n");
    }
    write("model.md", "It does.\n");
    write("milestones/read.md", "Read.\n");
}

Exercise load(const QByteArray &toml)
{
    CourseBuilder builder;
    fill(builder, toml);
    const auto loaded = loadCourse(builder.folder());
    if (!loaded.ok() || !builder.isValid() || !loaded.value().problems.isEmpty()) {
        qWarning() << (loaded.ok() ? loaded.value().problems.constFirst().toString() : QString());
        return {};
    }
    const Exercise *exercise = loaded.value().course.exercise(QStringLiteral("basics/one"));
    return exercise ? *exercise : Exercise();
}

} // namespace

class TestKindReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void predict_hasItsQuestions();
    void forms_areRead_data();
    void forms_areRead();
    void fix_hasItsCause();
    void olderFix_hasNone();
    void test_hasItsMutants();
    void review_hasItsFlaw();
    void explain_hasPointsAndMisreadings();
    void project_hasItsMilestones();
    void filesThatAKindDoesNotHave_areNotAskedFor_data();
    void filesThatAKindDoesNotHave_areNotAskedFor();
    void brokenPart_namesItsLineAndTheRestStays_data();
    void brokenPart_namesItsLineAndTheRestStays();
};

void TestKindReader::predict_hasItsQuestions()
{
    const Exercise exercise = load(Predict);
    QCOMPARE(exercise.kind, ExerciseKind::Predict);
    QCOMPARE(exercise.parts.input, QStringLiteral("Ada\n"));
    QCOMPARE(exercise.parts.questions.size(), 2);
    const Question &question = exercise.parts.questions.constFirst();
    QCOMPARE(question.ask, QStringLiteral("What is total?"));
    QCOMPARE(question.form, QuestionForm::Value);
    QCOMPARE(question.expression, QStringLiteral("len(total)"));
    QCOMPARE(question.line, 7);
    QCOMPARE(question.time, 3);
    QCOMPARE(question.choices, (QStringList{QStringLiteral("4"), QStringLiteral("5")}));
    QCOMPARE(question.answer, QStringLiteral("5"));
    QCOMPARE(question.why, QStringLiteral("It grows."));
    QCOMPARE(question.wrong.size(), 1);
    QCOMPARE(question.wrong.constFirst().feedback, QStringLiteral("One more."));
    QVERIFY(exercise.parts.questions.at(1).choices.isEmpty());
}

void TestKindReader::forms_areRead_data()
{
    QTest::addColumn<QByteArray>("about");
    QTest::addColumn<QuestionForm>("form");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("time");
    QTest::newRow("output") << QByteArray("output") << QuestionForm::Output << 0 << 0;
    QTest::newRow("line") << QByteArray("line 2") << QuestionForm::OutputLine << 2 << 0;
    QTest::newRow("error") << QByteArray("error") << QuestionForm::Error << 0 << 0;
    QTest::newRow("runs") << QByteArray("runs 17") << QuestionForm::Runs << 17 << 0;
    QTest::newRow("times") << QByteArray("times 3") << QuestionForm::Times << 3 << 0;
    QTest::newRow("value") << QByteArray("value a") << QuestionForm::Value << 0 << 0;
    QTest::newRow("value at") << QByteArray("value a at 4") << QuestionForm::Value << 4 << 1;
    QTest::newRow("value time") << QByteArray("value a at 4 time 2") << QuestionForm::Value << 4 << 2;
}

void TestKindReader::forms_areRead()
{
    QFETCH(QByteArray, about);
    const Exercise exercise = load(QByteArray(Predict).replace("times 2", about));
    QCOMPARE(exercise.parts.questions.size(), 2);
    const Question &question = exercise.parts.questions.at(1);
    QTEST(question.form, "form");
    QTEST(question.line, "line");
    QTEST(question.time, "time");
    QCOMPARE(question.about, QString::fromUtf8(about));
}

void TestKindReader::fix_hasItsCause()
{
    const Exercise exercise = load(Fix);
    QVERIFY(exercise.parts.cause);
    QCOMPARE(exercise.parts.cause->ask, QStringLiteral("Why?"));
    QCOMPARE(exercise.parts.cause->choices.size(), 3);
    QCOMPARE(exercise.parts.cause->answer, QStringLiteral("b"));
    QCOMPARE(exercise.parts.cause->wrong.constFirst().answer, QStringLiteral("a"));
}

void TestKindReader::olderFix_hasNone()
{
    const Exercise exercise = load("kind = \"fix\"\n");
    QCOMPARE(exercise.kind, ExerciseKind::Fix);
    QVERIFY(!exercise.parts.cause);
}

void TestKindReader::test_hasItsMutants()
{
    const Exercise exercise = load(Test);
    QCOMPARE(exercise.parts.mutants.size(), 2);
    QCOMPARE(exercise.parts.mutants.at(1).file, QStringLiteral("mutants/two.py"));
    QCOMPARE(exercise.parts.mutants.at(1).replaces, QStringLiteral("stock.py"));
    QCOMPARE(exercise.parts.mutants.at(1).about, QStringLiteral("It doubles."));
}

void TestKindReader::review_hasItsFlaw()
{
    const Exercise exercise = load(Review);
    QVERIFY(exercise.parts.flaw);
    QCOMPARE(exercise.parts.flaw->lines, (QList<int>{12, 13}));
    QCOMPARE(exercise.parts.flaw->why, QStringLiteral("Off by one."));
    QCOMPARE(exercise.parts.flaw->wrong.constFirst().line, 9);
}

void TestKindReader::explain_hasPointsAndMisreadings()
{
    const Exercise exercise = load(Explain);
    QCOMPARE(exercise.parts.points.size(), 3);
    QCOMPARE(exercise.parts.misreadings.at(1).says, QStringLiteral("It fails."));
    QCOMPARE(exercise.parts.modelFile, exercise.folder + QStringLiteral("/model.md"));
}

void TestKindReader::project_hasItsMilestones()
{
    const Exercise exercise = load(Project);
    QCOMPARE(exercise.parts.milestones.size(), 3);
    const Milestone &milestone = exercise.parts.milestones.constFirst();
    QCOMPARE(milestone.title, QStringLiteral("Read"));
    QCOMPARE(milestone.minutes, 40);
    QCOMPARE(milestone.textFile, exercise.folder + QStringLiteral("/milestones/read.md"));
    QCOMPARE(milestone.checks, (QStringList{QStringLiteral("test_a"), QStringLiteral("test_b")}));
}

void TestKindReader::filesThatAKindDoesNotHave_areNotAskedFor_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArrayList>("absent");
    QTest::newRow("predict") << Predict << QByteArrayList{"solution/program.py", "checks.py"};
    QTest::newRow("explain") << Explain << QByteArrayList{"solution/program.py", "checks.py"};
    QTest::newRow("recall") << QByteArray("kind = \"recall\"\n")
                            << QByteArrayList{"starter/program.py", "checks.py"};
    QTest::newRow("test") << Test << QByteArrayList{"checks.py"};
}

void TestKindReader::filesThatAKindDoesNotHave_areNotAskedFor()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArrayList, absent);
    CourseBuilder builder;
    fill(builder, toml);
    for (const QByteArray &name : absent) {
        builder.remove((Folder + name).constData());
    }
    QVERIFY(builder.isValid());
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(loaded.ok());
    QVERIFY2(loaded.value().problems.isEmpty(),
             loaded.value().problems.isEmpty() ? ""
                                               : qPrintable(loaded.value().problems.constFirst().toString()));
    QVERIFY(loaded.value().course.exercise(QStringLiteral("basics/one")));
}

void TestKindReader::brokenPart_namesItsLineAndTheRestStays_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("line");
    QTest::newRow("no questions") << QByteArray("kind = \"predict\"\n") << QByteArray() << QByteArray() << 1;
    QTest::newRow("form") << Predict << QByteArray("times 2") << QByteArray("often 2") << 19;
    QTest::newRow("choice") << Predict << QByteArray("\"5\"]") << QByteArray("\"6\"]") << 12;
    QTest::newRow("feedback") << Predict << QByteArray("feedback = \"One more.\"") << QByteArray() << 14;
    QTest::newRow("few choices") << Fix << QByteArray(", \"c\"") << QByteArray() << 10;
    QTest::newRow("cause's answer") << Fix << QByteArray("answer = \"b\"") << QByteArray("answer = \"B\"")
                                    << 11;
    QTest::newRow("cause as list") << Fix << QByteArray("[cause]\n") << QByteArray("[[cause]]\n") << 8;
    QTest::newRow("one mutant") << QByteArray(Test).left(Test.indexOf("[[mutants]]\nfile = \"mutants/two"))
                                << QByteArray() << QByteArray() << 8;
    QTest::newRow("no mutant") << Test << QByteArray("mutants/two") << QByteArray("mutants/three") << 13;
    QTest::newRow("mutant outside") << Test << QByteArray("mutants/two") << QByteArray("../two/starter")
                                    << 13;
    QTest::newRow("mutant of nothing")
        << Test << QByteArray("\"stock.py\"") << QByteArray("\"shelf.py\"") << 10;
    QTest::newRow("flaw's lines") << Review << QByteArray("[12, 13]") << QByteArray("[12, 0]") << 9;
    QTest::newRow("flaw's line") << Review << QByteArray("line = 9") << QByteArray("line = \"9\"") << 12;
    QTest::newRow("points") << Explain << QByteArray(", \"says c\"") << QByteArray() << 8;
    QTest::newRow("misreading") << Explain << QByteArray("says = \"It fails.\"") << QByteArray() << 12;
    QTest::newRow("milestone's text") << Project << QByteArray("read.md") << QByteArray("gone.md") << 10;
    QTest::newRow("milestone's checks") << Project << QByteArray("[\"test_c\"]") << QByteArray("[]") << 17;
    QTest::newRow("milestone's minutes")
        << Project << QByteArray("minutes = 40") << QByteArray("minutes = 0") << 11;
}

void TestKindReader::brokenPart_namesItsLineAndTheRestStays()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, line);
    if (!before.isEmpty()) {
        QVERIFY(toml.contains(before));
        toml.replace(toml.indexOf(before), before.size(), after);
    }
    CourseBuilder builder;
    fill(builder, toml);
    const auto loaded = loadCourse(builder.folder());
    QVERIFY(builder.isValid());
    QVERIFY(loaded.ok());
    QVERIFY(!loaded.value().problems.isEmpty());
    const Problem &problem = loaded.value().problems.constFirst();
    QCOMPARE(problem.file, builder.path("core/basics/exercises/one/exercise.toml"));
    QVERIFY2(problem.line == line, qPrintable(problem.toString()));
    QVERIFY(!loaded.value().course.exercise(QStringLiteral("basics/one")));
    QVERIFY(loaded.value().course.exercise(QStringLiteral("basics/two")));
}

QTEST_APPLESS_MAIN(TestKindReader)
#include "tst_kindreader.moc"
