// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/recordjson.h"
#include "progress/spillfile.h"

#include <QList>
#include <QString>

namespace Skillet::Progress {

class Store;

/// Records what the learner did and met so that none of it is lost: what the store does not take now is kept
/// in memory and, where that can be written, in a spill file, and recorded by a later retry() or at the next
/// start. Recording is idempotent, so a record that took both ways is there once.
class Recorder final
{
public:
    /// `store` must outlive the recorder. What an earlier session spilled is recorded at once. With a store
    /// in memory everything is spilled too, for the next session that has a database.
    Recorder(Store &store, const QString &spillFile);

    /// Success: it is in the database. An Error other than Invalid: it is kept for later, and the message
    /// says where.
    [[nodiscard]] Core::Result<void> record(const Attempt &attempt);
    [[nodiscard]] Core::Result<void> record(const Event &event);
    [[nodiscard]] Core::Result<void> record(const Incident &incident);
    [[nodiscard]] Core::Result<void> record(const Guess &guess);

    /// Tries again to record what is waiting; cheap when nothing is. Call it now and then and before the end.
    [[nodiscard]] Core::Result<void> retry();

    /// Records that are not in the database yet.
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

private:
    [[nodiscard]] Core::Result<void> store(const Record &record);
    [[nodiscard]] Core::Result<void> recordOrKeep(const Record &record);
    [[nodiscard]] Core::Error kept(const Core::Error &cause, bool spilled) const;

    Store &m_store;
    SpillFile m_spill;
    QList<Record> m_waiting; ///< oldest first
};

} // namespace Skillet::Progress
