// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/coursefiles.h"

#include "core/text.h"
#include "course/lessontext.h"
#include "course/messages.h"
#include "course/tablereader.h"

#include <QFileInfo>

#include <utility>

namespace Skillet::Course {

CourseFiles::CourseFiles(QString courseFolder, QList<Problem> &problems)
    : m_courseFolder(std::move(courseFolder))
    , m_problems(problems)
{ }

bool CourseFiles::isLinkOut(const QFileInfo &info) const
{
    return info.isSymLink()
        && !info.canonicalFilePath().startsWith(QFileInfo(m_courseFolder).canonicalFilePath()
                                                + QLatin1Char('/'));
}

bool CourseFiles::require(TableReader &reader, int line, const QString &folder, const QString &name) const
{
    if (!Core::isSafeRelativePath(name)) {
        reader.complain(
            line,
            Messages::tr(
                "'%1' may not be used as a file name here: take ASCII letters, digits, '_', '-' and '.', "
                "and stay in the folder.")
                .arg(name));
        return false;
    }
    const QFileInfo info(folder + QLatin1Char('/') + name);
    if (!info.isFile()) {
        reader.complain(line, Messages::tr("The file %1 is missing.").arg(info.filePath()));
    } else if (info.size() > LargestCourseFile) {
        reader.complain(line, Messages::tr("The file %1 is larger than 1 MiB.").arg(info.filePath()));
    } else if (isLinkOut(info)) {
        reader.complain(line,
                        Messages::tr("The file %1 is a link that leaves the course.").arg(info.filePath()));
    } else {
        return true;
    }
    return false;
}

bool CourseFiles::requireText(TableReader &reader, int line, const QString &folder, const QString &name) const
{
    if (!require(reader, line, folder, name)) {
        return false;
    }
    const QString file = folder + QLatin1Char('/') + name;
    const auto text = readSplitText(file);
    if (const auto *failure = std::get_if<TextFailure>(&text)) {
        m_problems.append({file, failure->line, failure->message});
        reader.fail();
        return false;
    }
    return true;
}

} // namespace Skillet::Course
