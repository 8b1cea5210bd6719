// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"

#include <QList>
#include <QString>

namespace Skillet::Ui {

/// What was given to Python in this session, in order, and what came of it: for saving it as a program and
/// for running it again.
class SessionLog final
{
public:
    struct Entry
    {
        Runner::RunId run = 0;
        Runner::Program program;
        QString shown; ///< the code as typed, or what was said instead
        bool ended = false;
        Runner::RunOutcome outcome = Runner::RunOutcome::Finished;
    };

    void begin(Runner::RunId run, const Runner::Program &program, const QString &shown);
    void end(Runner::RunId run, Runner::RunOutcome outcome);
    /// Names from before are gone; what follows is another chapter.
    void pythonBegan();

    /// Of the last chapter that has any: what ended well, but not what was asked in a frame of an error.
    [[nodiscard]] QList<Entry> toReplay() const;
    /// Null when the run is not known.
    [[nodiscard]] const Entry *entry(Runner::RunId run) const;
    /// The newest input whose line `line` (from 1) reads `text`; empty when there is none.
    [[nodiscard]] QString inputWithLine(int line, const QString &text) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    /// A program of everything typed; what failed is in it as a comment.
    [[nodiscard]] QString asProgram() const;

private:
    QList<Entry> m_entries;
    qsizetype m_chapter = 0; ///< index of its first entry
    qsizetype m_chapterBefore = 0;
};

} // namespace Skillet::Ui
