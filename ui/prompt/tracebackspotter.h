// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>

#include <optional>

namespace Skillet::Ui {

/// Finds tracebacks and warnings in what a program writes, also of threads, of child processes, of logging.
/// Takes line after line.
class TracebackSpotter final
{
public:
    /// The first line of a traceback or of a warning.
    [[nodiscard]] static bool isHeading(const QString &line);

    /// The traceback or warning of the last heading, once `line` shows that it is whole.
    [[nodiscard]] std::optional<Runner::Traceback> feed(const QString &line);
    /// Nothing more is written: the warning that waits for its second line.
    [[nodiscard]] std::optional<Runner::Traceback> end();
    void reset();

private:
    void readFrame(const QString &line);
    [[nodiscard]] std::optional<Runner::Traceback> feedWarning(const QString &line);

    bool m_inside = false;
    QString m_text;
    Runner::ExceptionInfo m_exception;
    std::optional<Runner::Traceback> m_warning; ///< its line of code may come next
};

} // namespace Skillet::Ui
