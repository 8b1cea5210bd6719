// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What the kinds of exercises have beyond the rest: plain values, read from exercise.toml and never changed.
namespace Skillet::Course {

/// The author's words for a wrong answer.
struct AnswerFeedback
{
    QString answer; ///< as the learner gives it, or one of the choices
    QString feedback;
};

enum class QuestionForm {
    Output, ///< all that the program prints
    OutputLine, ///< line `line` of what it prints
    Error, ///< the name of the exception that ends it, or "none"
    Runs, ///< whether line `line` of the program runs: "yes" or "no"
    Times, ///< how often that line runs
    Value, ///< the value of `expression`, at the end or before `line` runs
};

/// Of predict: something to foresee before the program runs.
struct Question
{
    QString ask;
    QString about; ///< as written: `value total at 7 time 3`
    QuestionForm form = QuestionForm::Output;
    int line = 0; ///< from 1; 0: none
    int time = 0; ///< Value at a line: the how-manieth time it runs, from 1; 0: at the end of the program
    QString expression; ///< Value: a name or expression
    QStringList choices; ///< empty: the learner types the answer
    QString answer;
    QString why; ///< to be told afterwards, whatever was said
    QList<AnswerFeedback> wrong;
};

/// Of fix: what the failure comes from.
struct Cause
{
    QString ask;
    QStringList choices; ///< three to five
    QString answer; ///< one of them
    QString why; ///< to be told once it is named
    QList<AnswerFeedback> wrong; ///< of some of the others
};

/// Of test: a faulty version that the learner's tests have to notice.
struct Mutant
{
    QString file; ///< in the exercise's folder
    QString replaces; ///< name of the right version in `data/`
    QString about; ///< what is wrong with it: told when it is noticed, and as a hint while it is not
};

/// The author's words for a line that is not the one.
struct LineFeedback
{
    int line = 0; ///< from 1
    QString feedback;
};

/// Of review: the planted mistake.
struct Flaw
{
    QList<int> lines; ///< of the starter's first file, from 1; each of them is right
    QString why; ///< to be told once it is marked
    QList<LineFeedback> wrong;
};

/// Of explain: what people say wrongly.
struct Misreading
{
    QString says;
    QString feedback;
};

/// Of project: a part of the way.
struct Milestone
{
    QString title;
    QString textFile; ///< absolute path of its Markdown
    int minutes = 0;
    QStringList checks; ///< names of the checks that have to pass
};

/// Filled as the kind has it, otherwise empty.
struct ExerciseParts
{
    QString input; ///< predict, recall, explain: what the program reads from standard input
    QList<Question> questions; ///< predict
    std::optional<Cause> cause; ///< fix; an older exercise has none
    QList<Mutant> mutants; ///< test
    std::optional<Flaw> flaw; ///< review
    QString modelFile; ///< explain: absolute path of the model answer's Markdown
    QStringList points; ///< explain: what a good explanation says
    QList<Misreading> misreadings; ///< explain
    QList<Milestone> milestones; ///< project
};

} // namespace Skillet::Course
