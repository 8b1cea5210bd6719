// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/findbar.h"

#include "editor/codeeditor.h"
#include "editor/scintilla.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qsizetype mostMatches = 9999;

} // namespace

FindBar::FindBar(CodeEditor &editor, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_theme(theme)
    , m_pattern(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    m_pattern->setPlaceholderText(tr("Find in this file"));
    m_pattern->setAccessibleName(tr("Find in this file"));
    m_pattern->setClearButtonEnabled(true);
    layout->addWidget(m_pattern, 1);
    layout->addWidget(m_count);
    auto *previous =
        addButton(QStringLiteral("go-up"), tr("Previous match"), tr("Previous match (Shift+Enter)"));
    auto *next = addButton(QStringLiteral("go-down"), tr("Next match"), tr("Next match (Enter)"));
    auto *closeButton =
        addButton(QStringLiteral("dialog-close"), tr("Close the find bar"), tr("Close (Esc)"));
    connect(m_pattern, &QLineEdit::textChanged, this, [this] {
        refresh();
        const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
        const auto at = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                     [from](const Match &match) { return match.start >= from; });
        select(at == m_matches.cend() ? 0 : at - m_matches.cbegin());
    });
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(closeButton, &QToolButton::clicked, this, &FindBar::dismiss);
    connect(&m_editor, &QsciScintilla::textChanged, this, [this] {
        if (isVisible())
            QMetaObject::invokeMethod(this, &FindBar::refresh, Qt::QueuedConnection);
    });
    connect(&m_theme, &Theme::changed, this, &FindBar::applyTheme);
    m_pattern->installEventFilter(this);
    m_editor.indicatorDefine(QsciScintilla::FullBoxIndicator, indicator);
    m_editor.setIndicatorDrawUnder(true, indicator);
    applyTheme();
    hide();
}

QToolButton *FindBar::addButton(const QString &icon, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setIcon(m_theme.icon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    layout()->addWidget(button);
    return button;
}

void FindBar::applyTheme()
{
    const int space = m_theme.scaled(4);
    layout()->setContentsMargins(2 * space, space, 2 * space, space);
    layout()->setSpacing(space);
    m_count->setMinimumWidth(m_theme.scaled(72));
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Warn), indicator);
    const auto number = static_cast<unsigned long>(indicator);
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICSETALPHA, number, 50L);
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICSETOUTLINEALPHA, number, 140L);
}

void FindBar::open()
{
    const QString selected = m_editor.selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_pattern->setText(selected);
    refresh();
    m_pattern->selectAll();
    m_pattern->setFocus(Qt::ShortcutFocusReason);
}

void FindBar::dismiss()
{
    hide();
    m_matches.clear();
    markMatches();
    m_editor.setFocus(Qt::OtherFocusReason);
}

void FindBar::findNext()
{
    refresh();
    const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONEND);
    const auto at = std::find_if(m_matches.cbegin(), m_matches.cend(),
                                 [from](const Match &match) { return match.start >= from; });
    select(at == m_matches.cend() ? 0 : at - m_matches.cbegin());
}

void FindBar::findPrevious()
{
    refresh();
    const long from = m_editor.SendScintilla(QsciScintillaBase::SCI_GETSELECTIONSTART);
    const auto at = std::find_if(m_matches.crbegin(), m_matches.crend(),
                                 [from](const Match &match) { return match.end <= from; });
    select(at == m_matches.crend() ? m_matches.size() - 1
                                   : m_matches.size() - 1 - (at - m_matches.crbegin()));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pattern && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
        switch (key->key()) {
        case Qt::Key_Escape:
            dismiss();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F3:
            shift ? findPrevious() : findNext();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::refresh()
{
    m_matches = search();
    markMatches();
    if (m_pattern->text().isEmpty())
        m_count->clear();
    else if (m_matches.isEmpty())
        m_count->setText(tr("No match"));
    else if (m_matches.size() == 1)
        m_count->setText(tr("1 match"));
    else
        m_count->setText(m_matches.size() < mostMatches ? tr("%1 matches").arg(m_matches.size())
                                                        : tr("%1 and more").arg(mostMatches));
}

void FindBar::select(qsizetype index)
{
    if (index < 0 || index >= m_matches.size())
        return;
    const Match &match = m_matches[index];
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETSEL, static_cast<unsigned long>(match.start), match.end);
    m_editor.SendScintilla(QsciScintillaBase::SCI_SCROLLCARET);
    m_count->setText(tr("%1 of %2").arg(index + 1).arg(m_matches.size()));
}

QList<FindBar::Match> FindBar::search() const
{
    QList<Match> matches;
    const QByteArray pattern = m_pattern->text().toUtf8();
    if (pattern.isEmpty())
        return matches;
    const long length = m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH);
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETSEARCHFLAGS, 0UL);
    long from = 0;
    while (matches.size() < mostMatches) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETSTART, static_cast<unsigned long>(from));
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETTARGETEND, static_cast<unsigned long>(length));
        const long at =
            m_editor.SendScintilla(QsciScintillaBase::SCI_SEARCHINTARGET,
                                   static_cast<unsigned long>(pattern.size()), pattern.constData());
        const long end = m_editor.SendScintilla(QsciScintillaBase::SCI_GETTARGETEND);
        if (at < 0 || end <= at)
            break;
        matches.append({at, end});
        from = end;
    }
    return matches;
}

void FindBar::markMatches()
{
    m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(indicator));
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0UL,
                           m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH));
    for (const Match &match : std::as_const(m_matches))
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE,
                               static_cast<unsigned long>(match.start), match.end - match.start);
}

} // namespace Skillet::Ui
