// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/crashplace.h"

#include <QMetaType>
#include <QString>

namespace Skillet::Runner {

enum class WorkerEndReason {
    Missing, ///< there is no such program
    NotExecutable, ///< the program may not be run
    NotStarted, ///< the system could not start it; `detail` says why
    Refused, ///< it said that it cannot serve; `detail` says why
    WrongVersion, ///< it speaks another version of the protocol
    NoAnswer, ///< it did not answer in time after its start
    Unintelligible, ///< it sent what is no message, or closed its end; it was killed for that
    Unresponsive, ///< killed because it did not react to an interrupt
    Exited, ///< by itself, with `code`
    Signalled, ///< by signal `code`; `crash` may say where
    TooMuchMemory, ///< killed above the limit, which `detail` names
    TooManyProcesses, ///< the same; or it forked without end, when `detail` is empty
    OutOfMemory, ///< killed by the system, which had no memory left
};

/// How a worker ended, as a fact for the session and as words for the learner.
struct WorkerEnd
{
    WorkerEndReason reason = WorkerEndReason::Exited;
    int code = 0;
    QString detail;
    CrashPlace crash = {};

    /// Adds what the worker itself said on stderr before it was ended by a signal.
    void learnFrom(const QByteArray &errorOutput);

    /// Trying again will give the same end.
    [[nodiscard]] bool isLasting() const;

    /// Why Python cannot be started and the way out, in sentences that end before how to try again.
    /// `executable` is named in them, `attempts` were made.
    [[nodiscard]] QString startProblem(const QString &executable, int attempts) const;

    /// What became of a Python that was in use. Puts no blame on anybody.
    [[nodiscard]] QString lossText() const;
};

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::WorkerEnd)
