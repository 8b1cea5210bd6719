// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "progress/recordjson.h"

#include <QList>
#include <QString>

#include <functional>

namespace Skillet::Progress {

/// Records that the database did not take, in a file of JSON lines beside it, until it does. Several
/// processes may use one file: a lock file guards it.
class SpillFile final
{
public:
    explicit SpillFile(QString file);

    [[nodiscard]] const QString &path() const { return m_file; }
    [[nodiscard]] bool exists() const;

    /// Adds `record`, synced to the disk.
    [[nodiscard]] Core::Result<void> append(const Record &record) const;

    /// Hands every record to `take` and, when all were taken, removes the file. Stops at the first refusal:
    /// the file then stays whole. Lines that cannot be read are moved to `<file>.damaged`.
    [[nodiscard]] Core::Result<void>
    drain(const std::function<Core::Result<void>(const Record &)> &take) const;

private:
    QString m_file;
};

} // namespace Skillet::Progress
