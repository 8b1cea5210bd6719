// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/scratch.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

constexpr int HighDescriptor = 500;

/// Waits until the last write end of the pipe is closed, which is when the worker and its children are gone.
[[noreturn]] void removeWhenAlone(const std::string &folder, int readEnd)
{
    ::setsid(); // what stops the worker's group must not stop this
    ::signal(SIGHUP, SIG_IGN);
    ::signal(SIGINT, SIG_IGN);
    ::prctl(PR_SET_NAME, "skillet-cleaner");
    ::dup2(readEnd, STDIN_FILENO);
    ::close_range(STDIN_FILENO + 1, ~0U, 0);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) { }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    ::_exit(0);
}

} // namespace

std::string makeScratchFolder()
{
    std::error_code error;
    const std::filesystem::path base = std::filesystem::temp_directory_path(error);
    if (error)
        return {};
    std::string folder = (base / "skillet-scratch-XXXXXX").string();
    if (!::mkdtemp(folder.data()))
        return {};
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return folder;
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[1]);
        // Twice, so that the second is nobody's child here: the learner's os.wait() must not meet it.
        if (::fork() == 0)
            removeWhenAlone(folder, ends[0]);
        ::_exit(0);
    }
    ::close(ends[0]);
    while (child > 0 && ::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
    const int kept = ::fcntl(ends[1], F_DUPFD_CLOEXEC, HighDescriptor);
    if (kept >= 0)
        ::close(ends[1]);
    return folder;
}

} // namespace Skillet::Worker
