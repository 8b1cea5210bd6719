// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/codeeditor.h"
#include "runner/assistance.h"
#include "runner/linter.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Skillet::Core {
class Settings;
} // namespace Skillet::Core

namespace Skillet::Ui {

class Actions;
class EditorArea;

/// Asks ruff or flake8 about the program in front, when one of them is installed and the learner wants it. An
/// answer about an older text is dropped.
class StyleHints final : public QObject
{
    Q_OBJECT

public:
    /// `path` is where the tools are looked for besides the learner's environment, as $PATH.
    StyleHints(EditorArea &editor, Core::Settings &settings, QObject *parent,
               const QString &path = Runner::ToolRun::usualPath());

    /// The switch.
    void connectActions(const Actions &actions);
    /// Off: nothing is asked, whatever the switch says.
    void setEnabled(bool enabled);

Q_SIGNALS:
    /// Empty: nothing, or nothing any more.
    void found(const Skillet::Ui::CodeEditor *editor, const QList<Skillet::Runner::Problem> &problems);

private:
    void look();
    void take(const QList<Runner::LintFinding> &findings);
    void forget();

    EditorArea &m_editor;
    Core::Settings &m_settings;
    Runner::Linter m_linter;
    QPointer<CodeEditor> m_asked; ///< none: no answer is waited for
    QTimer m_pause; ///< a process is started for each look: longer than what is read here
    bool m_isEnabled = true;
    bool m_isWanted = true;
};

} // namespace Skillet::Ui
