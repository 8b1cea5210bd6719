// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/kindreader.h"

#include "course/course.h"
#include "course/messages.h"

#include <QRegularExpression>

namespace Skillet::Course {

namespace {

constexpr int LargestLine = 100000;
constexpr int LongestMinutes = 10000;
constexpr qsizetype AnyNumber = 1000;

QString key(const char *name)
{
    return QLatin1String(name);
}

const QRegularExpression &aboutPattern()
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(QStringLiteral(
        "(?<plain>output|error)|(?<form>line|runs|times) (?<line>[1-9][0-9]{0,5})"
        "|value (?<value>\\S.*?)(?: at (?<at>[1-9][0-9]{0,5})(?: time (?<time>[1-9][0-9]{0,5}))?)?")));
    return pattern;
}

QuestionForm formNamed(const QString &name)
{
    if (name == QLatin1String("line"))
        return QuestionForm::OutputLine;
    if (name == QLatin1String("runs"))
        return QuestionForm::Runs;
    if (name == QLatin1String("times"))
        return QuestionForm::Times;
    return name == QLatin1String("error") ? QuestionForm::Error : QuestionForm::Output;
}

} // namespace

KindReader::KindReader(TableReader &reader, const CourseFiles &files, QList<Problem> &problems)
    : m_reader(reader)
    , m_files(files)
    , m_problems(problems)
{ }

void KindReader::read(Exercise &exercise)
{
    switch (exercise.kind) {
    case ExerciseKind::Fix:
        readCause(exercise);
        break;
    case ExerciseKind::Predict:
        readQuestions(exercise);
        break;
    case ExerciseKind::Test:
        readMutants(exercise);
        break;
    case ExerciseKind::Review:
        readFlaw(exercise);
        break;
    case ExerciseKind::Explain:
        readExplanation(exercise);
        break;
    case ExerciseKind::Project:
        readMilestones(exercise);
        break;
    case ExerciseKind::Write:
    case ExerciseKind::Rewrite:
    case ExerciseKind::Recall:
        break;
    }
    exercise.parts.input = m_reader.anyText(key("stdin"));
}

void KindReader::readQuestions(Exercise &exercise)
{
    constexpr qsizetype Most = 4;
    for (const TomlValue *table : m_reader.tables(key("questions"), Presence::Required)) {
        TableReader reader = below(*table);
        exercise.parts.questions.append(readQuestion(reader));
        finish(reader);
    }
    requireCount(key("questions"), exercise.parts.questions.size(), 1, Most);
}

Question KindReader::readQuestion(TableReader &reader)
{
    Question question;
    question.ask = reader.text(key("ask"));
    question.answer = reader.text(key("answer"));
    question.why = reader.text(key("why"));
    question.choices = reader.texts(key("choices"), Presence::Optional);
    question.wrong = readFeedback(reader, key("answer"));
    readForm(reader, question);
    if (!question.choices.isEmpty() && !question.choices.contains(question.answer)) {
        reader.complain(reader.lineOf(key("answer")),
                        Messages::tr("The answer '%1' has to be one of the choices, word for word.")
                            .arg(question.answer));
    }
    return question;
}

void KindReader::readForm(TableReader &reader, Question &question) const
{
    question.about = reader.text(key("about"));
    if (question.about.isEmpty()) {
        return;
    }
    const QRegularExpressionMatch match = aboutPattern().match(question.about);
    if (!match.hasMatch()) {
        reader.complain(reader.lineOf(key("about")),
                        Messages::tr("'about' is '%1'; it can be: output, line 2, error, runs 7, times 7, "
                                     "value total, value total at 7, value total at 7 time 3.")
                            .arg(question.about));
        return;
    }
    question.expression = match.captured(QStringLiteral("value"));
    if (!question.expression.isEmpty()) {
        question.form = QuestionForm::Value;
        question.line = match.captured(QStringLiteral("at")).toInt();
        const QString time = match.captured(QStringLiteral("time"));
        question.time = time.isEmpty() ? (question.line > 0 ? 1 : 0) : time.toInt();
        return;
    }
    question.form =
        formNamed(match.captured(QStringLiteral("plain")) + match.captured(QStringLiteral("form")));
    question.line = match.captured(QStringLiteral("line")).toInt();
}

void KindReader::readCause(Exercise &exercise)
{
    constexpr qsizetype Least = 3;
    constexpr qsizetype Most = 5;
    const TomlValue *table = m_reader.table(key("cause"), Presence::Optional);
    if (!table) {
        return;
    }
    TableReader reader = below(*table);
    Cause cause;
    cause.ask = reader.text(key("ask"));
    cause.choices = reader.texts(key("choices"));
    cause.answer = reader.text(key("answer"));
    cause.why = reader.text(key("why"));
    cause.wrong = readFeedback(reader, key("choice"));
    if (reader.ok() && (cause.choices.size() < Least || cause.choices.size() > Most)) {
        reader.complain(reader.lineOf(key("choices")),
                        Messages::tr("A cause has %1 to %2 choices, here are %3.")
                            .arg(Least)
                            .arg(Most)
                            .arg(cause.choices.size()));
    }
    if (reader.ok() && !cause.choices.contains(cause.answer)) {
        reader.complain(
            reader.lineOf(key("answer")),
            Messages::tr("The answer '%1' has to be one of the choices, word for word.").arg(cause.answer));
    }
    finish(reader);
    exercise.parts.cause = cause;
}

