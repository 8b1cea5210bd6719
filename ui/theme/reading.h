// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Skillet::Ui {

/// Lets screen readers take `widget`, drawn by itself, for a heading. To be called before anything is named:
/// Qt remembers what it found first.
void readAsHeading(QWidget &widget);
/// For a group of controls under one name.
void readAsGroup(QWidget &widget);
/// Lets a screen reader say at once, by its accessible name, what has just come into view. The focus stays.
void announce(QWidget &widget);

} // namespace Skillet::Ui
