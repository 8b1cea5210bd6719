// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of Style: sizes, places and habits; style.cpp draws.
#include "theme/iconengine.h"
#include "theme/style.h"
#include "theme/stylechrome.h"

#include <QIcon>
#include <QStyleOption>

#include <algorithm>
#include <iterator>

namespace Skillet::Ui {

namespace {

constexpr int controlHeight = 32;

/// A measure and its pixels in the design.
struct Measure
{
    QStyle::PixelMetric metric;
    int pixels;
};

/// The same at every zoom. Qt widens the grab area of a splitter as thin as this by itself.
constexpr Measure fixedMeasures[] = {
    {QStyle::PM_ButtonShiftHorizontal, 0},
    {QStyle::PM_ButtonShiftVertical, 0},
    {QStyle::PM_TabBarTabShiftHorizontal, 0},
    {QStyle::PM_TabBarTabShiftVertical, 0},
    {QStyle::PM_TabBarTabOverlap, 0},
    {QStyle::PM_TabBarBaseOverlap, 0},
    {QStyle::PM_ToolBarFrameWidth, 0},
    {QStyle::PM_MenuBarPanelWidth, 0},
    {QStyle::PM_ScrollView_ScrollBarSpacing, 0},
    {QStyle::PM_ScrollBarSliderMin, 32}, // more would keep panes of large text from being small
    {QStyle::PM_DockWidgetFrameWidth, 0},
    {QStyle::PM_DockWidgetTitleBarButtonMargin, 0},
    {QStyle::PM_SplitterWidth, 1},
    {QStyle::PM_MenuPanelWidth, 1},
    {QStyle::PM_TabBarBaseHeight, 1},
    {QStyle::PM_DockWidgetSeparatorExtent, 5},
};

constexpr Measure scaledMeasures[] = {
    {QStyle::PM_MenuHMargin, 4},
    {QStyle::PM_MenuVMargin, 4},
    {QStyle::PM_ToolBarItemSpacing, 4},
    {QStyle::PM_ToolBarItemMargin, 4},
    {QStyle::PM_MenuBarHMargin, 4},
    {QStyle::PM_MenuBarItemSpacing, 4},
    {QStyle::PM_ToolTipLabelFrameWidth, 4},
    {QStyle::PM_MenuBarVMargin, 2},
    {QStyle::PM_ToolBarSeparatorExtent, 9},
    {QStyle::PM_DockWidgetTitleMargin, 6},
    {QStyle::PM_ScrollBarExtent, 12},
    {QStyle::PM_SliderLength, 18},
    {QStyle::PM_SliderThickness, 18},
    {QStyle::PM_SliderControlThickness, 18},
    {QStyle::PM_TabBarTabHSpace, 28},
    {QStyle::PM_TabBarTabVSpace, 16},
    {QStyle::PM_SmallIconSize, 16},
    {QStyle::PM_TitleBarButtonIconSize, 16}, // of dock titles, from Qt 6.8 on
    {QStyle::PM_ButtonIconSize, 16},
    {QStyle::PM_ListViewIconSize, 16},
    {QStyle::PM_TabBarIconSize, 16},
    {QStyle::PM_TabCloseIndicatorWidth, 16},
    {QStyle::PM_TabCloseIndicatorHeight, 16},
    {QStyle::PM_LineEditIconSize, 16},
    {QStyle::PM_ToolBarIconSize, 22},
    {QStyle::PM_MessageBoxIconSize, 32},
    {QStyle::PM_IndicatorWidth, 18},
    {QStyle::PM_IndicatorHeight, 18},
    {QStyle::PM_ExclusiveIndicatorWidth, 18},
    {QStyle::PM_ExclusiveIndicatorHeight, 18},
    {QStyle::PM_CheckBoxLabelSpacing, 8},
    {QStyle::PM_RadioButtonLabelSpacing, 8},
    {QStyle::PM_LayoutHorizontalSpacing, 8},
    {QStyle::PM_LayoutVerticalSpacing, 8},
    {QStyle::PM_LayoutLeftMargin, 12},
    {QStyle::PM_LayoutTopMargin, 12},
    {QStyle::PM_LayoutRightMargin, 12},
    {QStyle::PM_LayoutBottomMargin, 12},
    {QStyle::PM_TreeViewIndentation, 20},
};

} // namespace

QRect Style::scrollBarRect(const QStyleOptionSlider &option, SubControl part) const
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(qint64(length) * option.pageStep / (range + option.pageStep));
        thumb = qMin(length, qMax(thumb, m_scheme->scaled(32)));
    }
    const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                              length - thumb, option.upsideDown);
    const auto slice = [&](int from, int extent) {
        const QRect rect = vertical
            ? QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), extent)
            : QRect(option.rect.left() + from, option.rect.top(), extent, option.rect.height());
        return visualRect(option.direction, option.rect, rect);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return slice(start, thumb);
    case SC_ScrollBarGroove:
        return option.rect;
    case SC_ScrollBarSubPage:
        return slice(0, start);
    case SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    default:
        return {}; // no buttons at the ends
    }
}

