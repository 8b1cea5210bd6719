// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that runs the learner's tests.
#include "core/paths.h"
#include "core/settings.h"
#include "files/filespane.h"
#include "mainwindow.h"
#include "runcontroller.h"
#include "tests/testspane.h"
#include "testscontroller.h"
#include "traceback/tracebackpane.h"
#include "windowlayout.h"

#include <QStatusBar>

namespace Skillet::Ui {

void MainWindow::connectTests()
{
    const Core::Settings &settings = m_services.course.settings;
    TestsController::Setup setup;
    setup.project = [this] { return m_files->folder(); };
    setup.python = [this, &settings] {
        if (const QString folder = settings.environment(); !folder.isEmpty())
            return folder + QStringLiteral("/bin/python");
        const QString own = m_services.session.interpreter().executable;
        return own.isEmpty() ? QStringLiteral("python3") : own;
    };
    setup.script = m_services.course.paths.workerPython + QStringLiteral("/skillet_tests/run.py");
    setup.memoryLimit = settings.memoryLimitMegabytes() * qint64(1'000'000);
    auto *tests = new TestsController(*m_editor, *m_tests, setup, this);
    tests->connectActions(*m_actions);
    m_tests->addCommands(*m_actions);
    connect(tests, &TestsController::paneWanted, this, [this] { m_layout->raise(m_tests); });
    connect(tests, &TestsController::problemOccurred, this, &MainWindow::showProblem);
    connect(tests, &TestsController::told, this,
            [this](const QString &words) { statusBar()->showMessage(words, 4000); });
    connect(tests, &TestsController::tracebackMet, this,
            [this](const Runner::Traceback &traceback, bool forward) {
                m_run->showFailure(traceback);
                if (forward)
                    m_layout->raise(m_traceback);
            });
    connect(tests, &TestsController::placeWanted, m_run, &RunController::openLocation);
    connect(m_tests, &TestsPane::titleChanged, this,
            [this](const QString &title) { m_layout->setTitle(m_tests, title); });
}

} // namespace Skillet::Ui
