// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "runner/program.h"

#include <QString>
#include <QStringList>

namespace Skillet::Ui {

/// What to start, so that a terminal shows the program and stays until Enter is pressed.
struct TerminalCommand
{
    QString program; ///< the terminal; empty: there is none
    QStringList arguments;
};

/// The desktop's terminal: the one that `chosen` ($TERMINAL) names, else the first of the usual ones that
/// lies in `path`, a list of folders separated by colons.
[[nodiscard]] TerminalCommand terminalCommand(const QString &chosen, const QString &path,
                                              const QString &script);

/// The shell's words for running the file of `program` with `python`, as the prompt would.
[[nodiscard]] QString terminalScript(const QString &python, const Runner::Program &program);

/// Opens it beside the window. NotFound: this desktop has no terminal that is known here.
[[nodiscard]] Core::Result<void> runInTerminal(const QString &python, const Runner::Program &program);

} // namespace Skillet::Ui
