// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class AnalystNames;
class CallTipper;
class CodeEditor;
class Completer;
class EditorArea;

/// Completion and call tips in every tab of the editor: on Ctrl+Space, a moment after a dot, and at a call's
/// brackets.
class EditorAssistController final : public QObject
{
    Q_OBJECT

public:
    EditorAssistController(Runner::Analyst &analyst, EditorArea &editor, const Theme &theme, QObject *parent);

    /// Whether the list comes up by itself after a dot.
    void setAutomatic(bool automatic);
    /// Off: nothing is suggested, whatever is pressed.
    void setEnabled(bool enabled);

private:
    struct Assist
    {
        QPointer<CodeEditor> editor;
        QPointer<Completer> completer; ///< these two go with the editor
        QPointer<CallTipper> tipper;
    };

    void attend();

    EditorArea &m_editor;
    const Theme &m_theme;
    AnalystNames *m_names;
    QList<Assist> m_assists;
    bool m_automatic = true;
    bool m_isEnabled = true;
};

} // namespace Skillet::Ui
