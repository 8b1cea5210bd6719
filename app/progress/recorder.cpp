// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/recorder.h"

#include "core/log.h"
#include "progress/messages.h"
#include "progress/store.h"

namespace Skillet::Progress {

Recorder::Recorder(Store &store, const QString &spillFile)
    : m_store(store)
    , m_spill(spillFile)
{
    const Core::Result<void> drained = retry();
    if (!drained) {
        qCWarning(Core::logProgress).noquote() << drained.error().message;
    }
}

Core::Result<void> Recorder::record(const Attempt &attempt)
{
    return recordOrKeep(attempt);
}

Core::Result<void> Recorder::record(const Event &event)
{
    return recordOrKeep(event);
}

Core::Result<void> Recorder::record(const Incident &incident)
{
    return recordOrKeep(incident);
}

Core::Result<void> Recorder::record(const Guess &guess)
{
    return recordOrKeep(guess);
}

Core::Result<void> Recorder::retry()
{
    // A store in memory is no place to move spilled records to: they would be lost with it.
    if (!m_store.isPersistent()) {
        return {};
    }
    while (!m_waiting.isEmpty()) {
        const Core::Result<void> stored = store(m_waiting.constFirst());
        if (!stored) {
            return stored;
        }
        m_waiting.removeFirst();
    }
    return m_spill.drain([this](const Record &record) { return store(record); });
}

Core::Result<void> Recorder::store(const Record &record)
{
    return std::visit([this](const auto &kind) { return m_store.record(kind); }, record);
}

Core::Result<void> Recorder::recordOrKeep(const Record &record)
{
    const QString reason = std::visit([](const auto &kind) { return whyInvalid(kind); }, record);
    if (!reason.isEmpty()) {
        return store(record); // which says what is wrong: trying again would not help
    }
    // The oldest first: when it still fails, so would this one, and one time-out is enough for the window.
    const Core::Result<void> earlier = m_waiting.isEmpty() ? Core::Result<void>() : retry();
    const Core::Result<void> stored = earlier ? store(record) : earlier;
    if (stored && m_store.isPersistent()) {
        return {};
    }
    const Core::Result<void> spilled = m_spill.append(record);
    if (stored) {
        return spilled;
    }
    m_waiting.append(record);
    return kept(stored.error(), spilled.ok());
}

Core::Error Recorder::kept(const Core::Error &cause, bool spilled) const
{
    const QString where = spilled ? Messages::tr("What you did is kept in %1 until then.").arg(m_spill.path())
                                  : Messages::tr("What you did is kept only as long as this window is open.");
    return {cause.code, cause.message + QLatin1Char(' ') + where};
}

} // namespace Skillet::Progress
