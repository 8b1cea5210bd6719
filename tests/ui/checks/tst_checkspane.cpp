// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkcard.h"
#include "checks/checkheader.h"
#include "checks/checkspane.h"
#include "checks/codeblock.h"
#include "checks/textcard.h"
#include "theme/busybar.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace Skillet::Ui;
using namespace Skillet::Runner;

namespace {

CheckOutcome outcome(const char *title, CheckStatus status)
{
    CheckOutcome result;
    result.id = QLatin1String(title);
    result.title = QLatin1String(title);
    result.status = status;
    if (status == CheckStatus::Failed) {
        result.message = QStringLiteral("The second line differs.");
        result.call = QStringLiteral("total([2.8])");
        result.actual = QStringLiteral("5.60 EUR");
        result.expected = QStringLiteral("7.00 EUR");
    }
    return result;
}

CheckResult failure()
{
    CheckResult result;
    result.outcomes = {outcome("first", CheckStatus::Passed), outcome("second", CheckStatus::Failed),
                       outcome("third", CheckStatus::Error), outcome("fourth", CheckStatus::NotRun)};
    result.feedback = QStringLiteral("One line still has 2.8 in it.");
    result.traceback.exceptions.append(ExceptionInfo());
    return result;
}

CheckResult success()
{
    CheckResult result;
    result.passed = true;
    result.outcomes = {outcome("first", CheckStatus::Passed), outcome("second", CheckStatus::Passed)};
    return result;
}

} // namespace

class TestChecksPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void withoutExercise_hasNoButtons();
    void check_asksForACheck();
    void running_offersStopAndNoSecondCheck();
    void failure_unfoldsTheFirstFailedCheckOnly();
    void failure_showsFeedbackAndSummary();
    void valuesAreMarkedWhereTheyDiffer();
    void traceback_isOfferedAtTheFirstError();
    void success_praisesAndOffersNext();
    void anotherSolution_isOfferedOnceChecksPass();
    void hints_comeOneAtATime();
    void anotherExercise_forgetsResultAndHints();
    void endsOtherThanGraded_tellTheirMessage_data();
    void endsOtherThanGraded_tellTheirMessage();
    void everyButton_isReachedByTab();
    void narrowAndLowPane_scrollsInsteadOfCutting();

private:
    [[nodiscard]] QPushButton *button(const char *text) const;
    [[nodiscard]] QStringList cards() const;

    Theme m_theme;
    std::unique_ptr<ChecksPane> m_pane;
};

void TestChecksPane::initTestCase()
{
    m_theme.applyTo(*qApp);
}

void TestChecksPane::init()
{
    m_pane = std::make_unique<ChecksPane>(m_theme);
    m_pane->resize(800, 300);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_pane->showExercise(QStringLiteral("One price"), 3, 0);
}

QPushButton *TestChecksPane::button(const char *text) const
{
    const QList<QPushButton *> buttons = m_pane->findChildren<QPushButton *>();
    for (QPushButton *candidate : buttons) {
        if (candidate->isVisible() && candidate->text().remove(QLatin1Char('&')) == QLatin1String(text)) {
            return candidate;
        }
    }
    return nullptr;
}

QStringList TestChecksPane::cards() const
{
    QStringList texts;
    const QList<TextCard *> all = m_pane->findChildren<TextCard *>();
    for (const TextCard *card : all) {
        if (card->isVisible()) {
            texts.append(card->accessibleName());
        }
    }
    return texts;
}

void TestChecksPane::withoutExercise_hasNoButtons()
{
    QVERIFY(button("Check"));
    m_pane->showNothing();
    QVERIFY(!button("Check"));
}

