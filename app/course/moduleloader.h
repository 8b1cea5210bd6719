// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/problem.h"

#include <QList>
#include <QString>

namespace Skillet::Course {

/// Fills `module`, whose id is set, from `<courseFolder>/<folder>/module.toml`: title, summary, lessons,
/// exercises and their order. A module that cannot be read counts as not written.
void loadModule(const QString &courseFolder, const QString &folder, Module &module, QList<Problem> &problems);

} // namespace Skillet::Course
