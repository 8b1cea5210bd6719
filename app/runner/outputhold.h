// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <utility>

namespace Skillet::Runner {

/// Whether the workers of a session get credit for more output. While it is held, a program waits where it
/// writes, and nothing of what it wrote is lost.
class OutputHold final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setHeld(bool held)
    {
        if (std::exchange(m_isHeld, held) && !held)
            Q_EMIT released();
    }
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

Q_SIGNALS:
    void released();

private:
    bool m_isHeld = false;
};

} // namespace Skillet::Runner
