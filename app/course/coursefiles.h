// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/problem.h"

#include <QList>
#include <QString>

class QFileInfo;

namespace Skillet::Course {

class TableReader;

/// Looks whether files that a course names are there and may be used.
class CourseFiles final
{
public:
    /// `problems` must outlive it. `courseFolder` bounds what symbolic links may lead to.
    CourseFiles(QString courseFolder, QList<Problem> &problems);

    /// Complains through `reader`, at `line`, unless `name` is a file below `folder` that may be read.
    bool require(TableReader &reader, int line, const QString &folder, const QString &name) const;
    /// As require(), and it has to be a text with something in it.
    bool requireText(TableReader &reader, int line, const QString &folder, const QString &name) const;
    [[nodiscard]] bool isLinkOut(const QFileInfo &info) const;

private:
    QString m_courseFolder;
    QList<Problem> &m_problems;
};

} // namespace Skillet::Course
