// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/youfirstview.h"

#include "theme/rolelabel.h"
#include "traceback/choicebutton.h"
#include "traceback/headline.h"
#include "traceback/linelist.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Skillet::Ui {

using Incident::YouFirst;

YouFirstView::YouFirstView(const Theme &theme, const CodeHighlighter &highlighter, const YouFirst &state,
                           const QString &tally, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_state(state)
    , m_tally(tally)
    , m_scroll(new QScrollArea(this))
    , m_show(new QPushButton(tr("Sho&w Me"), this))
{
    setAccessibleName(tr("You first"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    addFoot(*column);
    connect(m_show, &QPushButton::clicked, this, &YouFirstView::givenUp);
    refresh();
}

void YouFirstView::addFoot(QVBoxLayout &column)
{
    m_show->setToolTip(tr("Show the answer now; this one is not counted (Escape)"));
    m_show->setAccessibleDescription(m_show->toolTip());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(m_theme.scaled(16), m_theme.scaled(6), m_theme.scaled(16), m_theme.scaled(8));
    row->setSpacing(m_theme.scaled(12));
    row->addWidget(m_show);
    auto *tally = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Muted, this);
    tally->setText(m_tally);
    row->addWidget(tally, 1);
    column.addLayout(row);
}

void YouFirstView::refresh()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m_theme.scaled(16), m_theme.scaled(10), m_theme.scaled(16), m_theme.scaled(6));
    column->setSpacing(m_theme.scaled(8));
    column->addWidget(
        new Headline(m_theme, m_state.raised().type, m_state.raised().message, Headline::Size::Large, page));
    setFocusProxy(nullptr);
    if (m_state.step() == YouFirst::Step::Line)
        addLines(*column, page);
    else if (m_state.step() == YouFirst::Step::Cause)
        addCauses(*column, page);
    column->addStretch(1);
    if (QWidget *old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater(); // a click in it may have led here
    }
    m_scroll->setWidget(page);
    page->show();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

void YouFirstView::addQuestion(QVBoxLayout &column, QWidget *page, const QString &question,
                               const QString &how)
{
    auto *title = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, page);
    title->setText(question);
    title->setWordWrap(true);
    column.addWidget(title);
    auto *hint = new RoleLabel(m_theme, FontRole::Interface, ColorRole::Muted, page);
    hint->setText(how);
    hint->setWordWrap(true);
    column.addWidget(hint);
}

void YouFirstView::addLines(QVBoxLayout &column, QWidget *page)
{
    addQuestion(column, page, tr("You first: which line fails?"),
                tr("Click the line, or go to it with Up and Down and press Enter."));
    auto *lines = new LineList(m_theme, m_highlighter, m_state.excerpts(), page);
    connect(lines, &LineList::linePicked, this, &YouFirstView::linePicked);
    connect(lines, &LineList::lineReached, this, [this, lines](const QRect &place) {
        const QPoint centre = lines->mapTo(m_scroll->widget(), place.center());
        m_scroll->ensureVisible(0, centre.y(), 0, m_theme.scaled(40));
    });
    column.addWidget(lines);
    setFocusProxy(lines);
}

void YouFirstView::addCauses(QVBoxLayout &column, QWidget *page)
{
    if (m_state.isWaiting()) {
        addQuestion(column, page, tr("You first: what is the cause?"), tr("One moment..."));
        setFocusProxy(m_show);
        return;
    }
    const QString line =
        m_state.pickedLine() > 0 ? tr("You picked line %1. ").arg(m_state.pickedLine()) : QString();
    addQuestion(column, page, tr("You first: what is the cause?"),
                line + tr("One of these is right. Click it, or press its number."));
    for (qsizetype i = 0; i < m_state.causes().size(); ++i) {
        const int index = static_cast<int>(i);
        auto *choice = new ChoiceButton(m_theme, index + 1, m_state.causes().at(i), page);
        connect(choice, &ChoiceButton::clicked, this, [this, index] { Q_EMIT causePicked(index); });
        column.addWidget(choice);
        if (i == 0)
            setFocusProxy(choice);
    }
}

void YouFirstView::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_0;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT givenUp();
    else if (m_state.step() == YouFirst::Step::Cause && number >= 1 && number <= m_state.causes().size())
        Q_EMIT causePicked(number - 1);
    else
        QWidget::keyPressEvent(event);
}

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::YouFirstView)
};

QString lineInWords(const YouFirst &state)
{
    const int line = state.rightLine();
    switch (state.lineAnswer()) {
    case YouFirst::Answer::Right:
        return Words::tr("The line is right: %1.").arg(state.pickedLine());
    case YouFirst::Answer::Wrong:
        return state.pickedACall()
            ? Words::tr("Nearly: line %1 made the call, and it fails in line %2.")
                  .arg(state.pickedLine())
                  .arg(line)
            : Words::tr("It is line %2, not line %1.").arg(state.pickedLine()).arg(line);
    case YouFirst::Answer::GivenUp:
    case YouFirst::Answer::NotAsked:
        break;
    }
    return {};
}

QString causeInWords(const YouFirst &state)
{
    switch (state.causeAnswer()) {
    case YouFirst::Answer::Right:
        return Words::tr("The cause is right: %1.").arg(state.rightCause());
    case YouFirst::Answer::Wrong:
        return Words::tr("The cause is another one: %1.").arg(state.rightCause());
    case YouFirst::Answer::GivenUp:
    case YouFirst::Answer::NotAsked:
        break;
    }
    return {};
}

} // namespace

QString youFirstResult(const YouFirst &state, const QString &tally)
{
    QStringList parts{lineInWords(state), causeInWords(state)};
    parts.removeAll(QString());
    if (!parts.isEmpty() && !tally.isEmpty())
        parts.append(tally);
    return parts.join(u' ');
}

QString tallyInWords(int right, int answered)
{
    return answered > 0 ? Words::tr("You were right %1 of %n times.", nullptr, answered).arg(right)
                        : QString();
}

} // namespace Skillet::Ui
