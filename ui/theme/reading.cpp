// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/reading.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace Skillet::Ui {

namespace {

constexpr const char *AnnouncerName = "announcer";
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
    QAccessibleInterface *spoken =
        QAccessible::isActive() ? QAccessible::queryAccessibleInterface(&widget) : nullptr;
    if (!spoken)
        return;
    const QString words = spoken->text(QAccessible::Name);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&widget, words);
    QAccessible::updateAccessibility(&event);
#else
    // On Linux, Qt tells nobody of alerts before announcements came. A message that comes into view is read
    // out, though: so one does, of a point that nobody sees.
    QWidget *window = widget.window();
    auto *message = window->findChild<QWidget *>(QLatin1String(AnnouncerName), Qt::FindDirectChildrenOnly);
    if (!message) {
        message = new QWidget(window);
        message->setObjectName(QLatin1String(AnnouncerName));
        message->setAttribute(Qt::WA_TransparentForMouseEvents);
        setRole(*message, QAccessible::AlertMessage);
        message->resize(1, 1);
        message->lower();
        message->show();
    }
    message->setAccessibleName(words);
    QAccessibleEvent event(message, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace Skillet::Ui
