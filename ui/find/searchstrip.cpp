// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/searchstrip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>

namespace Skillet::Ui {

SearchStrip::SearchStrip(const Theme &theme, const QString &what, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_buttons(new QHBoxLayout)
    , m_pattern(new QLineEdit(this))
    , m_status(new QLabel(this))
{
    setObjectName(QStringLiteral("searchStrip"));
    setAccessibleName(what);
    auto *rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    auto *line = new QHBoxLayout;
    rows->addLayout(line, 1);
    rows->addLayout(m_buttons);
    m_pattern->setPlaceholderText(what);
    m_pattern->setAccessibleName(what);
    m_pattern->setClearButtonEnabled(true);
    m_pattern->installEventFilter(this);
    line->addWidget(m_pattern, 1);
    line->addWidget(m_status);
    m_case = addSwitch(tr("Aa"), tr("Tell capitals from small letters"), QKeySequence(tr("Alt+C")), this);
    m_case->hide();
    QToolButton *previous = addButton(QStringLiteral("go-up"), tr("Previous match"), tr("Shift+F3"));
    QToolButton *next = addButton(QStringLiteral("go-down"), tr("Next match"), tr("F3"));
    QToolButton *close = addButton(QStringLiteral("dialog-close"), tr("Close the search"), tr("Esc"));
    connect(m_pattern, &QLineEdit::textChanged, this, &SearchStrip::patternChanged);
    connect(previous, &QToolButton::clicked, this, &SearchStrip::previousRequested);
    connect(next, &QToolButton::clicked, this, &SearchStrip::nextRequested);
    connect(close, &QToolButton::clicked, this, &SearchStrip::dismissed);
    connect(&m_theme, &Theme::changed, this, &SearchStrip::applyTheme);
    applyTheme();
    hide();
}

QToolButton *SearchStrip::addButton(const QString &icon, const QString &text, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setIcon(m_theme.icon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(tr("%1 (%2)").arg(text, keys));
    m_buttons->addWidget(button);
    return button;
}

QToolButton *SearchStrip::addSwitch(const QString &sign, const QString &what, const QKeySequence &keys,
                                    QWidget *scope)
{
    auto *button = new QToolButton(this);
    button->setText(sign);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(what);
    button->setToolTip(tr("%1 (%2)").arg(what, keys.toString(QKeySequence::NativeText)));
    // Several strips of one window can be open.
    auto *shortcut = new QShortcut(keys, scope, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
    connect(button, &QToolButton::toggled, this, &SearchStrip::patternChanged);
    m_buttons->insertWidget(m_switches++, button);
    return button;
}

void SearchStrip::applyTheme()
{
    const int space = m_theme.scaled(4);
    layout()->setContentsMargins(2 * space, space, 2 * space, space);
    layout()->setSpacing(space);
    m_buttons->setSpacing(space);
    m_status->setMinimumWidth(m_theme.scaled(72));
    setMinimumWidth(m_buttons->minimumSize().width() + 4 * space);
    m_status->setFont(m_theme.font(FontRole::InterfaceSmall));
    setStyleSheet(QStringLiteral("#searchStrip { background: %1; border: none; border-top: 1px solid %2; }")
                      .arg(m_theme.color(ColorRole::Ground).name(), m_theme.color(ColorRole::Border).name()));
}

void SearchStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool isWide = width() - m_buttons->sizeHint().width() >= m_theme.scaled(200);
    auto *rows = static_cast<QBoxLayout *>(layout());
    rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SearchStrip::open(const QString &pattern)
{
    show();
    m_pattern->setText(pattern);
    m_pattern->selectAll();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
}

QString SearchStrip::pattern() const
{
    return m_pattern->text();
}

void SearchStrip::setStatus(const QString &status)
{
    m_status->setText(status);
    m_pattern->setAccessibleDescription(status);
}

void SearchStrip::offerCase()
{
    m_case->show();
}

Qt::CaseSensitivity SearchStrip::caseSensitivity() const
{
    return m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

bool SearchStrip::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_pattern || !isKey)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::KeyPress)
        return handleKey(key->key(), key->modifiers());
    // The window has other uses for these.
    const bool ours = key->key() == Qt::Key_Escape || key->key() == Qt::Key_F3
        || (m_takesControlKeys && key->modifiers() == Qt::ControlModifier
            && (key->key() == Qt::Key_R || key->key() == Qt::Key_S));
    if (ours)
        event->accept();
    return ours;
}

bool SearchStrip::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool shift = modifiers.testFlag(Qt::ShiftModifier);
    const bool control = m_takesControlKeys && modifiers.testFlag(Qt::ControlModifier);
    if (key == Qt::Key_Escape)
        Q_EMIT dismissed();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT accepted(shift);
    else if (key == Qt::Key_Up || (key == Qt::Key_F3 && shift) || (key == Qt::Key_R && control))
        Q_EMIT previousRequested();
    else if (key == Qt::Key_Down || key == Qt::Key_F3 || (key == Qt::Key_S && control))
        Q_EMIT nextRequested();
    else
        return false;
    return true;
}

} // namespace Skillet::Ui
