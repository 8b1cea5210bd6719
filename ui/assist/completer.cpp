// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/completer.h"

#include "assist/codescan.h"
#include "assist/completionmodel.h"
#include "assist/completionpopup.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

constexpr int DotDelayMs = 150;
/// Python answers within a millisecond or two; until then further keys wait, as in a terminal.
constexpr int HoldLimitMs = 300;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

int wordStart(const CaretPlace &place)
{
    int start = place.caret;
    while (start > 0 && isWord(place.source[start - 1]))
        --start;
    return start;
}

/// Nothing but characters at the caret came in between `before` and `now`.
bool continues(const CaretPlace &before, const CaretPlace &now)
{
    const QStringView source(now.source);
    return now.caret >= before.caret
        && source.first(before.caret) == QStringView(before.source).first(before.caret)
        && source.sliced(now.caret) == QStringView(before.source).sliced(before.caret);
}

} // namespace

Completer::Completer(AssistedText &text, NameSource &names, const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_names(names)
    , m_popup(new CompletionPopup(theme, &text.widget()))
{
    m_dotDelay.setSingleShot(true);
    m_dotDelay.setInterval(DotDelayMs);
    m_holdLimit.setSingleShot(true);
    m_holdLimit.setInterval(HoldLimitMs);
    m_text.widget().installEventFilter(this);
    connect(&m_dotDelay, &QTimer::timeout, this, [this] {
        const std::optional<CaretPlace> place = m_text.caretPlace();
        if (place && !isOpen() && followsDot(*place) && m_names.isReady())
            ask(Reason::Dot);
    });
    connect(&m_holdLimit, &QTimer::timeout, this, &Completer::release);
    connect(&m_names, &NameSource::completionsKnown, this,
            [this](quint32 request, const Runner::Completions &completions) {
                if (request == m_request && m_request != 0)
                    take(completions);
            });
    connect(&m_text, &AssistedText::caretMoved, this, &Completer::update);
    connect(&m_text, &AssistedText::textChanged, this, &Completer::update);
    connect(&m_text, &AssistedText::scrolled, this, &Completer::update);
    connect(m_popup, &CompletionPopup::clicked, this, &Completer::accept);
}

void Completer::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    m_dotDelay.stop();
    close();
}

void Completer::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    m_dotDelay.stop();
}

bool Completer::isOpen() const
{
    return m_popup->isVisible();
}

void Completer::close()
{
    m_request = 0;
    m_popup->hide();
    release();
}

bool Completer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !m_text.isHeld())
        return handleKey(*static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::ShortcutOverride && isOpen()) {
        // The window may use these otherwise.
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Tab) {
            event->accept();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool Completer::handleKey(const QKeyEvent &event)
{
    m_dotDelay.stop();
    if (isOpen() && handleOpenKey(event))
        return true;
    if (!m_isEnabled)
        return false;
    const std::optional<CaretPlace> place = m_text.caretPlace();
    if (!place)
        return false;
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        ask(Reason::Asked);
        return true;
    }
    if (m_tabAsks && event.key() == Qt::Key_Tab && event.modifiers() == Qt::NoModifier && place->caret > 0) {
        const QChar before = place->source[place->caret - 1];
        const bool inPath = before == u'/' && isInText(place->source, place->caret - 1);
        if (!isWord(before) && before != u'.' && !inPath)
            return false;
        ask(Reason::Tab);
        return true;
    }
    const bool goesOn = !event.text().isEmpty() && isWord(event.text().front());
    if (m_automatic && (event.text() == QLatin1String(".") || (goesOn && followsDot(*place))))
        m_dotDelay.start();
    return false;
}

