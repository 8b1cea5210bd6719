// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that helps to find the way in a program.
#include "mainwindow.h"
#include "outlinecontroller.h"

namespace Skillet::Ui {

void MainWindow::connectCode()
{
    auto *outline = new OutlineController(m_services.analyst, *m_editor, *m_outline, m_services.theme, this);
    outline->connectActions(*m_actions);
}

} // namespace Skillet::Ui
