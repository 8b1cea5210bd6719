// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/childinput.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace Skillet::Worker {

namespace {

constexpr int HighDescriptor = 500;
/// Threads and processes to look at, at most: a program that starts thousands shall not be slowed down.
constexpr int MostTasks = 200;

std::atomic<int> writeEnd = -1; // there is one worker in a process; the child of a fork must find it

/// Looks through a process and all that it started.
class Search final
{
public:
    explicit Search(const struct stat &pipe)
        : m_pipe(pipe)
    { }

    bool findsReader(const std::string &process)
    {
        std::error_code error;
        std::vector<std::string> children;
        for (std::filesystem::directory_iterator task("/proc/" + process + "/task", error), end;
             !error && task != end; task.increment(error)) {
            if (++m_tasks > MostTasks)
                return false;
            if (reads(process, task->path().string()))
                return true;
            std::ifstream list(task->path() / "children");
            for (std::string child; list >> child;)
                children.push_back(child);
        }
        for (const std::string &child : children) {
            if (findsReader(child))
                return true;
        }
        return false;
    }

private:
    [[nodiscard]] bool reads(const std::string &process, const std::string &task) const
    {
        // "0 0x3 0x7ffd... ": the system call's number and its arguments, of a thread that waits in it.
        std::ifstream file(task + "/syscall");
        long number = -1;
        std::string descriptor;
        if (!(file >> number >> descriptor) || number != SYS_read)
            return false;
        const int opened = static_cast<int>(std::strtol(descriptor.c_str(), nullptr, 16));
        struct stat found = {};
        return ::stat(("/proc/" + process + "/fd/" + std::to_string(opened)).c_str(), &found) == 0
            && found.st_dev == m_pipe.st_dev && found.st_ino == m_pipe.st_ino;
    }

    const struct stat &m_pipe;
    int m_tasks = 0;
};

} // namespace

void ChildInput::renew()
{
    const std::lock_guard lock(m_mutex);
    renewLocked();
}

void ChildInput::renewLocked()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    m_rest.clear();
    const int raised = ::fcntl(ends[1], F_DUPFD_CLOEXEC, HighDescriptor);
    if (raised >= 0)
        ::close(std::exchange(ends[1], raised));
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    // First the new end, then the end of the old: a program that starts as soon as another has met the end of
    // input must find the new one.
    if (ends[0] == STDIN_FILENO) { // the program had closed it
        ::fcntl(STDIN_FILENO, F_SETFD, 0);
    } else {
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[0]);
    }
    if (const int former = writeEnd.exchange(ends[1]); former >= 0)
        ::close(former);
}

bool ChildInput::isAwaited()
{
    const std::lock_guard lock(m_mutex);
    struct stat pipe = {};
    int present = 0;
    if (writeEnd < 0 || !m_rest.empty() || ::fstat(writeEnd, &pipe) != 0
        || ::ioctl(writeEnd, FIONREAD, &present) != 0 || present > 0)
        return false;
    return Search(pipe).findsReader(std::to_string(::getpid()));
}

void ChildInput::send(const std::string &line)
{
    const std::lock_guard lock(m_mutex);
    m_rest += line + '\n';
    sendRestLocked();
}

void ChildInput::sendEnd()
{
    const std::lock_guard lock(m_mutex);
    renewLocked();
}

bool ChildInput::sendRest()
{
    const std::lock_guard lock(m_mutex);
    return sendRestLocked();
}

bool ChildInput::sendRestLocked()
{
    while (!m_rest.empty()) {
        const ssize_t written = ::write(writeEnd, m_rest.data(), m_rest.size());
        if (written > 0)
            m_rest.erase(0, static_cast<std::size_t>(written));
        else if (errno == EAGAIN)
            return true;
        else if (errno != EINTR)
            m_rest.clear(); // nobody reads any more
    }
    return false;
}

void ChildInput::closeInForkedChild()
{
    if (const int end = writeEnd.exchange(-1); end >= 0)
        ::close(end);
}

} // namespace Skillet::Worker
