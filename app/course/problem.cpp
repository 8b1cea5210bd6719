// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/problem.h"

namespace Skillet::Course {

QString Problem::toString() const
{
    const QString place = line > 0 ? file + QLatin1Char(':') + QString::number(line) : file;
    return place + QStringLiteral(": ") + message;
}

} // namespace Skillet::Course
