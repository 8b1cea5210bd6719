// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/hands.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTest>

namespace Skillet::Ui::Hands {

namespace {

/// The window's handle takes the keys, as from a keyboard; it hands them to the widget in focus.
QWindow *focusWindow()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus == nullptr ? nullptr : focus->window()->windowHandle();
}

} // namespace

void type(const QString &text)
{
    for (const QChar character : text) {
        QWindow *window = focusWindow();
        if (window == nullptr) {
            return;
        }
        if (character == QLatin1Char('\n')) {
            QTest::keyClick(window, Qt::Key_Return);
        } else {
            QTest::keyClick(window, character.toLatin1());
        }
    }
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (QWindow *window = focusWindow()) {
        QTest::keyClick(window, key, modifiers);
    }
}

void click(QWidget &widget, const QPoint &position)
{
    QTest::mouseClick(widget.window()->windowHandle(), Qt::LeftButton, Qt::NoModifier,
                      widget.mapTo(widget.window(), position));
}

void click(QWidget &widget)
{
    click(widget, widget.rect().center());
}

void clickRow(QAbstractItemView &view, const QModelIndex &index)
{
    view.scrollTo(index);
    const QRect row = view.visualRect(index);
    click(*view.viewport(), QPoint(row.left() + std::min(60, row.width() / 2), row.center().y()));
}

} // namespace Skillet::Ui::Hands
