// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/calltipper.h"

#include "prompt/calltip.h"
#include "prompt/codescan.h"

#include <QScrollBar>

#include <utility>

namespace Skillet::Ui {

CallTipper::CallTipper(PromptView &view, Runner::Session &session, const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_session(session)
    , m_tip(new CallTip(theme, &view))
{
    m_view.installEventFilter(this);
    connect(&m_session, &Runner::Session::callTipKnown, this,
            [this](quint32 request, const Runner::CallTip &tip) {
                if (request == m_request && m_request != 0)
                    take(tip);
            });
    connect(&m_session, &Runner::Session::stateChanged, this, [this](Runner::SessionState state) {
        if (state != Runner::SessionState::Idle)
            close();
    });
    connect(&m_view, &QPlainTextEdit::cursorPositionChanged, this, &CallTipper::update);
    connect(m_view.verticalScrollBar(), &QScrollBar::valueChanged, this, &CallTipper::update);
    connect(m_tip, &AssistFrame::closed, this, [this] { m_left = -1; });
}

QRect CallTipper::place() const
{
    return m_tip->isVisible() ? m_tip->geometry() : QRect();
}

void CallTipper::close()
{
    m_request = 0;
    m_wanted = false;
    m_tip->hide();
}

bool CallTipper::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || m_view.isHeld())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && m_tip->isVisible()) {
        if (event->type() == QEvent::KeyPress)
            close();
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        m_wanted = key->text() == QLatin1String("(") || key->text() == QLatin1String(",");
    return QObject::eventFilter(watched, event);
}

// Whatever is written meanwhile moves the parameter, or ends the call: Python knows.
void CallTipper::update()
{
    if (std::exchange(m_wanted, false) || m_tip->isVisible())
        ask();
}

void CallTipper::ask()
{
    const std::optional<CaretPlace> place = m_view.caretPlace();
    if (!place || place->caret == 0 || m_session.state() != Runner::SessionState::Idle) {
        close();
        return;
    }
    if (!m_tip->isVisible() && isInText(place->source, place->caret - 1))
        return;
    m_asked = *place;
    m_request = m_session.askCallTip(place->source, place->caret);
}

void CallTipper::take(const Runner::CallTip &tip)
{
    m_request = 0;
    const std::optional<CaretPlace> place = m_view.caretPlace();
    const bool current = place && place->caret == m_asked.caret && place->source == m_asked.source;
    if (!current || tip.signature.isEmpty() || !m_view.hasFocus()) {
        close();
        return;
    }
    const QRect caret = m_view.cursorRect();
    const QRect line(m_view.viewport()->mapToGlobal(caret.topLeft()), caret.size());
    if (m_left < 0 || tip.signature != m_tip->signature())
        m_left = line.left();
    m_tip->showTip(tip, line, m_left);
}

} // namespace Skillet::Ui
