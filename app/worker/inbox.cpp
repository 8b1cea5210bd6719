// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/inbox.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace Skillet::Worker {

namespace {

constexpr int HighDescriptor = 500;

int highEventDescriptor()
{
    const int low = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    const int high = ::fcntl(low, F_DUPFD_CLOEXEC, HighDescriptor);
    if (high < 0)
        return low;
    ::close(low);
    return high;
}

} // namespace

Inbox::Inbox()
    : m_inputEvent(highEventDescriptor())
    , m_pumpEvent(highEventDescriptor())
{ }

Inbox::~Inbox()
{
    ::close(m_inputEvent);
    ::close(m_pumpEvent);
}

void Inbox::put(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    m_arrived.notify_one();
}

Letter Inbox::take()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return !m_letters.empty(); });
    return takeFirst();
}

std::optional<Letter> Inbox::takeWithin(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait_for(lock, limit, [this] { return !m_letters.empty(); }))
        return std::nullopt;
    return takeFirst();
}

bool Inbox::isAskedAgain(const Protocol::Request &request)
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_letters.begin(), m_letters.end(), [&request](const Letter &letter) {
        return letter.request.index() == request.index();
    });
}

Letter Inbox::takeFirst()
{
    Letter letter = std::move(m_letters.front());
    m_letters.pop_front();
    return letter;
}

void Inbox::putInput(Protocol::InputReply reply)
{
    const std::lock_guard lock(m_mutex);
    m_input = std::move(reply);
    ::eventfd_write(m_inputEvent, 1);
}

void Inbox::clearInput()
{
    (void)takeInput();
}

std::optional<Protocol::InputReply> Inbox::takeInput()
{
    const std::lock_guard lock(m_mutex);
    eventfd_t ignored = 0;
    ::eventfd_read(m_inputEvent, &ignored);
    return std::exchange(m_input, std::nullopt);
}

void Inbox::wakePump()
{
    ::eventfd_write(m_pumpEvent, 1);
}

void Inbox::pumpWoken()
{
    eventfd_t ignored = 0;
    ::eventfd_read(m_pumpEvent, &ignored);
}

} // namespace Skillet::Worker
