// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What a session is told about the worker it shall start, and what the worker tells of itself.
namespace Skillet::Runner {

struct InterpreterInfo
{
    QString version;
    QString prefix;
    QString executable;
    qint64 processId = 0;
};

/// Half the machine's memory.
[[nodiscard]] qint64 defaultMemoryLimit();

struct SessionOptions
{
    QString worker; ///< the skillet-worker executable
    QString workerPython; ///< folder of its Python modules
    QString workingFolder; ///< where a new worker starts; empty: the current one
    QString environment; ///< folder of the virtual environment that programs run in; empty: none
    int interruptGraceMs = 800; ///< from interrupt to kill
    int handshakeLimitMs = 5000;
    bool keepSpare = true; ///< hold one started worker ready as replacement
    qint64 memoryLimit = defaultMemoryLimit(); ///< bytes for a worker and its programs together; 0: none
    int processLimit = 500; ///< programs of one worker at a time, and forks within a second; 0: no limit
};

} // namespace Skillet::Runner
