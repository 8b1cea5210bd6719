// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/style.h"

#include "theme/iconengine.h"
#include "theme/stylechrome.h"
#include "theme/stylecontrols.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

#include <utility>

namespace Skillet::Ui {

namespace {

using R = ColorRole;

} // namespace

Style::Style(std::shared_ptr<const Scheme> scheme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_scheme(std::move(scheme))
    , m_zoom(m_scheme->zoom)
{ }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget)) {
        view->viewport()->setAttribute(Qt::WA_Hover);
    } else if (qobject_cast<QTabBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

bool Style::drawPanel(PrimitiveElement element, const QStyleOption &option, QPainter *painter) const
{
    const Scheme &scheme = *m_scheme;
    const QRect rect = option.rect;
    switch (element) {
    case PE_PanelMenu:
        painter->fillRect(rect, scheme.color(R::Surface));
        return true;
    case PE_FrameMenu:
        StyleControls::box(painter, rect, 0, QColor(), scheme.mixed(R::Border, R::Muted, 0.3));
        return true;
    case PE_PanelTipLabel:
        StyleChrome::toolTip(scheme, painter, option);
        return true;
    case PE_PanelStatusBar:
        painter->fillRect(rect.left(), rect.top(), rect.width(), 1, scheme.color(R::Border));
        return true;
    case PE_FrameTabBarBase:
        StyleChrome::tabBarBase(scheme, painter, option);
        return true;
    case PE_FrameTabWidget:
        painter->fillRect(rect.left(), rect.top(), rect.width(), 1, scheme.color(R::Border));
        return true;
    case PE_FrameGroupBox: {
        // The title stands above the frame.
        const int title = option.fontMetrics.height() + scheme.scaled(4);
        StyleControls::box(painter, rect.adjusted(0, title, 0, 0), designRadius, QColor(),
                           scheme.color(R::Border));
        return true;
    }
    case PE_Frame:
    case PE_FrameWindow:
    case PE_FrameDockWidget:
        StyleControls::box(painter, rect, 0, QColor(), scheme.color(R::Border));
        return true;
    case PE_FrameStatusBarItem:
    case PE_FrameDefaultButton:
    case PE_IndicatorTabTear:
    case PE_PanelItemViewRow:
        return true;
    default:
        return false;
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Scheme &scheme = *m_scheme;
    if (drawPanel(element, *option, painter)) {
        return;
    }
    switch (element) {
    case PE_PanelButtonTool:
        return StyleControls::toolButton(scheme, painter, *option);
    case PE_FrameLineEdit:
        return StyleControls::textField(scheme, painter, *option);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            StyleControls::textField(scheme, painter, *option);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return StyleControls::checkBox(scheme, painter, *option);
    case PE_IndicatorRadioButton:
        return StyleControls::radioButton(scheme, painter, *option);
    case PE_IndicatorArrowDown:
        return StyleControls::chevron(scheme, painter, option->rect, Qt::DownArrow, scheme.color(R::Muted));
    case PE_IndicatorArrowUp:
        return StyleControls::chevron(scheme, painter, option->rect, Qt::UpArrow, scheme.color(R::Muted));
    case PE_IndicatorArrowLeft:
        return StyleControls::chevron(scheme, painter, option->rect, Qt::LeftArrow, scheme.color(R::Muted));
    case PE_IndicatorArrowRight:
        return StyleControls::chevron(scheme, painter, option->rect, Qt::RightArrow, scheme.color(R::Muted));
    case PE_IndicatorBranch:
        return StyleChrome::treeBranch(scheme, painter, *option);
    case PE_IndicatorTabClose:
        return StyleChrome::tabCloseButton(scheme, painter, *option);
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_IndicatorToolBarSeparator:
        return StyleChrome::separator(scheme, painter, *option);
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            StyleChrome::itemBackground(scheme, painter, *item);
        }
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange)) {
            StyleControls::focusRing(scheme, painter, option->rect, scheme.scaled(4));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool Style::drawBar(ControlElement element, const QStyleOption *option, QPainter *painter,
                    const QWidget *widget) const
{
    const Scheme &scheme = *m_scheme;
    switch (element) {
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            StyleChrome::menuItem(scheme, painter, *item, proxy());
        }
        return true;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            StyleChrome::menuBarItem(scheme, painter, *item, proxy());
        }
        return true;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, scheme.color(R::Ground));
        return true;
    case CE_ToolBar:
        painter->fillRect(option->rect, scheme.color(R::Ground));
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                          scheme.color(R::Border));
        return true;
    case CE_Splitter:
        StyleChrome::separator(scheme, painter, *option);
        return true;
    case CE_SizeGrip:
        return true;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            StyleChrome::dockTitle(scheme, painter, *dock,
                                   subElementRect(SE_DockWidgetTitleBarText, option, widget));
        }
        return true;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            StyleChrome::headerSection(scheme, painter, *header);
        } else {
            painter->fillRect(option->rect, scheme.color(R::Ground));
        }
        return true;
    default:
        return false;
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (drawBar(element, option, painter, widget)) {
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (element == CE_PushButton && button) {
        StyleControls::pushButton(*m_scheme, painter, *button, widget);
        QStyleOptionButton label = *button;
        label.rect = subElementRect(SE_PushButtonContents, option, widget);
        drawButtonLabel(label, painter, widget);
    } else if (element == CE_PushButtonBevel && button) {
        StyleControls::pushButton(*m_scheme, painter, *button, widget);
    } else if (element == CE_PushButtonLabel && button) {
        drawButtonLabel(*button, painter, widget);
    } else if (element == CE_TabBarTabShape && tab) {
        StyleChrome::tab(*m_scheme, painter, *tab);
    } else if (element == CE_TabBarTabLabel && tab) {
        drawTabLabel(*tab, painter, widget);
    } else if (element == CE_ProgressBarGroove) {
        StyleControls::progressGroove(*m_scheme, painter, *option);
    } else if (element == CE_ProgressBarContents && progress) {
        StyleControls::progressContents(*m_scheme, painter, *progress);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionButton label = option;
    if (option.state.testFlag(State_Enabled) && StyleControls::isPrimary(option, widget)) {
        label.palette.setColor(QPalette::ButtonText, m_scheme->color(R::OnAccent));
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
}

void Style::drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionTab label = option;
    const bool strong = option.state.testFlag(State_Selected) || option.state.testFlag(State_MouseOver);
    label.palette.setColor(QPalette::WindowText, m_scheme->color(strong ? R::Text : R::Muted));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_ScrollBar && slider) {
        StyleControls::scrollBar(*m_scheme, painter, *slider, scrollBarRect(*slider, SC_ScrollBarSlider),
                                 widget);
    } else if (control == CC_Slider && slider) {
        StyleControls::slider(*m_scheme, painter, *slider,
                              subControlRect(control, option, SC_SliderHandle, widget));
    } else if (control == CC_ComboBox && combo) {
        StyleControls::comboBox(*m_scheme, painter, *combo,
                                subControlRect(control, option, SC_ComboBoxArrow, widget));
    } else if (control == CC_SpinBox && spin) {
        StyleControls::spinBox(*m_scheme, painter, *spin,
                               subControlRect(control, option, SC_SpinBoxUp, widget),
                               subControlRect(control, option, SC_SpinBoxDown, widget));
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace Skillet::Ui
