// SPDX-License-Identifier: GPL-3.0-or-later
#include "askherecontroller.h"

#include "actions.h"
#include "highlighting/codehighlighter.h"
#include "prompt/framestrip.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "runner/session.h"
#include "traceback/framerow.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

constexpr int LimitMs = 30'000;

} // namespace

/// The panes with the real Python behind them.
class AskHereControllerTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    Actions m_actions{m_theme, nullptr};
    QTemporaryDir m_folder;
    std::unique_ptr<Runner::Session> m_session;
    std::unique_ptr<PromptPane> m_prompt;
    std::unique_ptr<TracebackPane> m_traceback;
    std::unique_ptr<AskHereController> m_ask;

    /// Fails in a function in which `count` is 3, and shows it.
    void fail()
    {
        const QSignalSpy raised(m_session.get(), &Runner::Session::exceptionRaised);
        Runner::Program program;
        program.kind = Runner::ProgramKind::Pasted;
        program.source = QStringLiteral("def share(count):\n    return count / 0\nshare(3)");
        (void)m_session->execute(program);
        QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, LimitMs);
        m_traceback->showTraceback(raised.first().at(1).value<Runner::Traceback>());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Runner::SessionState::Idle, LimitMs);
    }
    [[nodiscard]] const FrameStrip &strip() const { return *m_prompt->findChild<FrameStrip *>(); }
    [[nodiscard]] QPushButton *button() const
    {
        for (QPushButton *each : m_traceback->findChildren<QPushButton *>()) {
            if (each->text() == QStringLiteral("&Ask Here"))
                return each;
        }
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        Runner::SessionOptions options;
        options.worker = QStringLiteral(SKILLET_WORKER);
        options.workerPython = QStringLiteral(SKILLET_WORKER_PYTHON);
        options.workingFolder = m_folder.path();
        m_session = std::make_unique<Runner::Session>(options);
        m_prompt = std::make_unique<PromptPane>(*m_session, m_theme, m_highlighter,
                                                m_folder.filePath(QStringLiteral("history.txt")));
        m_traceback = std::make_unique<TracebackPane>(m_theme, m_highlighter);
        m_ask = std::make_unique<AskHereController>(
            *m_session, AskHereController::Panes{*m_prompt, *m_traceback}, m_theme, nullptr);
        m_ask->connectActions(m_actions);
        m_prompt->resize(700, 300);
        m_prompt->show();
        m_session->start();
    }
    void cleanup()
    {
        m_ask.reset();
        m_traceback.reset();
        m_prompt.reset();
        m_session.reset();
    }

    void theButton_letsThePromptAnswerFromThere()
    {
        fail();
        QVERIFY(!strip().isVisible());
        QVERIFY(button());
        const QSignalSpy wanted(m_ask.get(), &AskHereController::promptWanted);
        button()->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(strip().isVisible());
        QVERIFY2(strip().accessibleName().contains(QStringLiteral("in share")),
                 qPrintable(strip().accessibleName()));
        const QSignalSpy told(m_session.get(), &Runner::Session::outputReceived);
        Runner::Program program;
        program.source = QStringLiteral("count");
        (void)m_session->execute(program);
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), LimitMs);
        QCOMPARE(told.first().at(2).toString(), QStringLiteral("3\n"));
    }

    void theStripsButton_leadsBack()
    {
        fail();
        button()->click();
        strip().findChild<QPushButton *>()->click();
        QVERIFY(m_session->currentFrame().isNull());
        QVERIFY(!strip().isVisible());
    }

    void theCommand_goesThereAndBack()
    {
        fail();
        m_actions[ActionId::AskHere]->trigger();
        QVERIFY(!m_session->currentFrame().isNull());
        QVERIFY(strip().isVisible());
        m_actions[ActionId::AskHere]->trigger();
        QVERIFY(m_session->currentFrame().isNull());
        QVERIFY(!strip().isVisible());
    }

    void everyCard_letsThePromptAnswerFromThere()
    {
        fail();
        const auto rows = m_traceback->findChildren<FrameRow *>();
        QCOMPARE(rows.size(), 2);
        auto *outer = rows.first()->findChild<QToolButton *>();
        QVERIFY(outer && rows.last()->findChild<QToolButton *>());
        QVERIFY2(outer->accessibleName().contains(QStringLiteral("typed at the prompt, line 3")),
                 qPrintable(outer->accessibleName()));
        outer->click();
        QCOMPARE(m_session->currentFrame(), m_traceback->current().frameReference(0, 0));
        QVERIFY(strip().accessibleName().contains(QStringLiteral("line 3")));
        rows.last()->findChild<QToolButton *>()->click();
        QCOMPARE(m_session->currentFrame(), m_traceback->current().frameReference(0, 1));
    }

    void thePrompt_bearsThePlacesName()
    {
        fail();
        const QString usual = m_prompt->view().transcript().primaryPrompt();
        button()->click();
        QCOMPARE(m_prompt->view().transcript().primaryPrompt(), QStringLiteral("share") + usual);
        m_prompt->runCode(QStringLiteral("count"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
        QVERIFY2(m_prompt->view().transcript().text().contains(QStringLiteral("share>>> count\n3\n")),
                 qPrintable(m_prompt->view().transcript().text()));
        m_actions[ActionId::AskHere]->trigger();
        QCOMPARE(m_prompt->view().transcript().primaryPrompt(), usual);
    }

    void whatIsAskedThere_isNotReplayed()
    {
        fail();
        m_prompt->runCode(QStringLiteral("x = 1"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
        button()->click();
        m_prompt->runCode(QStringLiteral("count"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
        const QList<SessionLog::Entry> again = m_prompt->log().toReplay();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().shown, QStringLiteral("x = 1"));
        QVERIFY(m_prompt->log().asProgram().contains(
            QStringLiteral("# This was asked at the place of an error:\n# count\n")));
    }

    void escape_leadsOut()
    {
        fail();
        button()->click();
        PromptView &view = m_prompt->view();
        QTest::keyClicks(&view, QStringLiteral("cou"));
        QTest::keyClick(&view, Qt::Key_Escape); // an offer of completion, or what was typed, goes first
        QVERIFY(!m_session->currentFrame().isNull());
        while (!view.input().isEmpty())
            QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!m_session->currentFrame().isNull());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(m_session->currentFrame().isNull());
        QVERIFY(!strip().isVisible());
    }

    void escapeOnTheStrip_leadsOut()
    {
        fail();
        button()->click();
        QTest::keyClick(strip().findChild<QPushButton *>(), Qt::Key_Escape);
        QVERIFY(m_session->currentFrame().isNull());
    }

    void aFreshPython_leavesThePlace()
    {
        fail();
        button()->click();
        m_session->restart();
        QTRY_VERIFY_WITH_TIMEOUT(!strip().isVisible(), LimitMs);
    }

    void withoutAnError_theWayIsTold()
    {
        const QSignalSpy problems(m_ask.get(), &AskHereController::problemOccurred);
        m_actions[ActionId::AskHere]->trigger();
        QCOMPARE(problems.size(), 1);
        QVERIFY(!strip().isVisible());
    }

    void aTracebackFromText_hasNoButton()
    {
        fail();
        Runner::Traceback text = m_traceback->current();
        text.incident = 0;
        m_traceback->showTraceback(text);
        QVERIFY(!button());
        for (const FrameRow *row : m_traceback->findChildren<FrameRow *>())
            QVERIFY(row->findChildren<QToolButton *>().isEmpty());
    }
};

QTEST_MAIN(AskHereControllerTest)
#include "tst_askherecontroller.moc"
