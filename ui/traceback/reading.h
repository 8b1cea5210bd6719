// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Skillet::Ui {

/// Lets screen readers take `widget`, drawn by itself, for a heading. To be called before anything is named:
/// Qt remembers what it found first.
void readAsHeading(QWidget &widget);
/// For a group of controls under one name.
void readAsGroup(QWidget &widget);
/// Tells a screen reader of something that has just come into view, by its accessible name.
void announce(QWidget &widget);

} // namespace Skillet::Ui
