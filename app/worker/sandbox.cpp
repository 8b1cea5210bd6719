// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <fstream>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace Skillet::Worker::Sandbox {

namespace {

constexpr rlim_t MostMemory =
    rlim_t{2} * 1024 * 1024 * 1024; // 200 threads with their stacks need more than 1 GiB
constexpr rlim_t MostFileSize = rlim_t{64} * 1024 * 1024;
constexpr rlim_t MostCpuSeconds =
    60; // far beyond the time that a check gets; for processes that are left behind

constexpr rlim_t MostProcesses = 100; // besides those of before, threads included
constexpr int LoadAverages = 3; // stand before the numbers of threads in /proc/loadavg

/// Not in the headers of the oldest system that is supported.
constexpr std::uint64_t AccessTruncate = std::uint64_t{1} << 14U;

constexpr std::uint64_t ReadAccess =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t WriteAccess = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR
    | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
    | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
    | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
/// What makes sense for a single file; more is refused by the kernel.
constexpr std::uint64_t FileOnly = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
    | LANDLOCK_ACCESS_FS_WRITE_FILE | AccessTruncate;

bool limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    rlimit current{};
    if (::getrlimit(what, &current) != 0)
        return false;
    const rlim_t lowest = current.rlim_max == RLIM_INFINITY ? most : std::min(most, current.rlim_max);
    const rlimit lowered{lowest, lowest};
    return ::setrlimit(what, &lowered) == 0;
}

bool limitResources()
{
    bool all = limit(RLIMIT_FSIZE, MostFileSize);
    all = limit(RLIMIT_CPU, MostCpuSeconds) && all;
    all = limit(RLIMIT_CORE, 0) && all;
#ifndef __SANITIZE_ADDRESS__ // whose shadow memory alone is terabytes
    all = limit(RLIMIT_AS, MostMemory) && all;
#endif
    return all;
}

/// Denies the calls by which programs take hold of others or of the system. Of the network: sandboxnetwork.h.
bool denySystemCalls()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    bool good = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const int call : {SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
                           SCMP_SYS(bpf), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root),
                           SCMP_SYS(setns), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl),
                           SCMP_SYS(perf_event_open), SCMP_SYS(io_uring_setup), SCMP_SYS(userfaultfd)})
        good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    good = good && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}

int landlockVersion()
{
    return static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
}

/// All kinds of access this kernel can refuse.
std::uint64_t handledAccess(int version)
{
    std::uint64_t access = ReadAccess | WriteAccess;
    if (version >= 2)
        access |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        access |= AccessTruncate;
    return access;
}

bool isFolder(int descriptor)
{
    const int asFolder = ::openat(descriptor, ".", O_PATH | O_CLOEXEC);
    if (asFolder >= 0)
        ::close(asFolder);
    return asFolder >= 0;
}

/// True when allowed, or when there is nothing of that name.
bool allow(int rules, const std::string &path, std::uint64_t access)
{
    const int descriptor = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (descriptor < 0)
        return true;
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = isFolder(descriptor) ? access : access & FileOnly;
    beneath.parent_fd = descriptor;
    const bool added = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
    ::close(descriptor);
    return added;
}

} // namespace

std::vector<std::string> protectAtStart()
{
    std::vector<std::string> active;
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        active.emplace_back("no_new_privs");
    if (limitResources())
        active.emplace_back("rlimits");
    if (denySystemCalls())
        active.emplace_back("seccomp");
    return active;
}

bool limitProcesses()
{
    // The limit counts all that the user has running, hence what is there already comes on top.
    std::ifstream load("/proc/loadavg");
    std::string part;
    for (int i = 0; i < LoadAverages && load; ++i)
        load >> part;
    char slash = 0;
    rlim_t running = 0;
    rlim_t there = 0;
    if (!(load >> running >> slash >> there))
        return false;
    return limit(RLIMIT_NPROC, there + MostProcesses);
}

bool canConfineFiles()
{
    return landlockVersion() >= 1;
}

bool confineFiles(const FileAccess &access)
{
    const int version = landlockVersion();
    if (version < 1)
        return false;
    landlock_ruleset_attr handled{};
    handled.handled_access_fs = handledAccess(version);
    const int rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
    if (rules < 0)
        return false;
    bool good = true;
    for (const std::string &path : access.readable)
        good = good && allow(rules, path, ReadAccess);
    for (const std::string &path : access.writable)
        good = good && allow(rules, path, handled.handled_access_fs);
    good = good && ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return good;
}

} // namespace Skillet::Worker::Sandbox
