// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QString>
#include <QTextBlockUserData>

#include <memory>
#include <optional>

namespace Skillet::Ui {

class Picture;

/// The stretch of a picture that one line of the prompt shows: pictures scroll line by line as text does.
struct PictureSlice
{
    std::shared_ptr<const Picture> picture; ///< null: the line shows none
    int index = 0;
    qreal rows = 0; ///< height of the whole picture, in rows of text
    qreal aspect = 1; ///< width by height

    friend bool operator==(const PictureSlice &, const PictureSlice &) = default;
};

/// How a stretch of text in the prompt looks, by roles, so that it follows the theme.
struct TextLook
{
    ColorRole color = ColorRole::Text;
    std::optional<ColorRole> background;
    /// Colours that a program asked for, in place of the roles; drawn as near to them as can be read.
    std::optional<QRgb> exact;
    std::optional<QRgb> exactBackground;
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
    PictureSlice slice = {};

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

    [[nodiscard]] std::unique_ptr<LineData> copy() const
    {
        auto data = std::make_unique<LineData>(kind, runs, wraps);
        data->slice = slice;
        data->prompt = prompt;
        return data;
    }

    LineKind kind = LineKind::Output;
    QList<LookRun> runs;
    bool wraps = false;
    PictureSlice slice;
    QString prompt; ///< of Input and Continuation: what stood before the line, `>>> `
};

} // namespace Skillet::Ui
