// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/answersheet.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet;
using namespace Skillet::Ui;
using Course::ExerciseKind;
using Runner::CheckOutcome;
using Runner::CheckResult;
using Runner::CheckStatus;
using Runner::OutcomePart;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class AnswerSheetsTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<AnswerSheet> m_sheet;

    void write(const char *name, const QByteArray &text) const
    {
        const QString path = m_folder.filePath(s(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] Course::Exercise exercise(ExerciseKind kind) const
    {
        Course::Exercise exercise;
        exercise.kind = kind;
        exercise.folder = m_folder.path();
        exercise.files = {s("program.py")};
        return exercise;
    }
    void show(const Course::Exercise &exercise)
    {
        m_sheet.reset(makeAnswerSheet(exercise, m_theme));
        QVERIFY(m_sheet != nullptr);
        m_sheet->resize(500, 400);
        m_sheet->show();
    }
    [[nodiscard]] bool says(const char *words) const
    {
        for (const QLabel *label : m_sheet->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(s(words)))
                return true;
        }
        return false;
    }
    [[nodiscard]] QRadioButton *choice(const char *words) const
    {
        for (QRadioButton *button : m_sheet->findChildren<QRadioButton *>()) {
            if (button->accessibleName() == s(words))
                return button;
        }
        return nullptr;
    }
    static CheckOutcome outcome(OutcomePart part, int number, CheckStatus status, const char *expected = "",
                                const char *message = "")
    {
        CheckOutcome outcome;
        outcome.part = part;
        outcome.number = number;
        outcome.status = status;
        outcome.expected = s(expected);
        outcome.message = s(message);
        return outcome;
    }
    static Course::Question question(const char *ask, const char *answer, const QStringList &choices = {})
    {
        Course::Question question;
        question.ask = s(ask);
        question.answer = s(answer);
        question.choices = choices;
        question.why = s("Because of line 2.");
        return question;
    }

private Q_SLOTS:
    void kindsThatAskForCodeAlone_haveNone()
    {
        for (const ExerciseKind kind :
             {ExerciseKind::Write, ExerciseKind::Rewrite, ExerciseKind::Test, ExerciseKind::Fix})
            QVERIFY(makeAnswerSheet(exercise(kind), m_theme) == nullptr);
    }

    void predictions_areAsked_kept_andCompared()
    {
        Course::Exercise predict = exercise(ExerciseKind::Predict);
        predict.parts.questions = {question("How often?", "3"), question("Which?", "b", {s("a"), s("b")}),
                                   question("All of it?", "1\n2")};
        show(predict);
        QVERIFY(!m_sheet->isAnswered());
        const QSignalSpy changed(m_sheet.get(), &AnswerSheet::answersChanged);
        QTest::keyClicks(m_sheet->findChild<QLineEdit *>(), s("4"));
        choice("b")->click();
        QVERIFY(!m_sheet->isAnswered());
        QTest::keyClicks(m_sheet->findChild<QPlainTextEdit *>(), s("1\r2"));
        QVERIFY(m_sheet->isAnswered());
        QVERIFY(changed.size() >= 3);
        const QJsonArray expected{s("4"), s("b"), s("1\n2")};
        QCOMPARE(m_sheet->answers().value(s("questions")).toArray(), expected);
        CheckResult result;
        result.outcomes = {
            outcome(OutcomePart::Question, 0, CheckStatus::Failed, "3", "The end does not count."),
            outcome(OutcomePart::Question, 1, CheckStatus::Passed),
            outcome(OutcomePart::Question, 7, CheckStatus::Passed)};
        m_sheet->showResult(result);
        QVERIFY(says("The end does not count. Because of line 2."));
        QVERIFY(says("So it is. Because of line 2."));
        QVERIFY(m_sheet->tells(OutcomePart::Question));
        QVERIFY(!m_sheet->tells(OutcomePart::Check));
        // Another answer is not judged yet.
        QTest::keyClicks(m_sheet->findChild<QLineEdit *>(), s("5"));
        QVERIFY(!says("The end does not count."));
        const QJsonObject kept = m_sheet->answers();
        show(predict);
        m_sheet->setAnswers(kept);
        QCOMPARE(m_sheet->answers(), kept);
    }

    void aCause_isNamed()
    {
        Course::Exercise fix = exercise(ExerciseKind::Fix);
        fix.parts.cause = Course::Cause{s("Why?"), {s("one"), s("a & `b`"), s("three")}, s("one"), {}, {}};
        show(fix);
        QVERIFY(m_sheet->answers().isEmpty());
        choice("a & b")->click();
        QCOMPARE(m_sheet->answers().value(s("cause")).toString(), s("a & `b`"));
        const QJsonObject kept = m_sheet->answers();
        show(fix);
        m_sheet->setAnswers(kept);
        QVERIFY(choice("a & b")->isChecked());
    }

    void theWordsOfAChoice_pressIt()
    {
        Course::Exercise fix = exercise(ExerciseKind::Fix);
        fix.parts.cause = Course::Cause{s("Why?"), {s("one"), s("two")}, s("one"), {}, {}};
        show(fix);
        for (QLabel *label : m_sheet->findChildren<QLabel *>()) {
            if (label->text() == s("two"))
                QTest::mouseClick(label, Qt::LeftButton);
        }
        QVERIFY(choice("two")->isChecked());
    }

    void theFaultyLine_isMarked()
    {
        write("starter/program.py", "a = 1\nb = 2\n\nprint(a)\n");
        Course::Exercise review = exercise(ExerciseKind::Review);
        review.parts.flaw = Course::Flaw{{2}, {}, {}};
        show(review);
        auto *lines = m_sheet->findChild<QListWidget *>();
        QCOMPARE(lines->count(), 4);
        QVERIFY(says("No line is marked yet"));
        lines->setCurrentRow(1);
        QVERIFY(m_sheet->answers().isEmpty()); // only looked at
        QTest::keyClick(lines, Qt::Key_Return);
        QCOMPARE(m_sheet->answers().value(s("line")).toInt(), 2);
        QVERIFY(says("Line 2 is marked"));
        QVERIFY(!lines->item(1)->icon().isNull());
        m_sheet->setAnswers({{s("line"), 99}});
        QVERIFY(m_sheet->answers().isEmpty());
        m_sheet->setAnswers({{s("line"), 4}});
        QCOMPARE(m_sheet->answers().value(s("line")).toInt(), 4);
    }

    void anExplanation_comesBeforeTheModelAnswer()
    {
        write("model.md", "It counts `prices`.");
        Course::Exercise explain = exercise(ExerciseKind::Explain);
        explain.parts.modelFile = m_folder.filePath(s("model.md"));
        explain.parts.points = {s("says that it counts"), s("says when it ends")};
        explain.parts.misreadings = {{s("It sorts."), s("It only counts.")}};
        show(explain);
        auto *compare = m_sheet->findChild<QPushButton *>();
        QVERIFY(!compare->isEnabled());
        QVERIFY(!says("A model answer"));
        QTest::keyClicks(m_sheet->findChild<QPlainTextEdit *>(), s("too short"));
        QVERIFY(!compare->isEnabled());
        m_sheet->findChild<QPlainTextEdit *>()->setPlainText(
            s("It goes through all of the prices. ").repeated(4));
        QVERIFY(compare->isEnabled());
        QVERIFY(!m_sheet->isAnswered());
        compare->click();
        QVERIFY(says("A model answer"));
        QVERIFY(says("Did you say “It sorts.”? It only counts."));
        QVERIFY(m_sheet->isAnswered());
        m_sheet->findChildren<QCheckBox *>().at(1)->click();
        QCOMPARE(m_sheet->answers().value(s("points")).toArray(), QJsonArray{1});
        const QJsonObject kept = m_sheet->answers();
        show(explain);
        m_sheet->setAnswers(kept);
        QVERIFY(says("A model answer"));
        QCOMPARE(m_sheet->answers(), kept);
    }

    void theSnippet_hidesWhenTypingBegins()
    {
        write("solution/program.py", "for n in range(3):\n    print(n)\n");
        show(exercise(ExerciseKind::Recall));
        const auto snippet = [this] {
            return m_sheet->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly) != nullptr
                && m_sheet->findChild<QTextEdit *>()->isVisible();
        };
        QVERIFY(snippet());
        m_sheet->noteTyping();
        QVERIFY(!snippet());
        m_sheet->findChild<QPushButton *>()->click();
        QVERIFY(snippet());
        QVERIFY(m_sheet->isAnswered());
    }

    void milestones_areRead_andMarkedWhenReached()
    {
        Course::Exercise project = exercise(ExerciseKind::Project);
        project.parts.milestones = {{s("Read & clean"), s("/a/read.md"), 40, {}},
                                    {s("Count"), s("/a/count.md"), 20, {}}};
        show(project);
        const QSignalSpy wanted(m_sheet.get(), &AnswerSheet::textWanted);
        const QList<QPushButton *> rows = m_sheet->findChildren<QPushButton *>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0)->text(), s("1. Read && clean (40 min)"));
        rows.at(1)->click();
        QCOMPARE(wanted.first().at(1).toString(), s("/a/count.md"));
        CheckResult result;
        result.outcomes = {outcome(OutcomePart::Milestone, 0, CheckStatus::Passed),
                           outcome(OutcomePart::Milestone, 1, CheckStatus::Failed)};
        m_sheet->showResult(result);
        QCOMPARE(rows.at(0)->accessibleName(), s("1. Read & clean (40 min): reached"));
        QCOMPARE(rows.at(1)->accessibleName(), s("2. Count (20 min): not reached yet"));
    }
};

QTEST_MAIN(AnswerSheetsTest)
#include "tst_answersheets.moc"
