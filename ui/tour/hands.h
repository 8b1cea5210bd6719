// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace Skillet::Ui::Hands {

/// Key and mouse events as a person makes them: they go through the window system's queue, shortcuts and
/// focus included. All act on what is visible now.

/// Types `text` where the focus is; \n is the Enter key.
void type(const QString &text);

/// Presses one key where the focus is.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

void click(QWidget &widget, const QPoint &position);
void click(QWidget &widget);

/// Scrolls to the row and clicks on it.
void clickRow(QAbstractItemView &view, const QModelIndex &index);

} // namespace Skillet::Ui::Hands
