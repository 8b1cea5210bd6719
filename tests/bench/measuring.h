// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEvent>
#include <QObject>

#include <exception>

/// Knows when a widget that it filters has been painted.
class PaintWatch final : public QObject
{
public:
    bool painted = false;

    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

/// What stops a measurement: something that does not work, however long it takes.
class Failure final : public std::exception
{
public:
    explicit Failure(const char *what)
        : m_what(what)
    { }
    [[nodiscard]] const char *what() const noexcept override { return m_what; }

private:
    const char *m_what;
};

[[nodiscard]] inline double millisecondsSince(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}
