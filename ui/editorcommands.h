// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace Skillet::Core {
class Settings;
}

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;

/// What the menus do to the text of the tab in front, and how they make all tabs look.
class EditorCommands final : public QObject
{
    Q_OBJECT

public:
    EditorCommands(EditorArea &area, const Actions &actions, Core::Settings &settings, QObject *parent);

private:
    void askForLine();
    void connectLook(const Actions &actions);
    void applyLook(CodeEditor &editor) const;

    EditorArea &m_area;
    Core::Settings &m_settings;
};

} // namespace Skillet::Ui
