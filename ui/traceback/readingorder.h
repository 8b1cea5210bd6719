// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Skillet::Ui {

/// What was put between others later is also read and reached between them: the children of `root`, and of
/// all below it, come in the order of their layouts, for screen readers and for Tab.
void putInReadingOrder(QWidget &root);

} // namespace Skillet::Ui
