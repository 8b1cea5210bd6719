// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/descriptorlines.h"

#include <QMetaObject>

#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace Skillet::Terminal {

DescriptorLines::DescriptorLines(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &DescriptorLines::receive);
}

void DescriptorLines::ask()
{
    m_isAsked = true;
    QMetaObject::invokeMethod(this, &DescriptorLines::deliver, Qt::QueuedConnection);
}

void DescriptorLines::withdraw()
{
    m_isAsked = false;
    m_notifier.setEnabled(false);
}

/// Answers from what has been read already, or waits for more.
void DescriptorLines::deliver()
{
    if (!m_isAsked)
        return;
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0) {
        m_notifier.setEnabled(true);
        return;
    }
    const QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    withdraw();
    Q_EMIT lineRead(line);
}

void DescriptorLines::receive()
{
    std::array<char, 65536> bytes = {};
    const ssize_t size = ::read(m_descriptor, bytes.data(), bytes.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size > 0) {
        m_buffer.append(bytes.data(), size);
        deliver();
        return;
    }
    withdraw();
    const QByteArray rest = std::exchange(m_buffer, {});
    if (rest.isEmpty())
        Q_EMIT ended();
    else
        Q_EMIT lineRead(rest); // a last line that has no newline
}

} // namespace Skillet::Terminal
