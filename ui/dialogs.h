// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Skillet::Ui {

class Actions;

/// Every command with its keys, in a list that can be searched by typing.
void showShortcuts(QWidget &parent, const Actions &actions);

/// Version, licence and what Skillet is built on. `pythonVersion` is that of the running worker, or empty.
void showAbout(QWidget &parent, const QString &pythonVersion);

} // namespace Skillet::Ui
