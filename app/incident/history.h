// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace Skillet::Incident {

struct PastIncident
{
    Runner::Traceback traceback;
    QDateTime at;
    QString cause; ///< that the explanation has named; empty: none, or not yet
};

/// The errors met since the window was opened, oldest first. Bounded: the oldest go first.
class History final
{
public:
    static constexpr qsizetype mostIncidents = 100;
    static constexpr qsizetype mostCharacters = 4'000'000; ///< of plain text, all together

    /// Empty ones are not kept. Indexes change when the oldest is dropped; the newest is the last.
    void add(const Runner::Traceback &traceback, const QDateTime &at);
    void setCause(qsizetype index, const QString &cause);

    [[nodiscard]] qsizetype size() const { return m_incidents.size(); }
    [[nodiscard]] bool isEmpty() const { return m_incidents.isEmpty(); }
    [[nodiscard]] const PastIncident &at(qsizetype index) const { return m_incidents.at(index); }

    /// The last one before it of the same exception class with the same place or the same cause; -1: none.
    [[nodiscard]] qsizetype sameKindBefore(qsizetype index) const;

private:
    QList<PastIncident> m_incidents;
    qsizetype m_characters = 0;
};

} // namespace Skillet::Incident
