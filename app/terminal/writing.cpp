// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/writing.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace Skillet::Terminal {

void writeAll(int descriptor, const QByteArray &bytes)
{
    const char *rest = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, rest, static_cast<std::size_t>(left));
        if (written > 0) {
            rest += written;
            left -= written;
        } else if (errno == EAGAIN) {
            pollfd room{descriptor, POLLOUT, 0};
            ::poll(&room, 1, -1);
        } else if (errno != EINTR) {
            return;
        }
    }
}

} // namespace Skillet::Terminal
