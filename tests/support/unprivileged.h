// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

#include <sys/types.h>
#include <unistd.h>

/// While it lives, a test that runs as root meets permissions as everybody does. The real user id changes
/// too, for it is the one that access(2) asks about.
class Unprivileged final
{
public:
    Unprivileged()
        : m_changed(::geteuid() == 0 && ::setresuid(Nobody, Nobody, 0) == 0)
    { }
    ~Unprivileged()
    {
        if (m_changed && ::setresuid(0, 0, 0) != 0) {
            std::abort();
        }
    }
    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

    [[nodiscard]] bool isEffective() const { return ::geteuid() != 0; }

private:
    static constexpr uid_t Nobody = 65534;
    bool m_changed;
};
