// SPDX-License-Identifier: GPL-3.0-or-later
#include "practicecontroller.h"

#include "checks/checkspane.h"
#include "core/paths.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "highlighting/codehighlighter.h"
#include "lesson/lessonview.h"
#include "practice/answersheet.h"
#include "workspace/journal.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;

class PracticeControllerTest final : public QObject
{
    Q_OBJECT

    struct Window
    {
        Window(const Theme &theme, const CodeHighlighter &highlighter)
            : editor(theme, highlighter, journal)
            , checks(theme)
            , lesson(theme, highlighter)
        {
            paths.workspace = folder.filePath(QStringLiteral("work"));
            practice = std::make_unique<PracticeController>(
                paths, theme, PracticeController::Panes{checks, editor, lesson}, nullptr);
        }

        QTemporaryDir folder;
        Core::Paths paths;
        Workspace::Journal journal{folder.filePath(QStringLiteral("journal"))};
        EditorArea editor;
        ChecksPane checks;
        LessonView lesson;
        std::unique_ptr<PracticeController> practice;
    };

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    std::unique_ptr<Window> m_window;

    [[nodiscard]] QString path(const char *name) const
    {
        return m_window->folder.filePath(QLatin1String(name));
    }
    void write(const char *name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    [[nodiscard]] Course::Exercise exercise(Course::ExerciseKind kind) const
    {
        Course::Exercise exercise;
        exercise.id = QStringLiteral("values/one");
        exercise.kind = kind;
        exercise.folder = path("course/one");
        exercise.files = {QStringLiteral("program.py")};
        Course::Question question;
        question.ask = QStringLiteral("What?");
        question.answer = QStringLiteral("5");
        exercise.parts.questions = {question};
        return exercise;
    }

private Q_SLOTS:
    void init() { m_window = std::make_unique<Window>(m_theme, m_highlighter); }

    void filesBegin_asTheKindHasThem_withTheirData()
    {
        write("course/one/starter/program.py", "x = 1\n");
        write("course/one/data/deep/prices.csv", "a,1\n");
        const auto folder = PracticeController::prepareFiles(m_window->paths.workspace,
                                                             exercise(Course::ExerciseKind::Predict));
        QVERIFY(folder.ok());
        QCOMPARE(read("work/values/one/program.py"), QByteArray("x = 1\n"));
        QCOMPARE(read("work/values/one/deep/prices.csv"), QByteArray("a,1\n"));
        const Course::Exercise predict = exercise(Course::ExerciseKind::Predict);
        QVERIFY(PracticeController::isUntouched(m_window->paths.workspace, predict));
        write("work/values/one/program.py", "x = 2\n");
        QVERIFY(!PracticeController::isUntouched(m_window->paths.workspace, predict));
        // What the learner changed stays.
        write("work/values/one/deep/prices.csv", "mine\n");
        QVERIFY(PracticeController::prepareFiles(m_window->paths.workspace,
                                                 exercise(Course::ExerciseKind::Predict))
                    .ok());
        QCOMPARE(read("work/values/one/deep/prices.csv"), QByteArray("mine\n"));
        Course::Exercise recall = exercise(Course::ExerciseKind::Recall);
        recall.id = QStringLiteral("values/two");
        QVERIFY(PracticeController::prepareFiles(m_window->paths.workspace, recall).ok());
        QCOMPARE(read("work/values/two/program.py"), QByteArray());
    }

    void answers_areKept_andThereAgain()
    {
        const Course::Exercise predict = exercise(Course::ExerciseKind::Predict);
        QVERIFY(QDir().mkpath(path("work/values/one")));
        const QSignalSpy shown(m_window->practice.get(), &PracticeController::sheetShown);
        const QSignalSpy problems(m_window->practice.get(), &PracticeController::problemOccurred);
        m_window->practice->showExercise(&predict);
        QCOMPARE(shown.size(), 1);
        QVERIFY(!m_window->practice->isReady());
        QCOMPARE(problems.size(), 1);
        auto *line = m_window->checks.findChild<AnswerSheet *>()->findChild<QLineEdit *>();
        QTest::keyClicks(line, QStringLiteral("6"));
        QVERIFY(m_window->practice->isReady());
        QTRY_VERIFY(read("work/values/one/answers.json").contains("\"6\"")); // by itself
        QTest::keyClicks(line, QStringLiteral("7"));
        m_window->practice->showExercise(nullptr); // writes what is not written yet
        QVERIFY(read("work/values/one/answers.json").contains("\"67\""));
        QVERIFY(m_window->practice->isReady());
        m_window->practice->showExercise(&predict);
        const auto sheets = m_window->checks.findChildren<AnswerSheet *>();
        QCOMPARE(sheets.last()->findChild<QLineEdit *>()->text(), QStringLiteral("67"));
    }

    void answersThatCannotBeWritten_areTold()
    {
        const Course::Exercise predict = exercise(Course::ExerciseKind::Predict);
        m_window->practice->showExercise(&predict); // its folder is not there
        QTest::keyClicks(m_window->checks.findChild<AnswerSheet *>()->findChild<QLineEdit *>(),
                         QStringLiteral("6"));
        const auto saved = m_window->practice->save();
        QVERIFY(!saved.ok());
        QVERIFY2(saved.error().message.contains(QStringLiteral("answers.json")),
                 qPrintable(saved.error().message));
    }

    void typingInTheExercisesFile_hidesWhatIsToBeRecalled()
    {
        write("course/one/solution/program.py", "x = 1\n");
        const Course::Exercise recall = exercise(Course::ExerciseKind::Recall);
        const auto folder = PracticeController::prepareFiles(m_window->paths.workspace, recall);
        QVERIFY(folder.ok());
        m_window->practice->showExercise(&recall);
        const auto *snippet = m_window->checks.findChild<AnswerSheet *>()->findChild<QTextEdit *>();
        write("elsewhere.py", "");
        QVERIFY(m_window->editor.openFile(path("elsewhere.py")).ok());
        QTest::keyClicks(m_window->editor.currentEditor(), QStringLiteral("y"));
        QTest::qWait(50);
        QVERIFY(!snippet->isHidden());
        QVERIFY(m_window->editor.openFile(path("work/values/one/program.py")).ok());
        QTest::keyClicks(m_window->editor.currentEditor(), QStringLiteral("y"));
        QTRY_VERIFY(snippet->isHidden());
    }
};

QTEST_MAIN(PracticeControllerTest)
#include "tst_practicecontroller.moc"
