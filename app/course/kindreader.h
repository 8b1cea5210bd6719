// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/coursefiles.h"
#include "course/exercisekinds.h"
#include "course/tablereader.h"

namespace Skillet::Course {

struct Exercise;

/// Reads what an exercise's kind has of its own.
class KindReader final
{
public:
    /// All must outlive it. What is wrong is noted through `reader`, which reads all of exercise.toml.
    KindReader(TableReader &reader, const CourseFiles &files, QList<Problem> &problems);

    /// Fills `exercise.parts`; its kind and files are known already.
    void read(Exercise &exercise);

private:
    void readQuestions(Exercise &exercise);
    [[nodiscard]] Question readQuestion(TableReader &reader);
    void readForm(TableReader &reader, Question &question) const;
    void readCause(Exercise &exercise);
    void readMutants(Exercise &exercise);
    void readFlaw(Exercise &exercise);
    void readExplanation(Exercise &exercise);
    void readMilestones(Exercise &exercise);
    [[nodiscard]] QList<AnswerFeedback> readFeedback(TableReader &reader, const QString &answerKey);
    /// A reader for `table`; its complaints count as complaints of the exercise once `finish` has seen it.
    [[nodiscard]] TableReader below(const TomlValue &table) const;
    void finish(const TableReader &inner);
    void requireCount(const QString &key, qsizetype count, qsizetype least, qsizetype most);

    TableReader &m_reader;
    const CourseFiles &m_files;
    QList<Problem> &m_problems;
};

} // namespace Skillet::Course
