// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/toolrun.h"

#include <QMetaType>
#include <QObject>
#include <QString>

namespace Skillet::Runner {

struct FormatQuestion
{
    QString source;
    QString file; ///< where it is saved, for the project's settings; may be empty
    QString environment; ///< folder of the virtual environment whose tools come first; may be empty
};

enum class FormatEnd {
    Formatted, ///< `text` is it, which may be what it was
    NoTool, ///< neither black nor ruff is installed
    Unreadable, ///< the text is no program; `line` is where
    Failed, ///< the tool went wrong; `details` is what it said last
    TimedOut,
    Refused, ///< what came back is not this program with other blanks
};

struct FormatAnswer
{
    FormatEnd end = FormatEnd::Formatted;
    QString tool; ///< `black` or `ruff`
    QString text;
    int line = 0; ///< from 1; 0: not known
    QString details;
};

/// Has a program formatted by black, or else by ruff, whichever is installed. One at a time; changes nothing.
class Formatter final : public QObject
{
    Q_OBJECT

public:
    /// `path` is where tools are looked for besides the environment, as $PATH.
    explicit Formatter(const QString &path = ToolRun::usualPath(), int limitMs = 15'000,
                       QObject *parent = nullptr);

    /// Answered by one answered(), in a later turn of the event loop; a newer question takes the place of one
    /// that is not answered yet.
    void format(const FormatQuestion &question);

Q_SIGNALS:
    void answered(const Skillet::Runner::FormatAnswer &answer);

private:
    void take(const ToolOutcome &outcome);
    void readFailure(const ToolOutcome &outcome, FormatAnswer &answer) const;

    QString m_path;
    int m_limitMs;
    ToolRun m_run;
    QString m_tool;
    QString m_source;
    int m_question = 0;
};

/// Whether both are made of the same words: what a formatter may change is blanks, quotes, brackets, commas
/// and the letters' case in numbers and prefixes.
[[nodiscard]] bool haveSameWords(const QString &before, const QString &after);

} // namespace Skillet::Runner

Q_DECLARE_METATYPE(Skillet::Runner::FormatAnswer)
