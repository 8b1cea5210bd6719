// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testspane.h"

#include "actions.h"
#include "theme/busybar.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

constexpr int listPage = 1;
constexpr int WordsMs = 100; // while a run goes on, as often as they are worth reading
constexpr int mostOutputLines = 5000;
constexpr int mostExpanded = 300; // tests whose groups are all opened at once

/// Only what failed, when that is wanted.
class FailedFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyFailed(bool only)
    {
        m_only = only;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !m_only || sourceModel()->index(row, 0, parent).data(TestModel::FailedRole).toBool();
    }

private:
    bool m_only = false;
};

} // namespace

TestsPane::TestsPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new TestModel(theme, this))
    , m_shown(new FailedFilter(this))
    , m_pages(new QStackedLayout)
{
    setAccessibleName(tr("Tests"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_shown->setSourceModel(m_model);
    m_pages->addWidget(
        new EmptyState(theme, QStringLiteral("run-build"), tr("No tests were run yet"),
                       tr("Ctrl+F8 runs the tests of the file in the editor, Shift+F8 the one at "
                          "the caret, Ctrl+Shift+F8 all of the project's. A test is a function "
                          "whose name begins with test_ and that asserts something."),
                       this));
    m_pages->addWidget(makeList());
    setLayout(m_pages);
    setFocusProxy(m_tree);
    m_wordsDue.setSingleShot(true);
    m_wordsDue.setInterval(WordsMs);
    connect(&m_wordsDue, &QTimer::timeout, this, &TestsPane::updateWords);
    connect(&theme, &Theme::changed, this, &TestsPane::restyle);
    restyle();
}

QWidget *TestsPane::makeList()
{
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    auto *head = new QHBoxLayout;
    m_words = new RoleLabel(m_theme, FontRole::InterfaceBold, ColorRole::Text, list);
    m_words->setWordWrap(true);
    m_onlyFailed = new QCheckBox(tr("Only fai&lures"), list);
    m_onlyFailed->setToolTip(tr("Leave out the tests that passed"));
    m_commands = new QHBoxLayout;
    head->addWidget(m_words, 1);
    head->addWidget(m_onlyFailed);
    head->addLayout(m_commands);
    m_busy = new BusyBar(m_theme, list);
    m_tree = new QTreeView(list);
    m_tree->setAccessibleName(tr("Tests and how they stand"));
    m_tree->setModel(m_shown);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setMinimumSize(60, 40);
    m_halves = new QSplitter(Qt::Horizontal, list);
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_tree);
    m_halves->addWidget(makeDetails());
    m_halves->setStretchFactor(0, 4);
    m_halves->setStretchFactor(1, 5);
    column->addLayout(head);
    column->addWidget(m_busy);
    column->addWidget(m_halves, 1);
    connect(m_onlyFailed, &QCheckBox::toggled, this, [this](bool only) {
        static_cast<FailedFilter *>(m_shown)->setOnlyFailed(only);
        m_tree->expandAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TestsPane::showMarked);
    connect(m_tree, &QTreeView::activated, this, &TestsPane::choose);
    return list;
}

QWidget *TestsPane::makeDetails()
{
    m_details = new QTabWidget(this);
    m_details->setDocumentMode(true);
    m_details->setMinimumSize(60, 40);
    m_result = makeText(tr("The marked test"));
    m_toTraceback = new QPushButton(tr("Show Its Trace&back"), m_details);
    m_toTraceback->setToolTip(tr("Show step by step what led to this failure"));
    m_toTraceback->setEnabled(false);
    connect(m_toTraceback, &QPushButton::clicked, this, [this] {
        if (const Runner::TestResult *result = markedResult())
            Q_EMIT failureChosen(*result);
    });
    m_details->setCornerWidget(m_toTraceback);
    m_output = makeText(tr("What pytest wrote"));
    m_output->setMaximumBlockCount(mostOutputLines);
    m_details->addTab(m_result, tr("This Test"));
    m_details->addTab(m_output, tr("Output"));
    return m_details;
}

QPlainTextEdit *TestsPane::makeText(const QString &name)
{
    auto *text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(name);
    text->setTabChangesFocus(true);
    return text;
}

void TestsPane::addCommands(const Actions &actions)
{
    for (const ActionId id : {ActionId::RunAllTests, ActionId::RunFailedTests, ActionId::StopTests}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(actions[id]);
        button->setAutoRaise(true);
        m_commands->addWidget(button);
    }
}

void TestsPane::restyle()
{
    const int side = m_theme.scaled(16);
    const int gap = m_theme.scaled(6);
    m_tree->setIndentation(side);
    m_tree->setIconSize(QSize(side, side));
    m_tree->setFont(m_theme.font(FontRole::Code));
    for (QPlainTextEdit *text : {m_result, m_output})
        text->setFont(m_theme.font(FontRole::Code));
    QLayout *column = m_pages->widget(listPage)->layout();
    column->setContentsMargins(m_theme.scaled(8), gap, m_theme.scaled(8), gap);
    column->setSpacing(m_theme.scaled(4));
    m_commands->setSpacing(m_theme.scaled(2));
}

void TestsPane::begin(const QString &what)
{
    m_isRunning = true;
    m_model->clear();
    m_output->clear();
    m_result->clear();
    m_busy->start();
    m_words->setText(tr("Looking for the tests of %1...").arg(what));
    m_pages->setCurrentIndex(listPage);
    Q_EMIT titleChanged(tr("Tests"));
}

void TestsPane::showTests(const QList<Runner::TestCase> &tests, const QString &folder)
{
    // What could not be read was told before.
    QList<Runner::TestResult> broken;
    for (const QString &id : m_model->failedIds())
        broken.append(m_model->resultFor(id));
    m_model->setTests(tests, folder);
    for (const Runner::TestResult &result : std::as_const(broken))
        m_model->setResult(result);
    if (tests.size() <= mostExpanded)
        m_tree->expandAll();
    updateWords();
}

void TestsPane::addResult(const Runner::TestResult &result)
{
    m_model->setResult(result);
    if (result.isFailure())
        showFailure(m_model->indexFor(result.id));
    if (!m_wordsDue.isActive())
        m_wordsDue.start();
}

/// Opens the groups that it is in.
void TestsPane::showFailure(const QModelIndex &source)
{
    for (QModelIndex above = source.parent(); above.isValid(); above = above.parent())
        m_tree->expand(m_shown->mapFromSource(above));
}

void TestsPane::addOutput(const QString &text)
{
    QTextCursor end(m_output->document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
}

QString TestsPane::output() const
{
    return m_output->toPlainText();
}

void TestsPane::end(const TestRunWords &run)
{
    m_isRunning = false;
    m_wordsDue.stop();
    m_busy->stop();
    m_model->endAll();
    TestRunWords words = run;
    words.counts = m_model->counts();
    const QString text = summaryInWords(words);
    m_words->setText(text);
    m_tree->setAccessibleDescription(text);
    const int failed = words.counts.failed + words.counts.lost;
    Q_EMIT titleChanged(failed > 0 ? tr("Tests: %1 failed").arg(failed) : tr("Tests"));
    const QModelIndex failure = m_shown->mapFromSource(m_model->firstFailure());
    if (failure.isValid() && markedResult() == nullptr) {
        m_tree->setCurrentIndex(failure);
        m_tree->scrollTo(failure);
    } else if (!failure.isValid() && m_model->counts().all() == 0) {
        m_details->setCurrentWidget(m_output);
    }
}

void TestsPane::updateWords()
{
    if (m_isRunning)
        m_words->setText(tr("Running: %1").arg(countsInWords(m_model->counts())));
}

const Runner::TestResult *TestsPane::markedResult() const
{
    const QModelIndex source = m_shown->mapToSource(m_tree->currentIndex());
    return source.isValid() ? m_model->resultOf(source) : nullptr;
}

void TestsPane::showMarked()
{
    const Runner::TestResult *result = markedResult();
    m_result->setPlainText(result == nullptr ? QString() : resultInWords(*result));
    const bool hasTraceback = result != nullptr && !result->traceback.isEmpty();
    m_toTraceback->setEnabled(hasTraceback);
    if (result != nullptr)
        m_details->setCurrentIndex(0);
    if (hasTraceback && result->isFailure())
        Q_EMIT failureMarked(*result);
}

void TestsPane::choose()
{
    const QModelIndex source = m_shown->mapToSource(m_tree->currentIndex());
    if (!source.isValid())
        return;
    const Runner::TestResult *result = m_model->resultOf(source);
    if (result != nullptr && !result->traceback.isEmpty()) {
        Q_EMIT failureChosen(*result);
        return;
    }
    const Runner::TestCase test = m_model->caseOf(source);
    Q_EMIT placeChosen(test.file, test.line);
}

void TestsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() > event->size().height() * 5 / 4;
    m_halves->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
}

} // namespace Skillet::Ui
