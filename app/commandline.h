// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/checkcommand.h"
#include "authoring/coursecommand.h"
#include "core/settings.h"
#include "explain/explaincommand.h"
#include "terminal/promptcommand.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace Skillet {

/// `skillet [files...]`: the window.
struct WindowRequest
{
    QStringList files;
    QString tourFolder;
    std::optional<Core::ThemeChoice> theme;
    bool reportStart = false;
};

/// Everything is said and done already: what was asked for is printed, or why it cannot be.
struct Done
{
    int status = 0;
};

using Command = std::variant<Done, WindowRequest, Terminal::PromptRequest, Explain::ExplainRequest,
                             Authoring::CheckRequest, Authoring::CourseRequest>;

/// What the program was asked to do. Needs no display. Answers --help and --version itself.
[[nodiscard]] Command readCommandLine(int argc, char *argv[]);

} // namespace Skillet