QRect Style::fieldRect(const QRect &rect, Qt::LayoutDirection direction, ComplexControl control,
                       SubControl part) const
{
    const int side = m_scheme->scaled(28);
    const QRect buttons(rect.right() - side + 1, rect.top(), side, rect.height());
    QRect place = rect;
    if (part == (control == CC_ComboBox ? SC_ComboBoxEditField : SC_SpinBoxEditField)) {
        place.adjust(m_scheme->scaled(8), 2, -side, -2);
    } else if (control == CC_ComboBox && part == SC_ComboBoxArrow) {
        place = buttons;
    } else if (control == CC_SpinBox && part == SC_SpinBoxUp) {
        place = buttons.adjusted(0, m_scheme->scaled(3), 0, -buttons.height() / 2);
    } else if (control == CC_SpinBox && part == SC_SpinBoxDown) {
        place = buttons.adjusted(0, buttons.height() / 2, 0, -m_scheme->scaled(3));
    }
    return visualRect(direction, rect, place);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        control == CC_ScrollBar && slider) {
        return scrollBarRect(*slider, subControl);
    }
    if (control == CC_ComboBox || control == CC_SpinBox) {
        return fieldRect(option->rect, option->direction, control, subControl);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const int inset = frame && frame->lineWidth > 0 ? m_scheme->scaled(6) : 0;
        return QProxyStyle::subElementRect(element, option, widget).adjusted(inset, 0, -inset, 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const Scheme &scheme = *m_scheme;
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {size.width() + scheme.scaled(28),
                qMax(size.height() + scheme.scaled(8), scheme.scaled(controlHeight))};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {base.width() + scheme.scaled(8), qMax(base.height(), scheme.scaled(controlHeight))};
    case CT_ToolButton:
        return base + QSize(scheme.scaled(4), scheme.scaled(4));
    case CT_ItemViewItem:
        return {base.width(), qMax(base.height(), scheme.scaled(28))};
    case CT_MenuBarItem:
        return {size.width() + scheme.scaled(16), size.height() + scheme.scaled(8)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator) {
                return {size.width(), scheme.scaled(9)};
            }
            const int gap = item->text.contains(QLatin1Char('\t')) ? scheme.scaled(24) : 0;
            return {size.width() + scheme.scaled(StyleChrome::menuIconColumn + StyleChrome::menuRightMargin)
                        + gap,
                    qMax(item->fontMetrics.height() + scheme.scaled(8), scheme.scaled(30))};
        }
        return base;
    default:
        return base;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const auto isIt = [metric](const Measure &measure) { return measure.metric == metric; };
    if (const auto *fixed = std::ranges::find_if(fixedMeasures, isIt); fixed != std::end(fixedMeasures)) {
        return fixed->pixels;
    }
    if (const auto *scaled = std::ranges::find_if(scaledMeasures, isIt); scaled != std::end(scaledMeasures)) {
        return qRound(scaled->pixels * m_zoom / 100.0);
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_MainWindow_SpaceBelowMenuBar:
    case SH_ComboBox_Popup:
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_TabBar_CloseButtonPosition:
        return 1; // QTabBar::RightSide
    case SH_TabBar_Alignment:
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon Style::icon(const char *name, ColorRole role) const
{
    return QIcon(new IconEngine(QLatin1String(name), role, m_scheme));
}

QIcon Style::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standardIcon) {
    case SP_MessageBoxInformation:
        return icon("dialog-information", ColorRole::Accent);
    case SP_MessageBoxWarning:
        return icon("dialog-warning", ColorRole::Warn);
    case SP_MessageBoxCritical:
        return icon("dialog-error", ColorRole::Error);
    case SP_MessageBoxQuestion:
        return icon("question", ColorRole::Accent);
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_DialogCloseButton:
        return icon("window-close", ColorRole::Muted);
    case SP_TitleBarNormalButton:
        return icon("view-restore", ColorRole::Muted);
    case SP_LineEditClearButton:
        return icon("edit-clear", ColorRole::Muted);
    case SP_ToolBarHorizontalExtensionButton:
        return icon("arrow-right", ColorRole::Muted);
    case SP_ToolBarVerticalExtensionButton:
        return icon("arrow-down", ColorRole::Muted);
    default:
        return QProxyStyle::standardIcon(standardIcon, option, widget);
    }
}

} // namespace Skillet::Ui
