// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/sandboxnetwork.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <linux/capability.h>
#include <net/if.h>
#include <sched.h>
#include <seccomp.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Skillet::Worker::Sandbox {

namespace {

bool writeText(const char *path, const std::string &text)
{
    const int descriptor = ::open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isWritten = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    ::close(descriptor);
    return isWritten;
}

/// In a new user namespace everybody is nobody, until a map says who is who.
bool keepIdentity(uid_t user, gid_t group)
{
    const auto itself = [](auto id) {
        const std::string text = std::to_string(id);
        return text + ' ' + text + " 1";
    };
    return writeText("/proc/self/setgroups", "deny") && writeText("/proc/self/uid_map", itself(user))
        && writeText("/proc/self/gid_map", itself(group));
}

bool startLoopback()
{
    const int descriptor = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    ifreq request{};
    std::strncpy(request.ifr_name, "lo", sizeof request.ifr_name - 1);
    request.ifr_flags = IFF_UP | IFF_RUNNING;
    const bool isUp = ::ioctl(descriptor, SIOCSIFFLAGS, &request) == 0;
    ::close(descriptor);
    return isUp;
}

/// The new namespace gave this process all that an administrator may do in it.
bool dropCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

} // namespace

bool enterOwnNetwork()
{
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)
        return keepIdentity(user, group) && startLoopback() && dropCapabilities();
    // Where nobody may have a user namespace, as inside a changed root, the administrator still may have
    // this.
    return ::unshare(CLONE_NEWNET) == 0 && startLoopback() && dropCapabilities();
}

bool canEnterOwnNetwork()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(enterOwnNetwork() ? 0 : 1); // system calls only: other threads may hold locks
    int status = 1;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return child > 0 && status == 0;
}

bool denyOutlets(Network network)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    bool good = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(unshare), 0) == 0;
    if (network == Network::None)
        good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 0) == 0;
    good = good && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}

} // namespace Skillet::Worker::Sandbox
