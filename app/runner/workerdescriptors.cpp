// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/workerdescriptors.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>

namespace Skillet::Runner {

namespace {

constexpr int lowestNumber = 20;
constexpr int pipeCapacity = 1024 * 1024;

Descriptor raised(Descriptor low)
{
    return Descriptor(::fcntl(low.number(), F_DUPFD_CLOEXEC, lowestNumber));
}

Descriptor duplicate(const Descriptor &original)
{
    return Descriptor(::fcntl(original.number(), F_DUPFD_CLOEXEC, lowestNumber));
}

bool openPipe(Descriptor &readEnd, Descriptor &writeEnd)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    readEnd = raised(Descriptor(ends[0]));
    writeEnd = raised(Descriptor(ends[1]));
    return readEnd.isOpen() && writeEnd.isOpen();
}

bool openOutputPipe(Descriptor &here, Descriptor &readEnd, Descriptor &writeEnd)
{
    if (!openPipe(readEnd, writeEnd))
        return false;
    // May be refused to a user with many pipes; the smaller default then only means more turns.
    ::fcntl(writeEnd.number(), F_SETPIPE_SZ, pipeCapacity);
    here = duplicate(readEnd);
    return here.isOpen();
}

bool openSocket(Descriptor &here, Descriptor &there)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return false;
    here = raised(Descriptor(ends[0]));
    there = raised(Descriptor(ends[1]));
    // The flag belongs to one end of the pair: the worker's stays blocking.
    return here.isOpen() && there.isOpen() && ::fcntl(here.number(), F_SETFL, O_NONBLOCK) == 0;
}

} // namespace

Core::Result<WorkerDescriptors> WorkerDescriptors::open()
{
    WorkerDescriptors all;
    const bool opened = openSocket(all.protocol, all.worker.protocol)
        && openPipe(all.worker.stdinRead, all.stdinWrite)
        && openOutputPipe(all.stdoutRead, all.worker.stdoutRead, all.worker.stdoutWrite)
        && openOutputPipe(all.stderrRead, all.worker.stderrRead, all.worker.stderrWrite);
    if (!opened) {
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        return Core::Error{
            Core::ErrorCode::Unavailable,
            QCoreApplication::translate("Skillet::Runner", "no pipes could be opened for it (%1)")
                .arg(reason)};
    }
    return all;
}

} // namespace Skillet::Runner
