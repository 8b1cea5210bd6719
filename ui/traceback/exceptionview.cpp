// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/exceptionview.h"

#include "theme/reading.h"
#include "theme/rolelabel.h"
#include "traceback/comparisonview.h"
#include "traceback/framecard.h"
#include "traceback/headline.h"
#include "traceback/picture.h"
#include "traceback/plainwords.h"
#include "traceback/readingorder.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

ExceptionView::ExceptionView(const Theme &theme, const CodeHighlighter &highlighter,
                             const Runner::Traceback &traceback, qsizetype index, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_traceback(traceback)
    , m_index(index)
    , m_exception(traceback.exceptions.at(index))
{
    readAsGroup(*this);
    setAccessibleName(index == 0 ? headlineInWords(m_exception) : linkInWords(traceback, index));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.scaled(6));
    const Place place = index == 0 ? Place::First : Place::Chained;
    if (place == Place::Chained)
        addText(linkInWords(traceback, index), FontRole::InterfaceBold, ColorRole::Text);
    addWhat(place);
    addWhere();
    m_explanationAt = m_column->count();
    if (place == Place::First && !m_traceback.isWarning)
        addNext();
    addHow(place);
}

RoleLabel *ExceptionView::addText(const QString &text, FontRole font, ColorRole color)
{
    auto *label = new RoleLabel(m_theme, font, color, this);
    label->setText(text);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

void ExceptionView::addWhat(Place place)
{
    const bool first = place == Place::First;
    if (m_exception.type.isEmpty()) {
        addText(tr("The text ends before it says which error this was."), FontRole::InterfaceBold,
                ColorRole::Text);
    } else {
        auto *headline = new Headline(m_theme, m_exception.type, m_exception.message,
                                      first ? Headline::Size::Large : Headline::Size::Normal, this);
        headline->setTone(tone());
        m_column->addWidget(headline);
    }
    if (m_traceback.isWarning)
        addText(tr("A warning, no error: the program went on."), FontRole::Interface, ColorRole::Muted);
    const QString words = first ? plainWords(m_exception) : QString();
    if (first) {
        m_words = addText(words, FontRole::Interface, ColorRole::Text);
        m_words->setVisible(!words.isEmpty());
        m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    for (const QString &note : m_exception.notes)
        addText(tr("Note: %1").arg(note), FontRole::Interface, ColorRole::Text);
}

void ExceptionView::addWhere()
{
    const qsizetype index = m_exception.whereToLook();
    if (index < 0) {
        if (!m_exception.frames.isEmpty())
            addText(
                tr("None of the calls is in your own code. The library calls below show where it came up."),
                FontRole::Interface, ColorRole::Muted);
        return;
    }
    const Runner::TracebackFrame frame = m_exception.frames[index];
    m_where = new FrameCard(m_theme, m_highlighter, frame, tr("Where to look first"), this);
    m_where->setTone(tone());
    connect(m_where, &FrameCard::clicked, this, [this, frame] { Q_EMIT frameActivated(frame); });
    m_column->addWidget(m_where);
    if (const Runner::FrameReference reference = m_traceback.frameReference(m_index, index);
        !reference.isNull())
        addAsk(reference, frame);
}

void ExceptionView::addAsk(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame)
{
    auto *row = new QHBoxLayout;
    auto *ask = new QPushButton(tr("&Ask Here"), this);
    ask->setToolTip(tr("Let the prompt answer from this place, with its variables as they were"));
    ask->setAccessibleDescription(ask->toolTip());
    connect(ask, &QPushButton::clicked, this,
            [this, reference, frame] { Q_EMIT askHereWanted(reference, frame); });
    row->addWidget(ask);
    row->addStretch(1);
    m_column->addLayout(row);
}

void ExceptionView::addNext()
{
    const qsizetype index = m_exception.whereToLook();
    const QList<Incident::Probe> probes = Incident::probesFor(m_exception, index);
    if (probes.isEmpty())
        return;
    const Runner::FrameReference reference = m_traceback.frameReference(m_index, index);
    const Runner::TracebackFrame frame = m_exception.frames.at(index);
    m_probes = new ProbesView(m_theme, probes,
                              reference.isNull() ? ProbesView::Frame::Gone : ProbesView::Frame::Alive,
                              frame.range.line, this);
    connect(m_probes, &ProbesView::probeWanted, this,
            [this, reference, frame](const QString &code) { Q_EMIT probeWanted(reference, frame, code); });
    m_column->addWidget(m_probes);
}

void ExceptionView::showProbeAnswer(const QString &code, const ProbeAnswer &answer)
{
    if (m_probes)
        m_probes->showAnswer(code, answer);
}

void ExceptionView::showExplanation(const Runner::Explanation &explanation,
                                    ExplanationView::Suggested suggested)
{
    // Of a class alone the words that are there say as much.
    if (m_words && (!explanation.cause.isEmpty() || m_words->isHidden())) {
        m_words->setInlineText(whatHappened(explanation));
        m_words->show();
    }
    delete m_explanation;
    m_explanation = new ExplanationView(m_theme, m_highlighter, explanation, suggested, this);
    connect(m_explanation, &ExplanationView::suggestionAccepted, this, &ExceptionView::suggestionAccepted);
    m_column->insertWidget(m_explanationAt + (m_comparison ? 1 : 0), m_explanation);
    m_explanation->show();
    putInReadingOrder(*this);
}

void ExceptionView::showComparison(ComparisonView *view)
{
    delete m_comparison;
    m_comparison = view;
    m_column->insertWidget(m_explanationAt, view);
    view->show();
    putInReadingOrder(*this);
}

void ExceptionView::markSuggestionTaken()
{
    if (m_explanation)
        m_explanation->markTaken();
}

void ExceptionView::addHow(Place place)
{
    const QList<ChainEntry> chain = chainOf(m_exception);
    if (chain.isEmpty() || (chain.size() == 1 && m_exception.whereToLook() >= 0))
        return;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, m_theme.scaled(2), 0, 0);
    auto *title = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, this);
    title->setText(place == Place::First ? tr("How it got there") : tr("How that one came about"));
    row->addWidget(title);
    row->addStretch(1);
    m_order = new QToolButton(this);
    m_order->setAutoRaise(true);
    m_order->setFont(m_theme.font(FontRole::InterfaceSmall));
    m_order->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_order->setIcon(m_theme.icon(QStringLiteral("go-down"), ColorRole::Muted));
    m_order->setToolTip(tr("Turn the order of the calls round"));
    row->addWidget(m_order);
    m_order->setVisible(chain.size() > 1);
    m_column->addLayout(row);
    connect(m_order, &QToolButton::clicked, this, [this] {
        m_newestFirst = !m_newestFirst;
        showChain(m_newestFirst ? ChainView::Order::NewestFirst : ChainView::Order::OldestFirst);
    });
    showChain(ChainView::Order::OldestFirst);
}

void ExceptionView::showChain(ChainView::Order order)
{
    // The button says what is seen; its tool tip what a click does.
    m_order->setText(order == ChainView::Order::OldestFirst ? tr("Oldest call first")
                                                            : tr("Newest call first"));
    auto *chain = new ChainView(m_theme, m_highlighter, m_traceback, m_index, order, this);
    connect(chain, &ChainView::frameActivated, this, &ExceptionView::frameActivated);
    connect(chain, &ChainView::askHereWanted, this, &ExceptionView::askHereWanted);
    if (m_chain)
        delete m_column->replaceWidget(m_chain, chain);
    else
        m_column->addWidget(chain);
    delete m_chain;
    m_chain = chain;
    putInReadingOrder(*this);
}

} // namespace Skillet::Ui
