// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QString>
#include <QTextBlockUserData>

#include <optional>

namespace Skillet::Ui {

/// How a stretch of text in the prompt looks, by roles, so that it follows the theme.
struct TextLook
{
    ColorRole color = ColorRole::Text;
    std::optional<ColorRole> background;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    QString link; ///< what a click on it opens; empty: not a link

    friend bool operator==(const TextLook &, const TextLook &) = default;
};

/// Positions in UTF-16 code units of the line.
struct LookRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    TextLook look;

    friend bool operator==(const LookRun &, const LookRun &) = default;
};

/// One line of text without its newline; stretches without a run have the default look.
struct StyledLine
{
    QString text;
    QList<LookRun> runs;
    bool wraps = false; ///< the program wrote no newline here: the line was too long and goes on in the next

    friend bool operator==(const StyledLine &, const StyledLine &) = default;
};

/// What a line of the prompt is; decides its mark in the gutter and how it is copied.
enum class LineKind {
    Output,
    Input, ///< first line of what the learner typed: `>>>`
    Continuation, ///< its further lines: `...`
    Answer, ///< a line given to input()
    Notice, ///< said by the workbench, not by Python
    Greeting,
};

/// What the prompt knows of a text block besides its text. Blocks without it are plain output.
class LineData final : public QTextBlockUserData
{
public:
    LineData(LineKind lineKind, QList<LookRun> lineRuns, bool lineWraps)
        : kind(lineKind)
        , runs(std::move(lineRuns))
        , wraps(lineWraps)
    { }

    LineKind kind = LineKind::Output;
    QList<LookRun> runs;
    bool wraps = false;
};

} // namespace Skillet::Ui
