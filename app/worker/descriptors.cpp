// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/descriptors.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

/// A duplicate on a high number. Lower ones are tried where the limit on open files is small.
int duplicate(int original)
{
    for (const int lowest : {500, 200, 60, 10}) {
        const int raised = ::fcntl(original, F_DUPFD_CLOEXEC, lowest);
        if (raised >= 0 || errno != EINVAL)
            return raised;
    }
    return -1;
}

int move(int original)
{
    const int raised = duplicate(original);
    if (raised >= 0)
        ::close(original);
    return raised;
}

bool setNonBlocking(int descriptor)
{
    const int flags = ::fcntl(descriptor, F_GETFL);
    return flags >= 0 && ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0;
}

bool sameFile(int one, int other)
{
    struct stat first = {};
    struct stat second = {};
    return ::fstat(one, &first) == 0 && ::fstat(other, &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

} // namespace

std::optional<Descriptors> secureDescriptors(const Options &options)
{
    Descriptors descriptors;
    descriptors.protocol = move(options.protocolFd);
    descriptors.stdoutRead = move(options.stdoutReadFd);
    descriptors.stderrRead = move(options.stderrReadFd);
    descriptors.stdoutKeep = duplicate(STDOUT_FILENO);
    descriptors.stderrKeep = duplicate(STDERR_FILENO);
    const bool open = descriptors.protocol >= 0 && descriptors.stdoutRead >= 0 && descriptors.stderrRead >= 0
        && descriptors.stdoutKeep >= 0 && descriptors.stderrKeep >= 0;
    if (!open || !setNonBlocking(descriptors.stdoutRead) || !setNonBlocking(descriptors.stderrRead))
        return std::nullopt;
    return descriptors;
}

void restoreOutput(const Descriptors &descriptors)
{
    if (!sameFile(STDOUT_FILENO, descriptors.stdoutKeep))
        ::dup2(descriptors.stdoutKeep, STDOUT_FILENO);
    if (!sameFile(STDERR_FILENO, descriptors.stderrKeep))
        ::dup2(descriptors.stderrKeep, STDERR_FILENO);
}

} // namespace Skillet::Worker
