// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/scheme.h"

class QPainter;
class QRect;
class QStyle;
class QStyleOption;
class QStyleOptionDockWidget;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

/// How the frame around the work is drawn: menus, bars, tabs, docks, rows of lists. No state.
namespace Skillet::Ui::StyleChrome {

inline constexpr int menuIconColumn = 36;
inline constexpr int menuRightMargin = 28;

void menuItem(const Scheme &scheme, QPainter *painter, const QStyleOptionMenuItem &option,
              const QStyle *style);
void menuBarItem(const Scheme &scheme, QPainter *painter, const QStyleOptionMenuItem &option,
                 const QStyle *style);
void tab(const Scheme &scheme, QPainter *painter, const QStyleOptionTab &option);
/// The line under a row of tabs, on the side of what they show.
void tabBarBase(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void tabCloseButton(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void dockTitle(const Scheme &scheme, QPainter *painter, const QStyleOptionDockWidget &option,
               const QRect &text);
/// A hairline along the middle of the longer side of the option's rectangle.
void separator(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
/// Selection and hover of a row in a list or tree.
void itemBackground(const Scheme &scheme, QPainter *painter, const QStyleOptionViewItem &option);
void treeBranch(const Scheme &scheme, QPainter *painter, const QStyleOption &option);
void headerSection(const Scheme &scheme, QPainter *painter, const QStyleOptionHeader &option);
void toolTip(const Scheme &scheme, QPainter *painter, const QStyleOption &option);

} // namespace Skillet::Ui::StyleChrome
