// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/traceback.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Skillet::Runner {

/// Of Pasted the last value is shown, of Lines every one, as of what was typed.
enum class ProgramKind { Interactive, Pasted, Lines, File, Module };

struct Program
{
    ProgramKind kind = ProgramKind::Interactive;
    QString source;
    /// File: absolute path; may be unsaved, `source` is what runs. Module: its dotted name. Pasted: the file
    /// that it is a part of, if any; then `source` begins with as many newlines as lines come before it.
    QString file;
    QStringList arguments;
    QString workingFolder; ///< empty: unchanged
    QStringList environment = {}; ///< File and Module: further variables, NAME=value
    /// File and Module: lines to be read instead of asking for them, then the end of input; absent: it asks.
    std::optional<QStringList> input = {};
    FrameReference frame = {}; ///< set by the session: see Session::enterFrame()

    /// Typed or pasted at the prompt, not a file or a module.
    [[nodiscard]] bool isTyped() const { return kind != ProgramKind::File && kind != ProgramKind::Module; }
};

/// The program in the file `path`, saved or not, to be run in its own folder.
[[nodiscard]] Program fileProgram(const QString &path, const QString &source);

/// The saved file `path` as a module: by the dotted name that it has in its packages (folders that hold an
/// `__init__.py`), from the folder that holds these. `__main__.py` is its package.
[[nodiscard]] Program moduleProgram(const QString &path);

} // namespace Skillet::Runner
