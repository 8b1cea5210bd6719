// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "course/problem.h"

#include <QList>
#include <QString>

/// A course in one file: a zip with course.toml at its top, or in the only folder at its top. Names that
/// begin with a dot are left out.
namespace Skillet::Course {

/// What a pack may be at most. Sizes in bytes.
struct PackLimits
{
    qint64 pack = qint64{256} * 1024 * 1024;
    qint64 file = qint64{64} * 1024 * 1024;
    qint64 unpacked = qint64{512} * 1024 * 1024;
    int files = 20000;
    int growth = 200; ///< times the pack's size; what grows more was made to fill a disk
};

struct InstalledPack
{
    QString folder; ///< `<coursesFolder>/<id of the course>`
    QString id;
    QString title;
    QString version;
    QList<Problem> problems; ///< of items that were left out
};

/// Unpacks the course in the file `pack` into `coursesFolder`, which is made when it is not there. A course
/// of the same id that was there is replaced, and stays whole when anything fails. Runs no code of the
/// course.
[[nodiscard]] Core::Result<InstalledPack> installPack(const QString &pack, const QString &coursesFolder,
                                                      const PackLimits &limits = {});

/// Writes the course in `courseFolder` into the new file `pack`. \return how many files are in it
[[nodiscard]] Core::Result<int> makePack(const QString &courseFolder, const QString &pack);

} // namespace Skillet::Course
