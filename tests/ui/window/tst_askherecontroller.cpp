// SPDX-License-Identifier: GPL-3.0-or-later
#include "askherecontroller.h"

#include "actions.h"
#include "highlighting/codehighlighter.h"
#include "prompt/framestrip.h"
#include "prompt/promptpane.h"
#include "runner/session.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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
    }
};

QTEST_MAIN(AskHereControllerTest)
#include "tst_askherecontroller.moc"
