// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/reading.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace Skillet::Ui {

namespace {

constexpr const char *RoleProperty = "accessibleRole";

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget == nullptr ? QVariant() : widget->property(RoleProperty);
    return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()))
                          : nullptr;
}

void setRole(QWidget &widget, QAccessible::Role role)
{
    QAccessible::installFactory(&makeInterface); // the same one again is not added
    widget.setProperty(RoleProperty, static_cast<int>(role));
}

} // namespace

void readAsHeading(QWidget &widget)
{
    setRole(widget, QAccessible::Heading);
}

void readAsGroup(QWidget &widget)
{
    setRole(widget, QAccessible::Grouping);
}

void announce(QWidget &widget)
{
    QAccessibleEvent event(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace Skillet::Ui
