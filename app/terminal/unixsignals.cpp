// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/unixsignals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Skillet::Terminal {

namespace {

constexpr std::array<int, 5> handled{SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT};

// A signal handler gets nothing but the number, so the pipe it writes to must be kept beside it.
std::array<int, 2> ends{-1, -1};

void handle(int signal)
{
    const int before = errno;
    const auto number = static_cast<unsigned char>(signal);
    (void)!::write(ends[1], &number, 1); // full: enough signals wait there already
    errno = before;
}

int openPipe()
{
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        ends = {-1, -1};
    return ends[0];
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
    , m_notifier(openPipe(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &UnixSignals::receive);
    if (ends[1] < 0)
        return; // no descriptors left: the signals keep what they do by default
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (const int signal : handled)
        ::sigaction(signal, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const int signal : handled)
        ::signal(signal, SIG_DFL);
    m_notifier.setEnabled(false);
    for (int &end : ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void UnixSignals::receive()
{
    unsigned char number = 0;
    while (::read(ends[0], &number, 1) == 1) {
        if (number == SIGINT)
            Q_EMIT interrupted();
        else if (number == SIGTERM || number == SIGHUP)
            Q_EMIT terminated(number);
        else
            Q_EMIT terminalChanged();
    }
}

} // namespace Skillet::Terminal
