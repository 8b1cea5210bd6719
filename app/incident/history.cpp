// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/history.h"

#include "incident/comparison.h"

namespace Skillet::Incident {

void History::add(const Runner::Traceback &traceback, const QDateTime &at)
{
    if (traceback.isEmpty())
        return;
    m_characters += traceback.plainText.size();
    m_incidents.append({traceback, at, {}});
    while (m_incidents.size() > mostIncidents || (m_characters > mostCharacters && m_incidents.size() > 1)) {
        m_characters -= m_incidents.constFirst().traceback.plainText.size();
        m_incidents.removeFirst();
    }
}

void History::setCause(qsizetype index, const QString &cause)
{
    m_incidents[index].cause = cause;
}

qsizetype History::sameKindBefore(qsizetype index) const
{
    const PastIncident &one = m_incidents.at(index);
    for (qsizetype each = index - 1; each >= 0; --each) {
        const PastIncident &other = m_incidents.at(each);
        if (isSamePlace(one.traceback, other.traceback))
            return each;
        if (!one.cause.isEmpty() && one.cause == other.cause
            && one.traceback.exceptions.constFirst().type == other.traceback.exceptions.constFirst().type)
            return each;
    }
    return -1;
}

} // namespace Skillet::Incident
