// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/calltipper.h"

#include "assist/calltip.h"
#include "assist/codescan.h"

#include <QKeyEvent>
#include <QWidget>

#include <utility>

namespace Skillet::Ui {

CallTipper::CallTipper(AssistedText &text, NameSource &names, const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_names(names)
    , m_tip(new CallTip(theme, &text.widget()))
{
    m_text.widget().installEventFilter(this);
    connect(&m_names, &NameSource::callTipKnown, this, [this](quint32 request, const Runner::CallTip &tip) {
        if (request == m_request && m_request != 0)
            take(tip);
    });
    connect(&m_names, &NameSource::becameBusy, this, &CallTipper::close);
    connect(&m_text, &AssistedText::caretMoved, this, &CallTipper::update);
    connect(&m_text, &AssistedText::scrolled, this, &CallTipper::update);
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

void CallTipper::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    close();
}

bool CallTipper::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || m_text.isHeld())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && m_tip->isVisible()) {
        if (event->type() == QEvent::KeyPress)
            close();
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        m_wanted = m_isEnabled && (key->text() == QLatin1String("(") || key->text() == QLatin1String(","));
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
    const std::optional<CaretPlace> place = m_text.caretPlace();
    if (!place || place->caret == 0 || !m_names.isReady()) {
        close();
        return;
    }
    if (!m_tip->isVisible() && isInText(place->source, place->caret - 1))
        return;
    m_asked = *place;
    m_request = m_names.askCallTip(place->source, place->caret);
}

void CallTipper::take(const Runner::CallTip &tip)
{
    m_request = 0;
    const std::optional<CaretPlace> place = m_text.caretPlace();
    const bool current = place && place->caret == m_asked.caret && place->source == m_asked.source;
    if (!current || tip.signature.isEmpty() || !m_text.widget().hasFocus()) {
        close();
        return;
    }
    const QRect line = m_text.placeOf(place->caret);
    if (m_left < 0 || tip.signature != m_tip->signature())
        m_left = line.left();
    m_tip->showTip(tip, line, m_left);
}

} // namespace Skillet::Ui
