// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Skillet::Workspace {

/// What one file is run with, as the learner wrote it.
struct RunSettings
{
    QString arguments; ///< as in a shell
    QString input; ///< text for standard input; empty: the program asks at the prompt
    QString folder; ///< to run in; empty: that of the file
    QString environment; ///< NAME=value, one a line

    [[nodiscard]] bool isEmpty() const { return *this == RunSettings(); }
    friend bool operator==(const RunSettings &, const RunSettings &) = default;
};

/// The words of a command line: parted by blanks, with '…', "…" and backslashes as in a POSIX shell, and
/// nothing else of it (no variables, no patterns). Invalid: a quote or a backslash has no end.
[[nodiscard]] Core::Result<QStringList> splitArguments(const QString &text);

/// The words as one line, quoted where they need it, so that splitArguments() gives them back.
[[nodiscard]] QString joinArguments(const QStringList &words);

/// NAME=value of each line that is not blank and no comment (#). Invalid, naming the line: it is none.
[[nodiscard]] Core::Result<QStringList> environmentSettings(const QString &text);

/// The lines that a program reads of `text`, as of a file whose last line has an end, too.
[[nodiscard]] QStringList inputLines(const QString &text);

/// The settings of all files, in one JSON file beside the profile. A damaged one counts as empty.
class RunSettingsStore final
{
public:
    explicit RunSettingsStore(QString file);

    [[nodiscard]] RunSettings of(const QString &path) const;
    /// Empty ones are forgotten. A damaged store is set aside beside the new one: its path then, else empty.
    [[nodiscard]] Core::Result<QString> set(const QString &path, const RunSettings &settings);
    /// Those of a file, or of all files in a folder, that has another name now.
    [[nodiscard]] Core::Result<void> followRename(const QString &from, const QString &to);

private:
    [[nodiscard]] Core::Result<void> write(const QJsonObject &all) const;

    QString m_file;
};

} // namespace Skillet::Workspace
