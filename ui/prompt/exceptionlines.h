// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/styledline.h"
#include "runner/traceback.h"

#include <QList>
#include <QString>

#include <optional>

namespace Skillet::Ui {

/// A place in a file, as a link of the prompt names it.
struct FileLink
{
    QString file;
    int line = 0;
};

/// The traceback as the terminal prints it, with the message standing out and the places as links. The last
/// line is a link to `showLink`, when it is not empty.
[[nodiscard]] QList<StyledLine> exceptionLines(const Runner::Traceback &traceback, const QString &showLink);

/// Makes `File "x.py", line 3` in a line of program output a link.
void linkPlaces(StyledLine &line);

/// The link to a traceback by its number; the oldest are no longer kept when there are more than this.
inline constexpr int MostTracebacks = 100;
[[nodiscard]] QString tracebackLink(int number);

[[nodiscard]] QString linkTo(const FileLink &place);
/// The place a link names; nothing when it is another kind of link.
[[nodiscard]] std::optional<FileLink> fileLink(const QString &link);

} // namespace Skillet::Ui