void TestChecksPane::check_asksForACheck()
{
    QSignalSpy requested(m_pane.get(), &ChecksPane::checkRequested);
    QTest::mouseClick(button("Check"), Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    QVERIFY(button("Check")->property("primary").toBool());
}

void TestChecksPane::running_offersStopAndNoSecondCheck()
{
    QSignalSpy stopped(m_pane.get(), &ChecksPane::stopRequested);
    m_pane->setRunning(true);
    QVERIFY(!button("Check")->isEnabled());
    QVERIFY(m_pane->findChild<BusyBar *>()->isRunning());
    QTest::mouseClick(button("Stop"), Qt::LeftButton);
    QCOMPARE(stopped.count(), 1);
    m_pane->setRunning(false);
    QVERIFY(button("Check")->isEnabled());
    QVERIFY(!button("Stop"));
    QVERIFY(cards().isEmpty());
}

void TestChecksPane::failure_unfoldsTheFirstFailedCheckOnly()
{
    m_pane->showResult(failure());
    const QList<CheckHeader *> headers = m_pane->findChildren<CheckHeader *>();
    QCOMPARE(headers.size(), 4);
    QVERIFY(!headers.at(0)->isCheckable());
    QVERIFY(headers.at(1)->isChecked());
    QVERIFY(headers.at(2)->isCheckable() && !headers.at(2)->isChecked());
    QCOMPARE(headers.at(1)->accessibleName(), QStringLiteral("second, failed"));
    QCOMPARE(headers.at(3)->accessibleName(), QStringLiteral("fourth, not run"));
}

void TestChecksPane::failure_showsFeedbackAndSummary()
{
    QSignalSpy summary(m_pane.get(), &ChecksPane::summaryChanged);
    m_pane->showResult(failure());
    QCOMPARE(
        cards(),
        QStringList({QStringLiteral("1 of 4 checks pass"), QStringLiteral("One line still has 2.8 in it.")}));
    QCOMPARE(summary.last().first().toString(), QStringLiteral("Checks 1/4"));
    QVERIFY(!button("Next"));
}

void TestChecksPane::valuesAreMarkedWhereTheyDiffer()
{
    m_pane->showResult(failure());
    const QList<CodeBlock *> blocks = m_pane->findChildren<CodeBlock *>();
    QCOMPARE(blocks.size(), 3);
    QCOMPARE(blocks.at(0)->accessibleName(), QStringLiteral("Called"));
    QVERIFY(blocks.at(0)->extraSelections().isEmpty());
    QCOMPARE(blocks.at(1)->extraSelections().first().cursor.selectedText(), QStringLiteral("5.60"));
    QCOMPARE(blocks.at(2)->extraSelections().first().cursor.selectedText(), QStringLiteral("7.00"));
    QCOMPARE(blocks.at(2)->extraSelections().first().format.underlineStyle(),
             QTextCharFormat::SingleUnderline);
    QCOMPARE(blocks.at(1)->x(), blocks.at(2)->x());
}

void TestChecksPane::traceback_isOfferedAtTheFirstError()
{
    QSignalSpy requested(m_pane.get(), &ChecksPane::tracebackRequested);
    m_pane->showResult(failure());
    QCoreApplication::processEvents(); // new widgets become visible with the layout
    QVERIFY(!button("Show traceback"));
    m_pane->findChildren<CheckHeader *>().at(2)->click();
    button("Show traceback")->click();
    QCOMPARE(requested.count(), 1);
}

void TestChecksPane::success_praisesAndOffersNext()
{
    QSignalSpy next(m_pane.get(), &ChecksPane::nextRequested);
    m_pane->showResult(failure());
    m_pane->showResult(success());
    QCOMPARE(cards(), QStringList(QStringLiteral("All checks pass. Well done.")));
    QTest::mouseClick(button("Next"), Qt::LeftButton);
    QCOMPARE(next.count(), 1);
    QVERIFY(!button("Check")->property("primary").toBool());
}

void TestChecksPane::anotherSolution_isOfferedOnceChecksPass()
{
    const QSignalSpy requested(m_pane.get(), &ChecksPane::solutionRequested);
    m_pane->showResult(success());
    QVERIFY(!button("Compare Solutions")); // there is none
    m_pane->offerSolution(true);
    QTest::mouseClick(button("Compare Solutions"), Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    m_pane->showResult(failure());
    QVERIFY(!button("Compare Solutions"));
}

void TestChecksPane::hints_comeOneAtATime()
{
    QSignalSpy requested(m_pane.get(), &ChecksPane::hintRequested);
    QTest::mouseClick(button("Hint 1 of 3"), Qt::LeftButton);
    QCOMPARE(requested.count(), 1);
    m_pane->showHint(1, QStringLiteral("Look at line 2."));
    QCoreApplication::processEvents();
    QCOMPARE(cards(), QStringList(QStringLiteral("Hint 1 of 3 Look at line 2.")));
    QVERIFY(button("Hint 2 of 3"));
    m_pane->showHint(3, QStringLiteral("c"));
    m_pane->showHint(2, QStringLiteral("b"));
    QCoreApplication::processEvents();
    QCOMPARE(cards().size(), 3);
    QVERIFY(!button("All hints shown")->isEnabled());
}

void TestChecksPane::anotherExercise_forgetsResultAndHints()
{
    m_pane->showHint(1, QStringLiteral("a"));
    m_pane->showResult(failure());
    QSignalSpy summary(m_pane.get(), &ChecksPane::summaryChanged);
    m_pane->showExercise(QStringLiteral("A label"), 2, 1);
    QVERIFY(cards().isEmpty());
    QVERIFY(button("Hint 2 of 2"));
    QCOMPARE(summary.last().first().toString(), QStringLiteral("Checks"));
}

void TestChecksPane::endsOtherThanGraded_tellTheirMessage_data()
{
    QTest::addColumn<AttemptEnd>("end");
    QTest::newRow("timed out") << AttemptEnd::TimedOut;
    QTest::newRow("crashed") << AttemptEnd::Crashed;
    QTest::newRow("stopped") << AttemptEnd::Stopped;
    QTest::newRow("refused") << AttemptEnd::Refused;
    QTest::newRow("nothing graded") << AttemptEnd::Graded;
}

void TestChecksPane::endsOtherThanGraded_tellTheirMessage()
{
    QFETCH(AttemptEnd, end);
    CheckResult result;
    result.end = end;
    m_pane->showResult(result);
    QCOMPARE(cards().size(), 1);
    const QString own = cards().first();
    QVERIFY(own.size() > 40);
    result.message = QStringLiteral("The loop in line 4 never ends.");
    m_pane->showResult(result);
    QVERIFY(cards().first().endsWith(result.message));
    QVERIFY(!button("Next"));
    QVERIFY(button("Check")->isEnabled());
}

void TestChecksPane::everyButton_isReachedByTab()
{
    m_pane->showResult(failure());
    QCoreApplication::processEvents();
    m_pane->activateWindow();
    button("Check")->setFocus();
    QSet<QWidget *> reached;
    for (int press = 0; press < 12; ++press) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(reached.contains(button("Check")));
    QVERIFY(reached.contains(button("Hint 1 of 3")));
    const QList<CheckHeader *> headers = m_pane->findChildren<CheckHeader *>();
    QVERIFY(reached.contains(headers.at(1)));
    QVERIFY(reached.contains(headers.at(2)));
}

void TestChecksPane::narrowAndLowPane_scrollsInsteadOfCutting()
{
    m_pane->resize(230, 200);
    m_pane->showResult(failure());
    m_pane->showHint(1, QStringLiteral("Look at line 2."));
    QCoreApplication::processEvents();
    QCOMPARE(m_pane->width(), 230);
    auto *scroll = m_pane->findChild<QScrollArea *>();
    QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    QVERIFY(button("Hint 2 of 3")->geometry().right() < 230);
}

QTEST_MAIN(TestChecksPane)
#include "tst_checkspane.moc"
