// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"
#include "theme/theme.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;

/// Gives the name at the caret another one, everywhere in its file where it is the same, in one step of undo.
/// What is renamed is the text that was asked about, or nothing.
class RenameController final : public QObject
{
    Q_OBJECT

public:
    /// `project` gives the folder whose other files are looked at.
    RenameController(Runner::Analyst &analyst, EditorArea &editor, const Theme &theme,
                     std::function<QString()> project, QObject *parent);

    void connectActions(const Actions &actions);

Q_SIGNALS:
    void told(const QString &words);

private:
    void ask();
    void take(quint32 request, const Runner::Places &places);
    void rename(const Runner::Places &places, const QString &name);

    Runner::Analyst &m_analyst;
    EditorArea &m_editor;
    const Theme &m_theme;
    std::function<QString()> m_project;
    QPointer<CodeEditor> m_asked;
    QString m_code; ///< that was asked about
    quint32 m_request = 0; ///< 0: no answer is waited for
};

} // namespace Skillet::Ui
