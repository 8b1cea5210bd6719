// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Skillet::Runner {

/// Where a worker was when it crashed, as Python's faulthandler tells it on stderr with its last breath.
struct CrashPlace
{
    QString function; ///< innermost; empty: nothing is known
    QString file; ///< of the learner's own frame closest to the crash
    int line = 0;

    [[nodiscard]] bool isKnown() const { return line > 0; }
};

/// Looks at the end of what was written to stderr. Learner code can write the same words: believed all the
/// same, for they only become a sentence.
[[nodiscard]] CrashPlace findCrashPlace(const QByteArray &errorOutput);

/// The last of what was written to stderr: as much as faulthandler writes, and no more.
class ErrorTail final
{
public:
    void add(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace Skillet::Runner
