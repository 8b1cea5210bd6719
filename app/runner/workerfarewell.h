// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

namespace Skillet::Runner {

class WorkerProcess;

/// Sees workers off that are no longer wanted: what they run is interrupted, then Python ends as a terminal's
/// does, with its threads, exit handlers and open files. Those that take longer than two seconds are killed.
/// What they write meanwhile is dropped. Does not own them; they delete themselves.
class WorkerFarewell final : public QObject
{
    Q_OBJECT

public:
    enum class Work { None, UnderWay };

    using QObject::QObject;

    /// \pre the worker is ready
    void begin(WorkerProcess *worker, Work work);
    [[nodiscard]] bool isOver() const { return m_leaving.isEmpty(); }

Q_SIGNALS:
    /// The last of them is gone.
    void over();

private:
    void finish(WorkerProcess *worker);

    QList<WorkerProcess *> m_leaving;
};

} // namespace Skillet::Runner
