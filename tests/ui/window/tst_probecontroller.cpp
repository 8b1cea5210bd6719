// SPDX-License-Identifier: GPL-3.0-or-later
#include "askherecontroller.h"
#include "highlighting/codehighlighter.h"
#include "probecontroller.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "runner/session.h"
#include "traceback/probesview.h"
#include "traceback/tracebackpane.h"

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
class ProbeControllerTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;
    CodeHighlighter m_highlighter{m_theme};
    QTemporaryDir m_folder;
    std::unique_ptr<Runner::Session> m_session;
    std::unique_ptr<PromptPane> m_prompt;
    std::unique_ptr<TracebackPane> m_traceback;
    std::unique_ptr<AskHereController> m_ask;
    std::unique_ptr<ProbeController> m_probes;

    void fail(const QString &source)
    {
        const QSignalSpy raised(m_session.get(), &Runner::Session::exceptionRaised);
        m_prompt->runCode(source);
        QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, LimitMs);
        m_traceback->showTraceback(raised.first().at(1).value<Runner::Traceback>());
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
    }
    [[nodiscard]] QPushButton *button(const QString &code) const
    {
        for (QPushButton *each : m_traceback->findChildren<QPushButton *>()) {
            if (each->text() == code)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool press(const QString &code) const
    {
        QPushButton *asked = button(code);
        if (asked == nullptr || !asked->isEnabled())
            return false;
        asked->click();
        return true;
    }
    /// What the pane shows of the answer to it.
    [[nodiscard]] QString answer(const QString &code) const
    {
        const QPushButton *asked = button(code);
        if (asked == nullptr || !asked->isEnabled())
            return {};
        for (const QLabel *each : m_traceback->findChildren<QLabel *>()) {
            if (each->accessibleName().startsWith(code + QStringLiteral(" is ")))
                return each->text();
        }
        return {};
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
        m_probes = std::make_unique<ProbeController>(
            *m_session, ProbeController::Panes{*m_prompt, *m_traceback}, *m_ask, nullptr);
        m_prompt->resize(700, 300);
        m_prompt->show();
        m_traceback->resize(700, 600);
        m_traceback->show();
        m_session->start();
    }
    void cleanup()
    {
        m_probes.reset();
        m_ask.reset();
        m_traceback.reset();
        m_prompt.reset();
        m_session.reset();
    }

    void theAnswer_standsBesideTheProbe()
    {
        fail(QStringLiteral("def price(row):\n    return row['pirce']\nprice({'sku': 1, 'price': 2})"));
        const QString code = QStringLiteral("list(row)");
        QVERIFY(press(code));
        QTRY_COMPARE_WITH_TIMEOUT(answer(code), QStringLiteral("['sku', 'price']"), LimitMs);
        const QString text = m_prompt->view().transcript().text();
        QVERIFY2(text.contains(QStringLiteral("price>>> list(row)\n['sku', 'price']")), qPrintable(text));
    }

    void thePrompt_staysWhereItIs()
    {
        fail(QStringLiteral("def last(xs):\n    return xs[9]\nlast([1, 2])"));
        QVERIFY(press(QStringLiteral("len(xs)")));
        QVERIFY(m_session->currentFrame().isNull());
        QTRY_COMPARE_WITH_TIMEOUT(answer(QStringLiteral("len(xs)")), QStringLiteral("2"), LimitMs);
        QCOMPARE(m_prompt->view().transcript().primaryPrompt(), QStringLiteral(">>> "));
        const Runner::FrameReference outer = m_traceback->current().frameReference(0, 0);
        m_session->enterFrame(outer);
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
        QVERIFY(press(QStringLiteral("xs[-1]")));
        QTRY_COMPARE_WITH_TIMEOUT(answer(QStringLiteral("xs[-1]")), QStringLiteral("2"), LimitMs);
        QCOMPARE(m_session->currentFrame(), outer);
    }

    void aProbeThatFails_saysWhy()
    {
        fail(QStringLiteral("class Odd:\n    def __dir__(self):\n        raise OSError('odd')\n"
                            "def use(x):\n    return x.foo\nuse(Odd())"));
        const QString code = QStringLiteral("[name for name in dir(x) if \"fo\" in name]");
        const QSignalSpy raised(m_prompt.get(), &PromptPane::tracebackRaised);
        QVERIFY(press(code));
        QTRY_COMPARE_WITH_TIMEOUT(answer(code), QStringLiteral("It cannot be asked: OSError: odd"), LimitMs);
        QTRY_COMPARE_WITH_TIMEOUT(raised.size(), 1, LimitMs);
        QVERIFY(m_probes->isProbe(raised.first().at(1).value<Runner::RunId>()));
    }

    void whilePythonIsBusy_theWayIsTold()
    {
        fail(QStringLiteral("def last(xs):\n    return xs[9]\nlast([1, 2])"));
        m_prompt->runCode(QStringLiteral("input()"));
        const QSignalSpy problems(m_probes.get(), &ProbeController::problemOccurred);
        QVERIFY(press(QStringLiteral("len(xs)")));
        QCOMPARE(problems.size(), 1);
        QVERIFY(answer(QStringLiteral("len(xs)")).isEmpty());
        QVERIFY(press(QStringLiteral("len(xs)")));
        QCOMPARE(problems.size(), 2);
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(!m_prompt->isBusy(), LimitMs);
    }

    void theAnswer_staysWhenTheLookChanges()
    {
        fail(QStringLiteral("def last(xs):\n    return xs[9]\nlast([1, 2])"));
        QVERIFY(press(QStringLiteral("len(xs)")));
        QTRY_COMPARE_WITH_TIMEOUT(answer(QStringLiteral("len(xs)")), QStringLiteral("2"), LimitMs);
        m_theme.setZoomPercent(120);
        QCOMPARE(answer(QStringLiteral("len(xs)")), QStringLiteral("2"));
        m_theme.setZoomPercent(100);
    }

    void anErrorFromText_hasProbesInWords()
    {
        fail(QStringLiteral("def last(xs):\n    return xs[9]\nlast([1, 2])"));
        Runner::Traceback text = m_traceback->current();
        text.incident = 0;
        m_traceback->showTraceback(text);
        const auto *view = m_traceback->findChild<ProbesView *>();
        QVERIFY(view);
        QVERIFY(view->findChildren<QPushButton *>().isEmpty());
        QStringList words;
        for (const QLabel *each : view->findChildren<QLabel *>())
            words.append(each->text());
        QVERIFY2(words.join(u'\n').contains(QStringLiteral("print(len(xs))")), qPrintable(words.join(u'\n')));
    }
};

QTEST_MAIN(ProbeControllerTest)
#include "tst_probecontroller.moc"
