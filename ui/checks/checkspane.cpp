// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkspane.h"

#include "actions.h"
#include "checks/checkcard.h"

#include "checks/codeblock.h"

#include "practice/answersheet.h"
#include "theme/busybar.h"
#include "theme/emptystate.h"
#include "theme/reading.h"
#include "theme/rolelabel.h"

#include <QAction>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

/// Below this width the buttons stand under the title.
constexpr int narrow = 480;

void clear(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        // Later: a button inside may be the one whose signal brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

ChecksPane::ChecksPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedLayout)
    , m_title(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_check(makeButton(tr("Chec&k"), &ChecksPane::checkRequested))
    , m_stop(makeButton(tr("S&top"), &ChecksPane::stopRequested))
    , m_hint(makeButton(tr("H&int"), &ChecksPane::hintRequested))
    , m_next(makeButton(tr("Ne&xt"), &ChecksPane::nextRequested))
    , m_solution(makeButton(tr("Compare Sol&utions"), &ChecksPane::solutionRequested))
    , m_busy(new BusyBar(theme, this))
    , m_invitation(new RoleLabel(theme, FontRole::Interface, ColorRole::Muted, this))
    , m_headline(new TextCard(theme, this))
    , m_feedback(new TextCard(theme, this))
{
    setAccessibleName(tr("Checks"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *exercise = new QWidget(this);
    auto *column = new QVBoxLayout(exercise);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_busy);
    column->addWidget(makeBody(), 1);
    m_stack->addWidget(
        new EmptyState(theme, QStringLiteral("checkmark"), tr("No exercise open"),
                       tr("Open an exercise from the roadmap: here you check your answer and ask "
                          "for hints."),
                       this));
    m_stack->addWidget(exercise);
    // Narrower than its content asks for the pane may well be: buttons lose their icons, words wrap.
    m_stack->setSizeConstraint(QLayout::SetNoConstraint);
    setLayout(m_stack);
    connect(&theme, &Theme::changed, this, &ChecksPane::restyle);
    restyle();
    showNothing();
}

QPushButton *ChecksPane::makeButton(const QString &text, void (ChecksPane::*wanted)())
{
    auto *button = new QPushButton(text, this);

    connect(button, &QPushButton::clicked, this, wanted);
    return button;
}

void ChecksPane::connectActions(const Actions &actions)
{
    connect(this, &ChecksPane::checkRequested, actions[ActionId::Check], &QAction::trigger);
}

QWidget *ChecksPane::makeHead()
{
    auto *head = new QWidget(this);
    m_head = new QBoxLayout(QBoxLayout::LeftToRight, head);
    m_buttons = new QBoxLayout(QBoxLayout::LeftToRight);
    m_title->setWordWrap(true);
    m_stop->setToolTip(tr("Stop the check"));
    m_check->setToolTip(tr("Find out whether your program does what the task asks"));
    m_solution->setToolTip(tr("See another solution beside yours"));
    m_next->setToolTip(tr("Go on to what comes next in the roadmap"));
    for (QPushButton *button : {m_next, m_solution, m_check, m_stop, m_hint}) {
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
    m_head->addWidget(m_title, 1);
    m_head->addLayout(m_buttons);
    return head;
}

QWidget *ChecksPane::makeBody()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Result of the checks"));
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    m_column = new QVBoxLayout(body);
    m_hints = new QVBoxLayout;
    m_list = new QVBoxLayout;
    m_invitation->setWordWrap(true);
    m_invitation->setText(
        tr("Press Check when you want to know whether your program does what the task asks. You "
           "can check as often as you like."));
    m_column->addWidget(m_invitation);
    m_column->addWidget(m_headline);
    m_column->addWidget(m_feedback);
    m_column->addLayout(m_hints);
    m_column->addLayout(m_list);
    m_column->addStretch(1);
    m_scroll->setWidget(body);
    return m_scroll;
}

void ChecksPane::showNothing()
{
    setRunning(false);
    clearResult();
    m_stack->setCurrentIndex(0);
    Q_EMIT summaryChanged(tr("Checks"));
}

void ChecksPane::showExercise(const QString &title, int hintCount, int hintsShown)
{
    m_title->setText(title);
    m_hintCount = qMax(0, hintCount);
    m_hintsShown = qBound(0, hintsShown, m_hintCount);
    clear(m_hints);
    m_hintCards.clear();
    clearResult();
    m_stack->setCurrentIndex(1);
    setRunning(false);
    Q_EMIT summaryChanged(tr("Checks"));
}

void ChecksPane::setSheet(AnswerSheet *sheet)
{
    if (m_sheet != nullptr) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_sheet = sheet;
    m_invitation->setVisible(sheet == nullptr && m_result.title.isEmpty());
    if (sheet != nullptr)
        m_column->insertWidget(m_column->indexOf(m_feedback) + 1, sheet);
}

void ChecksPane::offerSolution(bool offered)
{
    m_hasSolution = offered;
    updateButtons();
}

void ChecksPane::setRunning(bool running)
{
    m_running = running;
    if (running) {
        m_busy->start();
        m_feedback->hide();
        showHeadline(CheckWords::running());
    } else {
        m_busy->stop();
        showHeadline(m_result);
    }
    updateButtons();
}

void ChecksPane::showResult(const Runner::CheckResult &result)
{
    clearResult();
    m_passed = result.end == Runner::AttemptEnd::Graded && result.passed;
    m_result = CheckWords::headline(result);
    setRunning(false);
    if (!result.feedback.isEmpty()) {
        const CardLook look{QStringLiteral("dialog-information"), ColorRole::Accent, ColorRole::AccentSoft};
        m_feedback->set(look, {}, result.feedback);
        m_feedback->show();
    }
    if (m_sheet != nullptr)
        m_sheet->showResult(result);
    addOutcomes(result);
    addOutput(result.output);
    updateButtons();
    m_scroll->verticalScrollBar()->setValue(0);
    Q_EMIT summaryChanged(CheckWords::summary(result));
    announce(*m_headline);
}

void ChecksPane::showHint(int number, const QString &text)
{
    TextCard *&card = m_hintCards[number];
    if (!card) {
        card = new TextCard(m_theme);
        const auto before = std::distance(m_hintCards.begin(), m_hintCards.find(number));
        m_hints->insertWidget(int(before), card);
    }
    card->set({QStringLiteral("lightbulb"), ColorRole::Warn, ColorRole::WarnSoft},
              tr("Hint %1 of %2").arg(number).arg(qMax(number, m_hintCount)), text);
    m_hintsShown = qMax(m_hintsShown, number);
    updateButtons();
    scrollTo(card);
}

QSize ChecksPane::minimumSizeHint() const
{
    return {m_theme.scaled(180), m_theme.scaled(64)};
}

void ChecksPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = width() < m_theme.scaled(narrow);
    m_head->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (m_compact != stacked) {
        m_compact = stacked;
        updateButtons();
    }
}

void ChecksPane::clearResult()
{
    m_passed = false;
    m_result = {};
    m_feedback->hide();
    showHeadline(m_result);
    clear(m_list);
    updateButtons();
}

void ChecksPane::showHeadline(const CheckWords::Headline &words)
{
    m_headline->set(words.look, words.title, words.text);
    m_headline->setVisible(!words.title.isEmpty());
    m_invitation->setVisible(words.title.isEmpty() && m_sheet == nullptr);
}

void ChecksPane::addOutcomes(const Runner::CheckResult &result)
{
    bool isFirstFailure = true;
    bool hasTraceback = !result.traceback.isEmpty();
    for (const Runner::CheckOutcome &outcome : result.outcomes) {
        if (m_sheet != nullptr && m_sheet->tells(outcome.part))
            continue;
        // The result carries the traceback of the first check that ended in an exception.
        const bool here = hasTraceback && outcome.status == Runner::CheckStatus::Error;
        auto *card = new CheckCard(m_theme, outcome,
                                   here ? CheckCard::Traceback::Available : CheckCard::Traceback::None);
        connect(card, &CheckCard::tracebackRequested, this, &ChecksPane::tracebackRequested);
        m_list->addWidget(card);
        hasTraceback = hasTraceback && !here;
        const bool failed =
            outcome.status == Runner::CheckStatus::Failed || outcome.status == Runner::CheckStatus::Error;
        if (failed && isFirstFailure) {
            card->unfold();
            isFirstFailure = false;
        }
    }
    if (hasTraceback) {
        QPushButton *button = makeButton(tr("Sho&w traceback"), &ChecksPane::tracebackRequested);
        m_list->addWidget(button, 0, Qt::AlignLeft);
    }
}

void ChecksPane::addOutput(const QString &output)
{
    if (output.isEmpty()) {
        return;
    }
    auto *label = new RoleLabel(m_theme, FontRole::InterfaceSmall, ColorRole::Muted);
    label->setText(tr("What your program printed"));
    label->setContentsMargins(0, m_theme.scaled(8), 0, 0);
    auto *block = new CodeBlock(m_theme, output.endsWith(QLatin1Char('\n')) ? output.chopped(1) : output);
    block->setAccessibleName(label->text());
    m_list->addWidget(label);
    m_list->addWidget(block);
}

void ChecksPane::updateButtons()
{
    const int hint = m_hintsShown + 1;
    const bool moreHints = hint <= m_hintCount;
    m_hint->setText(moreHints ? tr("H&int %1 of %2").arg(hint).arg(m_hintCount) : tr("All hints shown"));
    m_hint->setEnabled(moreHints);
    m_hint->setVisible(m_hintCount > 0 && !m_running && !m_passed);
    m_stop->setVisible(m_running);
    m_check->setEnabled(!m_running);
    m_next->setVisible(m_passed && !m_running);
    m_solution->setVisible(m_passed && !m_running && m_hasSolution);
    // One primary button at a time: what to do next.
    m_check->setProperty("primary", !m_passed);
    m_next->setProperty("primary", true);
    const auto setIcon = [this](QPushButton *button, const char *name, ColorRole role) {
        button->setIcon(m_compact ? QIcon() : m_theme.icon(QLatin1String(name), role));
    };
    setIcon(m_check, "checkmark", m_passed ? ColorRole::Text : ColorRole::OnAccent);
    setIcon(m_next, "go-next", ColorRole::OnAccent);
    setIcon(m_solution, "vcs-diff", ColorRole::Text);
    setIcon(m_stop, "media-playback-stop", ColorRole::Text);
    setIcon(m_hint, "lightbulb", ColorRole::Text);
    m_check->update();
}

void ChecksPane::scrollTo(QWidget *widget)
{
    // After the layout has given the widget its place.
    QMetaObject::invokeMethod(
        widget, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, m_theme.scaled(8)); },
        Qt::QueuedConnection);
}

void ChecksPane::restyle()
{
    const int gap = m_theme.scaled(12);
    m_head->setContentsMargins(gap, m_theme.scaled(8), gap, m_theme.scaled(8));
    m_head->setSpacing(m_theme.scaled(8));
    m_buttons->setSpacing(m_theme.scaled(8));
    m_column->setContentsMargins(gap, gap, gap, gap);
    m_column->setSpacing(m_theme.scaled(8));
    m_hints->setSpacing(m_theme.scaled(8));
    m_list->setSpacing(m_theme.scaled(4));
}

} // namespace Skillet::Ui
