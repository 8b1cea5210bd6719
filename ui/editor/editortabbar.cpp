// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editortabbar.h"

#include "editor/tabclosebutton.h"

#include <QContextMenuEvent>
#include <QMouseEvent>

namespace Skillet::Ui {

EditorTabBar::EditorTabBar(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDocumentMode(true);
    setExpanding(false);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Open files"));
}

void EditorTabBar::setTab(int index, const QString &name, const QString &toolTip, bool changed, bool readOnly)
{
    QString shown = name;
    shown.replace(u'&', QStringLiteral("&&")); // no mnemonics here
    setTabText(index, shown);
    setTabToolTip(index, toolTip);
    setTabIcon(index, readOnly ? m_theme.icon(QStringLiteral("object-locked"), ColorRole::Muted) : QIcon());
    const QString state = readOnly ? tr("read-only") : changed ? tr("changed, not saved") : QString();
    setAccessibleTabName(index, state.isEmpty() ? name : tr("%1, %2").arg(name, state));
    if (auto *button = qobject_cast<TabCloseButton *>(tabButton(index, RightSide))) {
        button->setChanged(changed);
        button->setToolTip(changed ? tr("Not saved yet. Close (Ctrl+W)") : tr("Close (Ctrl+W)"));
        button->setAccessibleName(tr("Close %1").arg(name));
    }
}

void EditorTabBar::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    auto *button = new TabCloseButton(m_theme, this);
    connect(button, &QAbstractButton::clicked, this, [this, button] {
        for (int tab = 0; tab < count(); ++tab) {
            if (tabButton(tab, RightSide) == button) {
                Q_EMIT tabCloseRequested(tab);
                return;
            }
        }
    });
    setTabButton(index, RightSide, button);
}

// Names are readable or scrolled away, never squeezed to their first letters.
QSize EditorTabBar::tabSizeHint(int index) const
{
    return QTabBar::tabSizeHint(index).boundedTo({m_theme.scaled(320), QWIDGETSIZE_MAX});
}

QSize EditorTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void EditorTabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int tab = tabAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && tab >= 0)
        Q_EMIT tabCloseRequested(tab);
    else
        QTabBar::mouseReleaseEvent(event);
}

void EditorTabBar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int tab = byKey ? currentIndex() : tabAt(event->pos());
    if (tab >= 0)
        Q_EMIT menuRequested(tab, byKey ? mapToGlobal(tabRect(tab).center()) : event->globalPos());
}

} // namespace Skillet::Ui
