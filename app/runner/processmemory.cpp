// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/processmemory.h"

#include <QByteArray>
#include <QFile>
#include <QList>

#include <unistd.h>

namespace Skillet::Runner {

qint64 residentMemory(qint64 id)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(id));
    if (id <= 0 || !file.open(QIODevice::ReadOnly))
        return 0;
    // Sizes in pages: all, resident, ...
    const QList<QByteArray> fields = file.readAll().split(' ');
    return fields.size() > 1 ? fields.at(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

} // namespace Skillet::Runner
