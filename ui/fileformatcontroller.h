// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>

class QMenu;
class QStatusBar;
class QToolButton;

namespace Skillet::Ui {

class Actions;
class EditorArea;
class Theme;

/// Tells in the status bar how the file in front is written (indentation, line ends, encoding) and changes it
/// by a menu there.
class FileFormatController final : public QObject
{
    Q_OBJECT

public:
    /// `menu` holds the actions of the format and opens at the button.
    FileFormatController(EditorArea &area, QStatusBar &bar, const Theme &theme, const Actions &actions,
                         QMenu &menu, QObject *parent);

private:
    void connectActions();
    void follow();
    void show();

    EditorArea &m_area;
    const Theme &m_theme;
    const Actions &m_actions;
    QToolButton *m_button;
    QMetaObject::Connection m_followed; ///< the page in front
};

} // namespace Skillet::Ui
