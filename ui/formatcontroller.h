// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "editor/textedits.h"
#include "highlighting/codehighlighter.h"
#include "runner/formatter.h"
#include "theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

namespace Skillet::Core {
class Settings;
} // namespace Skillet::Core

namespace Skillet::Ui {

class Actions;
class EditorArea;

/// Formats the program in front with black, or else with ruff. Shows what would change until the learner has
/// seen enough of that, and touches only lines that change, in one step of undo. An answer about a text that
/// is another one meanwhile changes nothing.
class FormatController final : public QObject
{
    Q_OBJECT

public:
    /// `path` is where the tools are looked for besides the learner's environment, as $PATH.
    FormatController(const Theme &theme, const CodeHighlighter &highlighter, EditorArea &editor,
                     Core::Settings &settings, QObject *parent,
                     const QString &path = Runner::ToolRun::usualPath());

    void connectActions(const Actions &actions);

Q_SIGNALS:
    void told(const QString &words);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void format();
    void take(const Runner::FormatAnswer &answer);
    void compare(const Runner::FormatAnswer &answer);
    void offer(const Runner::FormatAnswer &answer, const QList<TextEdit> &edits);
    void apply(const Runner::FormatAnswer &answer, const QList<TextEdit> &edits);
    [[nodiscard]] bool isAsItWas();
    [[nodiscard]] static QString problem(const Runner::FormatAnswer &answer);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    EditorArea &m_editor;
    Core::Settings &m_settings;
    Runner::Formatter m_formatter;
    QPointer<CodeEditor> m_asked;
    QString m_code; ///< that was asked about
    QThreadPool m_pool; ///< last: it ends its work first
};

/// Where the place `at` of `before` is in `after`, which has the same words.
[[nodiscard]] qsizetype placeInFormatted(const QString &before, qsizetype at, const QString &after);

} // namespace Skillet::Ui
