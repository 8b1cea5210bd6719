// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/limits.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <ctime>
#include <new>
#include <pthread.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Skillet::Worker {

namespace {

/// In memory that all forked processes share.
struct ForkCount
{
    std::atomic<std::int64_t> second{0}; // of the steady clock
    std::atomic<std::uint32_t> forks{0};
    std::atomic<bool> isTold{false};
};
static_assert(std::atomic<std::int64_t>::is_always_lock_free);

ForkCount *forkCount = nullptr;
std::uint32_t mostForks = 0;

std::int64_t currentSecond()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

void countFork()
{
    const std::int64_t second = currentSecond();
    if (forkCount->second.exchange(second) != second)
        forkCount->forks = 0;
    if (++forkCount->forks <= mostForks)
        return;
    if (!forkCount->isTold.exchange(true)) { // all processes of the group arrive here
        constexpr std::string_view Reason =
            "Skillet: this program started new processes without end, and was stopped.\n";
        (void)!::write(STDERR_FILENO, Reason.data(), Reason.size());
    }
    ::kill(0, SIGKILL);
}

} // namespace

void limitMemory(std::uint64_t bytes)
{
#ifndef __SANITIZE_ADDRESS__ // whose shadow memory alone is terabytes
    rlimit current{};
    if (::getrlimit(RLIMIT_DATA, &current) != 0)
        return;
    current.rlim_cur = std::min<rlim_t>(bytes, current.rlim_max);
    current.rlim_max = current.rlim_cur;
    (void)::setrlimit(RLIMIT_DATA, &current);
#else
    (void)bytes;
#endif
}

void limitForks(std::uint32_t forksPerSecond)
{
    void *shared =
        ::mmap(nullptr, sizeof(ForkCount), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return;
    forkCount = new (shared) ForkCount;
    mostForks = forksPerSecond;
    pthread_atfork(countFork, nullptr, nullptr);
}

} // namespace Skillet::Worker
