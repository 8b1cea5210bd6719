// SPDX-License-Identifier: GPL-3.0-or-later
#include "contextmenukey.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QWidget>

namespace Skillet::Ui {

ContextMenuKey::ContextMenuKey(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ContextMenuKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    QWidget *focus = QApplication::focusWidget();
    if (key->key() != Qt::Key_F10 || key->modifiers() != Qt::ShiftModifier || !focus || watched != focus)
        return false;
    // Where the widget says that its caret is; Qt does the same for the Menu key.
    const QPoint place = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    // Not from within the key: a menu runs until it is closed.
    QCoreApplication::postEvent(
        focus, new QContextMenuEvent(QContextMenuEvent::Keyboard, place, focus->mapToGlobal(place)));
    return true;
}

} // namespace Skillet::Ui