bool Completer::handleOpenKey(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool hasItems = m_popup->hasChoice();
    if (plain && event.key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (!hasItems) {
        close();
        return false;
    }
    if (!plain)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        m_popup->step(-1);
        return true;
    case Qt::Key_Down:
        m_popup->step(1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_popup->page(event.key() == Qt::Key_PageDown);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return acceptsBy(event);
    default:
        return false;
    }
}

// Enter means the list only when it has something to add: who wrote the whole word, or was not asking, runs
// it.
bool Completer::acceptsBy(const QKeyEvent &event)
{
    const std::optional<CaretPlace> place = m_text.caretPlace();
    const QString typed = place ? place->source.mid(m_all.from, place->caret - m_all.from) : QString();
    const bool isTab = event.key() == Qt::Key_Tab;
    const bool unasked = m_reason == Reason::Dot && typed.isEmpty() && !m_popup->wasMoved();
    if (!isTab && (unasked || m_popup->chosen().text == typed)) {
        close();
        return false;
    }
    accept();
    return true;
}

bool Completer::followsDot(const CaretPlace &place) const
{
    const int dot = wordStart(place) - 1;
    if (dot < 1 || place.source[dot] != u'.' || isInText(place.source, dot))
        return false;
    // `1.` is a number, and a relative import or an ellipsis begins with the dot.
    const QChar before = place.source[dot - 1];
    const int start = wordStart({place.source, dot});
    const bool isNumber = start < dot && place.source[start].isDigit();
    return !isNumber
        && (isWord(before) || before == u')' || before == u']' || before == u'}' || before == u'"'
            || before == u'\'');
}

void Completer::ask(Reason reason)
{
    const std::optional<CaretPlace> place = m_text.caretPlace();
    if (!place)
        return;
    if (reason != Reason::Refresh)
        m_reason = reason;
    m_asked = *place;
    m_request = m_names.askCompletions(place->source, place->caret);
    if (reason == Reason::Tab && m_names.isReady()) {
        m_holdLimit.start();
        m_holding = true;
        m_text.setHeld(true);
    }
}

// The keys that came meanwhile go in, now that it is known what they follow.
void Completer::release()
{
    m_holdLimit.stop();
    if (std::exchange(m_holding, false))
        m_text.setHeld(false);
}

void Completer::take(const Runner::Completions &completions)
{
    m_request = 0;
    m_all = completions;
    m_all.from = std::clamp(m_all.from, 0, m_asked.caret);
    const std::optional<CaretPlace> place = m_text.caretPlace();
    if (!place || !continues(m_asked, *place) || !m_text.widget().hasFocus()) {
        close();
        return;
    }
    const QList<Runner::Completion> items =
        narrowed(m_all.items, place->source.mid(m_all.from, place->caret - m_all.from));
    const bool untouched = place->caret == m_asked.caret;
    if (m_reason == Reason::Tab && !isOpen() && untouched && items.size() == 1 && !m_all.more)
        put(items.first(), *place);
    else if (items.isEmpty() && m_reason != Reason::Dot && !isOpen())
        sayNothingFits(*place);
    else
        offer(*place);
    release();
}

void Completer::offer(const CaretPlace &place)
{
    const QString typed = place.source.mid(m_all.from, place.caret - m_all.from);
    const QList<Runner::Completion> items = narrowed(m_all.items, typed);
    if (items.isEmpty() || (items.size() == 1 && items.first().text == typed)) {
        m_popup->hide();
        return;
    }
    m_popup->showItems(items, m_all.more, avoided(place), lineAt(place, m_all.from).left());
}

void Completer::update()
{
    if (!isOpen() || m_updating)
        return;
    const QScopedValueRollback<bool> once(m_updating, true);
    const std::optional<CaretPlace> place = m_text.caretPlace();
    const int from = m_all.from;
    if (!place || !m_popup->hasChoice() || place->caret < from
        || place->source.left(from) != m_asked.source.left(from) || !m_text.isCaretSeen()) {
        close();
        return;
    }
    const bool wordGone = place->caret == from && (from == 0 || place->source[from - 1] != u'.');
    if (wordGone && m_asked.caret > from) {
        close();
        return;
    }
    // The answer was to a longer word, or had not all of them.
    const bool narrower = place->caret < m_asked.caret;
    if (narrower || (m_all.more && place->caret != m_asked.caret))
        ask(Reason::Refresh);
    offer(*place);
}

void Completer::accept()
{
    const std::optional<CaretPlace> place = m_text.caretPlace();
    if (place && m_popup->hasChoice() && place->caret >= m_all.from)
        put(m_popup->chosen(), *place);
    else
        close();
}

void Completer::put(const Runner::Completion &item, const CaretPlace &place)
{
    m_request = 0;
    m_popup->hide();
    m_text.replace(m_all.from, place.caret, item.text);
    const bool isFolder = item.kind == Runner::NameKind::File && item.text.endsWith(u'/');
    if (isFolder)
        ask(Reason::Asked);
}

void Completer::sayNothingFits(const CaretPlace &place)
{
    m_popup->showNote(m_names.nothingKnown(), avoided(place), lineAt(place, place.caret).left());
}

QRect Completer::lineAt(const CaretPlace &place, int offset) const
{
    return m_text.placeOf(std::min(offset, place.caret));
}

QRect Completer::avoided(const CaretPlace &place) const
{
    const QRect line = lineAt(place, place.caret);
    const QRect other = m_avoided ? m_avoided() : QRect();
    return other.isEmpty() ? line : line.united(other);
}

} // namespace Skillet::Ui