void KindReader::readMutants(Exercise &exercise)
{
    constexpr qsizetype Least = 2;
    for (const TomlValue *table : m_reader.tables(key("mutants"), Presence::Required)) {
        TableReader reader = below(*table);
        Mutant mutant{reader.text(key("file")), reader.text(key("replaces")), reader.text(key("about"))};
        if (reader.ok()) {
            m_files.require(reader, reader.lineOf(key("file")), exercise.folder, mutant.file);
            m_files.require(reader, reader.lineOf(key("replaces")), exercise.folder + QStringLiteral("/data"),
                            mutant.replaces);
        }
        finish(reader);
        exercise.parts.mutants.append(std::move(mutant));
    }
    requireCount(key("mutants"), exercise.parts.mutants.size(), Least, AnyNumber);
}

void KindReader::readFlaw(Exercise &exercise)
{
    const TomlValue *table = m_reader.table(key("flaw"), Presence::Required);
    if (!table) {
        return;
    }
    TableReader reader = below(*table);
    Flaw flaw;
    flaw.lines = reader.numbers(key("lines"), 1, LargestLine);
    flaw.why = reader.text(key("why"));
    for (const TomlValue *entry : reader.tables(key("wrong"), Presence::Optional)) {
        TableReader inner = below(*entry);
        flaw.wrong.append({inner.number(key("line"), 1, LargestLine), inner.text(key("feedback"))});
        finish(inner);
    }
    if (reader.ok() && flaw.lines.isEmpty()) {
        reader.complain(reader.lineOf(key("lines")), Messages::tr("'lines' has to name at least one line."));
    }
    finish(reader);
    exercise.parts.flaw = flaw;
}

void KindReader::readExplanation(Exercise &exercise)
{
    constexpr qsizetype LeastPoints = 3;
    constexpr qsizetype MostPoints = 6;
    constexpr qsizetype LeastMisreadings = 2;
    const QString model = QStringLiteral("model.md");
    m_files.requireText(m_reader, 0, exercise.folder, model);
    exercise.parts.modelFile = exercise.folder + QLatin1Char('/') + model;
    exercise.parts.points = m_reader.texts(key("points"));
    requireCount(key("points"), exercise.parts.points.size(), LeastPoints, MostPoints);
    for (const TomlValue *table : m_reader.tables(key("misreadings"), Presence::Required)) {
        TableReader reader = below(*table);
        exercise.parts.misreadings.append({reader.text(key("says")), reader.text(key("feedback"))});
        finish(reader);
    }
    requireCount(key("misreadings"), exercise.parts.misreadings.size(), LeastMisreadings, AnyNumber);
}

void KindReader::readMilestones(Exercise &exercise)
{
    constexpr qsizetype Least = 3;
    for (const TomlValue *table : m_reader.tables(key("milestones"), Presence::Required)) {
        TableReader reader = below(*table);
        Milestone milestone;
        milestone.title = reader.text(key("title"));
        milestone.minutes = reader.number(key("minutes"), 1, LongestMinutes);
        milestone.checks = reader.texts(key("checks"));
        const QString text = reader.text(key("text"));
        if (!text.isEmpty()) {
            m_files.requireText(reader, reader.lineOf(key("text")), exercise.folder, text);
        }
        milestone.textFile = exercise.folder + QLatin1Char('/') + text;
        if (reader.ok() && milestone.checks.isEmpty()) {
            reader.complain(reader.lineOf(key("checks")),
                            Messages::tr("'checks' has to name at least one check."));
        }
        finish(reader);
        exercise.parts.milestones.append(std::move(milestone));
    }
    requireCount(key("milestones"), exercise.parts.milestones.size(), Least, AnyNumber);
}

QList<AnswerFeedback> KindReader::readFeedback(TableReader &reader, const QString &answerKey)
{
    QList<AnswerFeedback> list;
    for (const TomlValue *table : reader.tables(key("wrong"), Presence::Optional)) {
        TableReader inner = below(*table);
        list.append({inner.text(answerKey), inner.text(key("feedback"))});
        finish(inner);
    }
    return list;
}

TableReader KindReader::below(const TomlValue &table) const
{
    return {table, m_reader.file(), m_problems};
}

void KindReader::finish(const TableReader &inner)
{
    if (!inner.ok()) {
        m_reader.fail();
    }
}

void KindReader::requireCount(const QString &name, qsizetype count, qsizetype least, qsizetype most)
{
    if ((count >= least && count <= most) || !m_reader.has(name)) {
        return; // that it is missing was said already
    }
    const int line = m_reader.lineOf(name);
    if (most == AnyNumber) {
        m_reader.complain(
            line,
            Messages::tr("'%1' needs at least %2 entries, here are %3.").arg(name).arg(least).arg(count));
    } else {
        m_reader.complain(line,
                          Messages::tr("'%1' needs %2 to %3 entries, here are %4.")
                              .arg(name)
                              .arg(least)
                              .arg(most)
                              .arg(count));
    }
}

} // namespace Skillet::Course
