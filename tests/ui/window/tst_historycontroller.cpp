// SPDX-License-Identifier: GPL-3.0-or-later
#include "historycontroller.h"

#include "actions.h"
#include "highlighting/codehighlighter.h"
#include "traceback/comparisonview.h"
#include "traceback/historystrip.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

Runner::Traceback error(const QString &type, int line, const QString &n, const QString &source)
{
    Runner::TracebackFrame frame;
    frame.file = QStringLiteral("/ada/bill.py");
    frame.function = QStringLiteral("share");
    frame.sourceLine = source;
    frame.range = {line, line, 11, 20};
    frame.values = {{QStringLiteral("n"), QStringLiteral("int"), n, -1, true}};
    Runner::ExceptionInfo raised;
    raised.type = type;
    raised.message = QStringLiteral("told");
    raised.frames = {frame};
    return {{raised}, QStringLiteral("text"), false};
}

Runner::Traceback division(const QString &n, const QString &source = QStringLiteral("    return total / n"))
{
    return error(QStringLiteral("ZeroDivisionError"), 5, n, source);
}

} // namespace

class HistoryControllerTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    Actions m_actions{m_theme, nullptr};
    std::unique_ptr<TracebackPane> m_pane;
    std::unique_ptr<HistoryController> m_controller;
    QDateTime m_now;

    void meet(const Runner::Traceback &traceback)
    {
        m_controller->note(traceback);
        m_pane->showTraceback(traceback);
        m_now = m_now.addSecs(120);
    }
    [[nodiscard]] HistoryStrip &strip() const { return m_pane->history(); }
    [[nodiscard]] QString comparison() const
    {
        QStringList texts;
        if (const auto *view = m_pane->findChild<ComparisonView *>()) {
            for (const QLabel *label : view->findChildren<QLabel *>())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        m_now = QDateTime(QDate(2026, 3, 2), QTime(14, 3));
        m_pane = std::make_unique<TracebackPane>(m_theme, m_highlighter);
        m_controller = std::make_unique<HistoryController>(
            *m_pane, [this] { return m_now; }, nullptr);
        m_controller->connectActions(m_actions);
        m_pane->resize(700, 500);
        m_pane->show();
    }
    void cleanup()
    {
        m_controller.reset();
        m_pane.reset();
    }

    void aSingleError_hasNoStrip()
    {
        QVERIFY(!strip().isVisible());
        meet(division(QStringLiteral("0")));
        QVERIFY(!strip().isVisible());
        QVERIFY(comparison().isEmpty());
    }

    void severalErrors_areWalkedThrough()
    {
        meet(error(QStringLiteral("KeyError"), 1, QStringLiteral("1"), QStringLiteral("a")));
        meet(error(QStringLiteral("TypeError"), 2, QStringLiteral("2"), QStringLiteral("b")));
        meet(error(QStringLiteral("NameError"), 3, QStringLiteral("3"), QStringLiteral("c")));
        QVERIFY(strip().isVisible());
        QCOMPARE(strip().count(), 3);
        QCOMPARE(strip().current(), 2);
        const QSignalSpy wanted(m_controller.get(), &HistoryController::tracebackWanted);
        m_actions[ActionId::PreviousError]->trigger();
        QCOMPARE(m_pane->current().exceptions.first().type, QStringLiteral("TypeError"));
        QCOMPARE(strip().current(), 1);
        QCOMPARE(wanted.size(), 1);
        m_actions[ActionId::PreviousError]->trigger();
        m_actions[ActionId::PreviousError]->trigger();
        QCOMPARE(strip().current(), 0);
        m_actions[ActionId::NextError]->trigger();
        QCOMPARE(m_pane->current().exceptions.first().type, QStringLiteral("TypeError"));
        QCOMPARE(strip().count(), 3);
    }

    void theList_saysWhenWhatAndWhere()
    {
        meet(division(QStringLiteral("0")));
        meet(error(QStringLiteral("KeyError"), 1, QStringLiteral("1"), QStringLiteral("a")));
        auto *list = strip().findChild<QComboBox *>();
        const QString title = list->itemText(0);
        QVERIFY2(title.contains(QStringLiteral("ZeroDivisionError: told")), qPrintable(title));
        QVERIFY2(title.contains(QStringLiteral("bill.py, line 5")), qPrintable(title));
        QVERIFY2(title.contains(QStringLiteral("03")), qPrintable(title));
        Q_EMIT list->activated(0);
        QCOMPARE(m_pane->current(), division(QStringLiteral("0")));
    }

    void anErrorFromElsewhere_leavesAWayBack()
    {
        meet(division(QStringLiteral("0")));
        m_pane->showTraceback(error(QStringLiteral("OSError"), 9, {}, QStringLiteral("open()")));
        QCOMPARE(strip().current(), -1);
        QVERIFY(strip().isVisible());
        m_pane->clear();
        QVERIFY(strip().isVisible());
        m_actions[ActionId::PreviousError]->trigger();
        QCOMPARE(m_pane->current(), division(QStringLiteral("0")));
        QVERIFY(!strip().isVisible());
    }

    void anEarlierOne_isKnownWhereverItIsShownFrom()
    {
        meet(division(QStringLiteral("0")));
        meet(error(QStringLiteral("KeyError"), 1, QStringLiteral("1"), QStringLiteral("a")));
        m_pane->showTraceback(division(QStringLiteral("0")));
        QCOMPARE(strip().current(), 0);
    }

    void stop_isNoError()
    {
        meet(error(QStringLiteral("KeyboardInterrupt"), 1, {}, QStringLiteral("a")));
        meet(division(QStringLiteral("0")));
        QCOMPARE(strip().count(), 1);
    }

    void theSameAgain_saysWhatChanged()
    {
        meet(division(QStringLiteral("5")));
        meet(division(QStringLiteral("0")));
        QVERIFY2(comparison().contains(QStringLiteral("2 minutes earlier")), qPrintable(comparison()));
        QVERIFY2(comparison().contains(QStringLiteral("The same line.")), qPrintable(comparison()));
        QVERIFY2(comparison().contains(QStringLiteral("n = 0 (was 5)")), qPrintable(comparison()));
    }

    void anEditedLine_isShownOldAndNew()
    {
        meet(division(QStringLiteral("0")));
        meet(division(QStringLiteral("0"), QStringLiteral("    return total // n")));
        QVERIFY2(comparison().contains(QStringLiteral("Line 5 reads differently now")),
                 qPrintable(comparison()));
        const auto *view = m_pane->findChild<ComparisonView *>();
        const auto children = view->findChildren<QWidget *>();
        QVERIFY(std::any_of(children.begin(), children.end(), [](const QWidget *child) {
            return child->accessibleName()
                == QStringLiteral("It was: return total / n. Now it is: return total // n");
        }));
    }

    void nothingChanged_isSaidSo()
    {
        meet(division(QStringLiteral("0")));
        meet(division(QStringLiteral("0")));
        QVERIFY2(comparison().contains(QStringLiteral("did not reach")), qPrintable(comparison()));
    }

    void theEarlierOne_isOneClickAway()
    {
        meet(division(QStringLiteral("5")));
        meet(division(QStringLiteral("0")));
        m_pane->findChild<ComparisonView *>()->button()->click();
        QTRY_COMPARE(m_pane->current(), division(QStringLiteral("5")));
        QCOMPARE(strip().current(), 0);
        QVERIFY(comparison().isEmpty());
    }

    void theSameCause_isCompared_onceItIsKnown()
    {
        Runner::Explanation known;
        known.cause = QStringLiteral("key-error.near-key");
        known.title = QStringLiteral("told");
        const Runner::Traceback first =
            error(QStringLiteral("KeyError"), 1, QStringLiteral("1"), QStringLiteral("a"));
        Runner::Traceback second = first;
        second.exceptions.first().frames.first().file = QStringLiteral("/ada/other.py");
        meet(first);
        m_controller->settle(first, known);
        meet(second);
        QVERIFY(comparison().isEmpty());
        m_pane->showExplanation(known);
        m_controller->settle(second, known);
        QVERIFY2(comparison().contains(QStringLiteral("Another line: it was bill.py, line 1")),
                 qPrintable(comparison()));
    }

    void anotherTheme_keepsTheComparison()
    {
        meet(division(QStringLiteral("5")));
        meet(division(QStringLiteral("0")));
        m_theme.setZoomPercent(120);
        QVERIFY(comparison().contains(QStringLiteral("n = 0 (was 5)")));
        m_theme.setZoomPercent(100);
    }

    void whileTheLearnerLooksForThePlace_theListDoesNotNameIt()
    {
        meet(division(QStringLiteral("0")));
        meet(error(QStringLiteral("KeyError"), 9, QStringLiteral("1"), QStringLiteral("x[n]")));
        const auto *list = m_pane->history().findChild<QComboBox *>();
        QVERIFY(list->itemText(1).contains(QStringLiteral("bill.py")));
        m_pane->showTraceback(m_pane->current());
        m_pane->ask(new QLabel(QStringLiteral("where?")));
        QTRY_VERIFY(!list->itemText(1).contains(QStringLiteral("bill.py")));
        QVERIFY(list->itemText(1).contains(QStringLiteral("KeyError")));
        QVERIFY(list->itemText(0).contains(QStringLiteral("bill.py")));
        m_pane->endAsking(QString());
        QVERIFY(list->itemText(1).contains(QStringLiteral("bill.py")));
    }

    void aWarning_isShownWhereNothingElseIs()
    {
        Runner::Traceback warning = error(QStringLiteral("UserWarning"), 3, {}, QStringLiteral("warn()"));
        warning.isWarning = true;
        Runner::Traceback second = warning;
        second.exceptions.first().message = QStringLiteral("another");
        m_controller->beginRun();
        m_controller->noteWarning(warning);
        QCOMPARE(m_pane->current(), warning);
        QStringList words;
        for (const QLabel *each : m_pane->findChildren<QLabel *>())
            words.append(each->text());
        QVERIFY2(words.contains(QStringLiteral("A warning, no error: the program went on.")),
                 qPrintable(words.join(u'\n')));
        m_controller->noteWarning(second); // of the same run: kept to go on to
        QCOMPARE(m_pane->current(), warning);
        QCOMPARE(m_pane->history().count(), 2);
        QCOMPARE(m_pane->history().current(), 0);
        m_actions[ActionId::NextError]->trigger();
        QCOMPARE(m_pane->current(), second);
        m_controller->beginRun();
        m_controller->noteWarning(warning); // another run's takes its place
        QCOMPARE(m_pane->current(), warning);
    }

    void aWarning_displacesNoError()
    {
        meet(division(QStringLiteral("0")));
        Runner::Traceback warning = error(QStringLiteral("UserWarning"), 3, {}, QStringLiteral("warn()"));
        warning.isWarning = true;
        m_controller->beginRun();
        m_controller->noteWarning(warning);
        QVERIFY(!m_pane->current().isWarning);
        QCOMPARE(m_pane->history().count(), 2);
        m_actions[ActionId::NextError]->trigger();
        QVERIFY(m_pane->current().isWarning);
    }

    void aFloodOfWarnings_leavesTheErrorsInTheHistory()
    {
        meet(division(QStringLiteral("0")));
        Runner::Traceback warning = error(QStringLiteral("UserWarning"), 3, {}, QStringLiteral("warn()"));
        warning.isWarning = true;
        m_controller->beginRun();
        for (int i = 0; i < 500; ++i)
            m_controller->noteWarning(warning);
        QCOMPARE(m_pane->history().count(), 21);
        QCOMPARE(m_pane->history().current(), 0);
    }
};

QTEST_MAIN(HistoryControllerTest)
#include "tst_historycontroller.moc"
