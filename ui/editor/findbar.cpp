// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/findbar.h"

#include "find/searchstrip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

FindBar::FindBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_strip(new SearchStrip(theme, tr("Find in this file"), this))
    , m_words(m_strip->addSwitch(tr("ab_"), tr("Find whole words only"), QKeySequence(tr("Alt+W")), this))
    , m_regular(m_strip->addSwitch(tr(".*"), tr("Read it as a regular expression"), QKeySequence(tr("Alt+X")),
                                   this))
    , m_selection(m_strip->addSwitch(tr("[ ]"), tr("Only in the selection"), QKeySequence(tr("Alt+S")), this))
    , m_files(m_strip->addSwitch(tr("1+"), tr("In all open files"), QKeySequence(tr("Alt+O")), this))
    , m_replaceRow(new QWidget(this))
    , m_replacement(new QLineEdit(m_replaceRow))
    , m_replace(new QPushButton(tr("Re&place"), m_replaceRow))
    , m_replaceAll(new QPushButton(tr("Replace &All"), m_replaceRow))
    , m_told(new QLabel(this))
{
    setAccessibleName(tr("Find and replace"));
    m_strip->offerCase();
    m_strip->leaveControlKeys();
    m_strip->show();
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_replaceRow);
    column->addWidget(m_told);
    buildReplaceRow();
    connect(m_selection, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            m_files->setChecked(false);
        Q_EMIT selectionToggled(on);
    });
    connect(m_files, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            m_selection->setChecked(false);
    });
    connect(m_strip, &SearchStrip::patternChanged, this, &FindBar::queryChanged);
    connect(m_strip, &SearchStrip::nextRequested, this, [this] { Q_EMIT stepRequested(false); });
    connect(m_strip, &SearchStrip::previousRequested, this, [this] { Q_EMIT stepRequested(true); });
    connect(m_strip, &SearchStrip::accepted, this, &FindBar::stepRequested);
    connect(m_strip, &SearchStrip::dismissed, this, &FindBar::dismissed);
    connect(&m_theme, &Theme::changed, this, &FindBar::applyTheme);
    applyTheme();
    hide();
}

void FindBar::buildReplaceRow()
{
    auto *row = new QHBoxLayout(m_replaceRow);
    m_replacement->setPlaceholderText(tr("Write in its place"));
    m_replacement->setAccessibleName(tr("Write in its place"));
    m_replacement->setClearButtonEnabled(true);
    m_replacement->installEventFilter(this);
    m_replace->setToolTip(tr("Replace this match and go on to the next (Enter)"));
    m_replaceAll->setToolTip(tr("Replace every match; one Undo in each file takes it back"));
    row->addWidget(m_replacement, 1);
    row->addWidget(m_replace);
    row->addWidget(m_replaceAll);
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
    m_replaceRow->hide();
}

void FindBar::applyTheme()
{
    const int space = m_theme.scaled(4);
    m_replaceRow->layout()->setContentsMargins(2 * space, 0, 2 * space, space);
    m_replaceRow->layout()->setSpacing(space);
    m_told->setContentsMargins(2 * space, 0, 2 * space, space);
    m_told->setFont(m_theme.font(FontRole::InterfaceSmall));
}

void FindBar::open(const QString &pattern, Rows rows)
{
    setWords({});
    m_replaceRow->setVisible(rows == Rows::Replace);
    show();
    m_strip->open(pattern.isEmpty() ? m_strip->pattern() : pattern);
}

SearchQuery FindBar::query() const
{
    return {m_strip->pattern(), m_strip->caseSensitivity() == Qt::CaseSensitive, m_words->isChecked(),
            m_regular->isChecked()};
}

QString FindBar::replacement() const
{
    return m_replacement->text();
}

bool FindBar::isInSelection() const
{
    return m_selection->isChecked();
}

bool FindBar::isInAllFiles() const
{
    return m_files->isChecked();
}

void FindBar::setInSelection(bool on)
{
    const QSignalBlocker quiet(m_selection);
    m_selection->setChecked(on);
}

void FindBar::setCount(const QString &count)
{
    m_strip->setStatus(count);
}

void FindBar::setWords(const QString &words)
{
    m_told->setText(words);
    m_told->setAccessibleName(words);
    m_told->setVisible(!words.isEmpty());
}

QString FindBar::words() const
{
    return m_told->text();
}

void FindBar::setReplaceEnabled(bool enabled)
{
    m_replace->setEnabled(enabled);
    m_replaceAll->setEnabled(enabled);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_replacement || !isKey)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() != Qt::Key_Escape && !isEnter)
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (key->key() == Qt::Key_Escape)
        Q_EMIT dismissed();
    else if (key->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT stepRequested(true);
    else
        Q_EMIT replaceRequested();
    return true;
}

} // namespace Skillet::Ui
