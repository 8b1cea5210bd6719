// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/groupusage.h"

#include "runner/processmemory.h"

#include <QByteArray>
#include <QFile>

#include <cstdlib>
#include <dirent.h>
#include <memory>
#include <unistd.h>

namespace Skillet::Runner {

namespace {

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

/// The number after `key` at the beginning of a line, 0 when there is none.
quint64 numberAfter(const QByteArray &text, const QByteArray &key)
{
    const qsizetype line = text.startsWith(key) ? 0 : text.indexOf('\n' + key) + 1;
    if (line == 0 && !text.startsWith(key))
        return 0;
    return std::strtoull(text.constData() + line + key.size(), nullptr, 10);
}

} // namespace

GroupUsage groupUsage(qint64 leader)
{
    GroupUsage usage;
    // Not QDir, which sorts, and asks about every entry.
    const std::unique_ptr<DIR, CloseFolder> folder(::opendir("/proc"));
    if (leader <= 0 || !folder)
        return usage;
    while (const dirent *entry = ::readdir(folder.get())) {
        char *end = nullptr;
        const long id = std::strtol(static_cast<const char *>(entry->d_name), &end, 10);
        if (id <= 0 || *end != '\0' || ::getsid(static_cast<pid_t>(id)) != leader)
            continue;
        usage.processes.append(id);
        usage.memory += residentMemory(id);
    }
    return usage;
}

qint64 proportionalMemory(const QList<qint64> &processes)
{
    quint64 kibibytes = 0;
    for (const qint64 id : processes) {
        QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(id));
        if (file.open(QIODevice::ReadOnly))
            kibibytes += numberAfter(file.readAll(), "Pss:");
    }
    return static_cast<qint64>(kibibytes) * 1024;
}

qint64 machineMemory()
{
    return static_cast<qint64>(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGESIZE);
}

quint64 outOfMemoryKills()
{
    QFile file(QStringLiteral("/proc/vmstat"));
    return file.open(QIODevice::ReadOnly) ? numberAfter(file.readAll(), "oom_kill ") : 0;
}

} // namespace Skillet::Runner
