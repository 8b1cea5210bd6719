// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/tracebackpane.h"

#include "theme/emptystate.h"
#include "theme/reading.h"
#include "theme/rolelabel.h"
#include "traceback/comparisonview.h"
#include "traceback/exceptionview.h"
#include "traceback/foundstrip.h"
#include "traceback/historystrip.h"
#include "traceback/picture.h"
#include "traceback/placebutton.h"
#include "traceback/rail.h"
#include "traceback/readingorder.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

namespace {

/// More than there are cards.
constexpr int Farthest = 1'000'000;

} // namespace

TracebackPane::TracebackPane(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
{
    setAccessibleName(tr("Traceback"));
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_strip = new FoundStrip(theme, this);
    m_strip->hide();
    column->addWidget(m_strip);
    m_history = new HistoryStrip(theme, this);
    column->addWidget(m_history);
    m_result = new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this);
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->hide();
    column->addWidget(m_result);
    m_pages = new QStackedLayout;
    column->addLayout(m_pages, 1);
    m_pages->addWidget(new EmptyState(theme, QStringLiteral("tools-report-bug"), tr("No traceback yet"),
                                      tr("Run something that breaks: try 1/0 at the prompt. Or paste "
                                         "a traceback from elsewhere, or drop its text or file here."),
                                      this));
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->installEventFilter(this);
    m_pages->addWidget(m_scroll);
    connect(&theme, &Theme::changed, this, &TracebackPane::rebuild);
    connect(&highlighter, &CodeHighlighter::changed, this, &TracebackPane::rebuild);
}

void TracebackPane::showTraceback(const Runner::Traceback &traceback)
{
    m_traceback = traceback;
    m_explanation = {};
    m_suggestionTaken = false;
    m_comparison.reset();
    m_answers.clear();
    m_result->hide();
    dropQuestion();
    rebuild();
    m_scroll->verticalScrollBar()->setValue(0);
    Q_EMIT summaryChanged(traceback.isEmpty() ? QString() : traceback.exceptions.first().type);
    if (m_traceback.isEmpty())
        return;
    tell(*m_first);
    Q_EMIT tracebackShown(m_traceback);
}

void TracebackPane::ask(QWidget *question)
{
    const bool hadFocus = m_question != nullptr && m_question->isAncestorOf(QApplication::focusWidget());
    dropQuestion();
    m_question = question;
    m_pages->addWidget(question);
    m_pages->setCurrentWidget(question);
    setFocusProxy(question);
    if (hadFocus)
        question->setFocus(Qt::OtherFocusReason);
}

void TracebackPane::tell(QWidget &news)
{
    announce(news);
    Q_EMIT announced(news.accessibleName());
}

void TracebackPane::dropQuestion()
{
    if (m_question == nullptr)
        return;
    m_pages->removeWidget(m_question);
    m_question->hide();
    m_question->deleteLater(); // its own signal may have led here
    m_question = nullptr;
}

void TracebackPane::endAsking(const QString &result)
{
    const bool hadFocus = m_question != nullptr && m_question->isAncestorOf(QApplication::focusWidget());
    dropQuestion();
    m_result->setInlineText(result);
    m_result->setAccessibleName(QString(result).remove(u'`'));
    m_result->setVisible(!result.isEmpty());
    m_result->setContentsMargins(m_theme.scaled(16), m_theme.scaled(8), m_theme.scaled(16), 0);
    rebuild();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    if (!result.isEmpty())
        tell(*m_result);
    Q_EMIT askingEnded();
}

void TracebackPane::addBelow(QWidget *bar)
{
    static_cast<QVBoxLayout *>(layout())->addWidget(bar);
    bar->show();
}

void TracebackPane::showExplanation(const Runner::Explanation &explanation)
{
    m_explanation = explanation;
    applyExplanation();
}

void TracebackPane::showComparison(const Incident::Comparison &comparison, const QString &earlier)
{
    m_comparison = comparison;
    m_earlier = earlier;
    applyComparison();
}

void TracebackPane::applyComparison()
{
    if (!m_first || !m_comparison)
        return;
    auto *view = new ComparisonView(m_theme, m_highlighter, *m_comparison, m_earlier, m_first);
    connect(view, &ComparisonView::earlierWanted, this, &TracebackPane::earlierWanted, Qt::QueuedConnection);
    m_first->showComparison(view);
}

void TracebackPane::applyExplanation()
{
    if (!m_first || m_explanation.isEmpty())
        return;
    const Runner::ExceptionInfo &exception = m_traceback.exceptions.constFirst();
    const qsizetype where = exception.whereToLook();
    const bool hasFile = where >= 0 && opensInEditor(exception.frames.at(where));
    m_first->showExplanation(m_explanation,
                             !hasFile                ? ExplanationView::Suggested::Shown
                                 : m_suggestionTaken ? ExplanationView::Suggested::Taken
                                                     : ExplanationView::Suggested::Offered);
}

void TracebackPane::showProbeAnswer(const QString &code, const ProbeAnswer &answer)
{
    m_answers.insert(code, answer);
    if (m_first)
        m_first->showProbeAnswer(code, answer);
}

