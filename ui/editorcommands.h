// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;

/// What the menus do to the text of the tab in front.
class EditorCommands final : public QObject
{
    Q_OBJECT

public:
    EditorCommands(EditorArea &area, const Actions &actions, QObject *parent);

private:
    void askForLine();

    EditorArea &m_area;
};

} // namespace Skillet::Ui
