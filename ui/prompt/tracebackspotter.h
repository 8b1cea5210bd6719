// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

#include <optional>

namespace Skillet::Ui {

/// Finds tracebacks in what a program writes: of threads, of child processes, of logging. Takes line after
/// line.
class TracebackSpotter final
{
public:
    [[nodiscard]] static bool isHeading(const QString &line);

    /// The traceback, once `line` is its last.
    [[nodiscard]] std::optional<Runner::Traceback> feed(const QString &line);
    void reset();

private:
    void readFrame(const QString &line);

    bool m_inside = false;
    QString m_text;
    Runner::ExceptionInfo m_exception;
};

} // namespace Skillet::Ui
