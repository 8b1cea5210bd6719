// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/coursefiles.h"
#include "course/problem.h"

#include <QList>
#include <QString>

#include <optional>

namespace Skillet::Course {

class TableReader;

/// Reads the lessons and exercises of one module. What is wrong with an item is noted as Problems, and the
/// item is then left out.
class ItemLoader final
{
public:
    /// `problems` must outlive the loader. `courseFolder` bounds what symbolic links may lead to.
    ItemLoader(QString courseFolder, QString moduleFolder, QString moduleId, QList<Problem> &problems);

    /// The lesson in `lessons/<name>.md`.
    [[nodiscard]] std::optional<Lesson> loadLesson(const QString &name);
    /// The exercise in `exercises/<name>/`.
    [[nodiscard]] std::optional<Exercise> loadExercise(const QString &name);

private:
    void readExercise(TableReader &reader, Exercise &exercise) const;
    void checkFiles(TableReader &reader, const Exercise &exercise) const;
    void checkWrongAnswers(TableReader &reader, const Exercise &exercise) const;

    CourseFiles m_files;
    QString m_moduleFolder;
    QString m_moduleId;
    QList<Problem> &m_problems;
};

} // namespace Skillet::Course
