// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/assistframe.h"

#include <QEvent>
#include <QScreen>

#include <algorithm>

namespace Skillet::Ui {

QRect placeBeside(const QRect &line, int left, QSize size, const QRect &screen, Side side)
{
    size = size.boundedTo(screen.size());
    const int above = line.top() - size.height();
    const int below = line.bottom() + 1;
    const bool fitsAbove = above >= screen.top();
    const bool fitsBelow = below + size.height() <= screen.bottom() + 1;
    const bool goesBelow = side == Side::Below ? fitsBelow || !fitsAbove : fitsBelow && !fitsAbove;
    const int x = std::clamp(left, screen.left(), screen.right() + 1 - size.width());
    const int y = std::clamp(goesBelow ? below : above, screen.top(), screen.bottom() + 1 - size.height());
    return {QPoint(x, y), size};
}

AssistFrame::AssistFrame(const Theme &theme, QWidget *owner)
    : QFrame(owner, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_theme(theme)
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    owner->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &AssistFrame::applyTheme);
    applyTheme();
}

void AssistFrame::applyTheme()
{
    hide();
    setFont(m_theme.font(FontRole::Interface));
    setStyleSheet(
        QStringLiteral("Skillet--Ui--AssistFrame { background: %1; border: 1px solid %2; }")
            .arg(m_theme.color(ColorRole::Surface).name(), m_theme.color(ColorRole::Border).name()));
}

void AssistFrame::place(const QRect &line, int left, Side side)
{
    const QRect screen = parentWidget()->screen()->availableGeometry();
    setGeometry(placeBeside(line, left, size(), screen, side));
    show();
}

void AssistFrame::showEvent(QShowEvent *event)
{
    m_window = parentWidget()->window();
    m_window->installEventFilter(this);
    QFrame::showEvent(event);
}

void AssistFrame::hideEvent(QHideEvent *event)
{
    if (m_window != nullptr && m_window != parentWidget())
        m_window->removeEventFilter(this);
    m_window = nullptr;
    QFrame::hideEvent(event);
    Q_EMIT closed();
}

bool AssistFrame::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::WindowDeactivate:
        hide();
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace Skillet::Ui