void TracebackPane::markSuggestionTaken()
{
    m_suggestionTaken = true;
    if (m_first)
        m_first->markSuggestionTaken();
}

void TracebackPane::clear()
{
    showTraceback({});
}

void TracebackPane::rebuild()
{
    m_first = nullptr;
    if (m_traceback.isEmpty()) {
        delete m_scroll->takeWidget();
        m_pages->setCurrentIndex(0);
        return;
    }
    const int scrolled = m_scroll->verticalScrollBar()->value();
    auto *page = new QWidget;
    fillPage(page);
    applyComparison();
    applyExplanation();
    m_scroll->setWidget(page);
    putInReadingOrder(*page);
    if (m_question == nullptr)
        m_pages->setCurrentIndex(1);
    m_scroll->verticalScrollBar()->setValue(scrolled);
    if (m_question == nullptr)
        chooseFocus(page);
}

void TracebackPane::fillPage(QWidget *page)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(m_theme.scaled(16), m_theme.scaled(10), m_theme.scaled(16),
                               m_theme.scaled(12));
    column->setSpacing(m_theme.scaled(14));
    for (qsizetype index = 0; index < m_traceback.exceptions.size(); ++index) {
        if (index > 0)
            column->addWidget(new Rail(m_theme, Qt::Horizontal, page));
        column->addWidget(makeView(page, index));
    }
    column->addStretch(1);
}

QWidget *TracebackPane::makeView(QWidget *page, qsizetype index)
{
    const int depth = depthOf(m_traceback, index);
    auto *framed = depth > 0 ? new QWidget(page) : page;
    auto *view = new ExceptionView(m_theme, m_highlighter, m_traceback, index, framed);
    connect(view, &ExceptionView::frameActivated, this, &TracebackPane::activate);
    connect(view, &ExceptionView::askHereWanted, this, &TracebackPane::askHereWanted);
    if (index == 0) {
        m_first = view;
        connect(view, &ExceptionView::probeWanted, this, &TracebackPane::probeWanted);
        for (auto answer = m_answers.constBegin(); answer != m_answers.constEnd(); ++answer)
            view->showProbeAnswer(answer.key(), answer.value());
        connect(view, &ExceptionView::suggestionAccepted, this, [this] {
            const Runner::ExceptionInfo &shown = m_traceback.exceptions.constFirst();
            Q_EMIT suggestionAccepted(shown.frames.at(shown.whereToLook()).file, m_explanation.suggestion);
        });
    }
    if (depth == 0)
        return view;
    // What is in a group stands to the right of it, one line for each group it is in.
    auto *row = new QHBoxLayout(framed);
    row->setContentsMargins(m_theme.scaled(6), 0, 0, 0);
    row->setSpacing(m_theme.scaled(12));
    for (int i = 0; i < depth; ++i)
        row->addWidget(new Rail(m_theme, Qt::Vertical, framed));
    row->addWidget(view, 1);
    return framed;
}

void TracebackPane::chooseFocus(const QWidget *page)
{
    const auto cards = page->findChildren<PlaceButton *>();
    setFocusProxy(nullptr);
    for (PlaceButton *card : cards) {
        if (card->focusPolicy() != Qt::NoFocus) {
            setFocusProxy(card);
            break;
        }
    }
}

void TracebackPane::activate(const Runner::TracebackFrame &frame)
{
    if (opensInEditor(frame))
        Q_EMIT locationActivated(frame.file, frame.range.line, frame.range.column);
}

void TracebackPane::walk(int step)
{
    QList<PlaceButton *> cards;
    if (m_scroll->widget())
        cards = m_scroll->widget()->findChildren<PlaceButton *>();
    cards.erase(std::remove_if(cards.begin(), cards.end(),
                               [](const PlaceButton *card) {
                                   return card->focusPolicy() == Qt::NoFocus
                                       || !card->isVisibleTo(card->window());
                               }),
                cards.end());
    if (cards.isEmpty())
        return;
    std::stable_sort(cards.begin(), cards.end(), [this](const PlaceButton *a, const PlaceButton *b) {
        return a->mapTo(this, QPoint()).y() < b->mapTo(this, QPoint()).y();
    });
    // From between the cards it goes to the next one.
    const QWidget *from = focusWidget();
    qsizetype to = 0;
    for (const PlaceButton *card : std::as_const(cards)) {
        if (from == nullptr || card == from || card->isAncestorOf(from))
            break;
        if (card->mapTo(this, QPoint()).y()
            < from->mapTo(window(), QPoint()).y() - mapTo(window(), QPoint()).y())
            ++to;
    }
    const bool isCard =
        to < cards.size() && from != nullptr && (cards.at(to) == from || cards.at(to)->isAncestorOf(from));
    to = std::clamp<qsizetype>(to + (isCard || step < 0 ? step : step - 1), 0, cards.size() - 1);
    cards[to]->setFocus(step < 0 ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(cards[to], 0, m_theme.scaled(12));
}

// The scroll area would scroll by Up and Down; here they walk through the cards, which scrolls too.
bool TracebackPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            walk(key == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            walk(key == Qt::Key_Home ? -Farthest : Farthest);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TracebackPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyAsText();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Skillet::Ui
