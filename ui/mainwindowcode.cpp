// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that helps to find the way in a program.
#include "files/filespane.h"
#include "formatcontroller.h"
#include "mainwindow.h"
#include "outlinecontroller.h"
#include "placescontroller.h"
#include "problemscontroller.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "renamecontroller.h"
#include "stylehints.h"
#include "theme/noticebar.h"
#include "uses/usespane.h"
#include "windowlayout.h"

#include <QStatusBar>

namespace Skillet::Ui {

namespace {
constexpr int ResultMs = 8000; // a sentence or two
const QLatin1String helpNotice("help:");
} // namespace

void MainWindow::connectCode()
{
    const auto tell = [this](const QString &words) { statusBar()->showMessage(words, ResultMs); };
    const auto project = [this] { return m_files->folder(); };
    auto *places = new PlacesController(m_services.analyst, *m_editor, *m_uses, project, this);
    places->connectActions(*m_actions);
    connect(places, &PlacesController::told, this, tell);
    connect(places, &PlacesController::usesWanted, this, [this] { m_layout->raise(m_uses); });
    connect(places, &PlacesController::helpOffered, this, [this](const QString &name, const QString &words) {
        m_notices->post({NoticeKind::Information, words, helpNotice + name, tr("Show Its &Help")});
    });
    connect(m_notices, &NoticeBar::actionChosen, this, [this](const QString &id) {
        if (id.startsWith(helpNotice))
            m_prompt->assist().askHelp(id.mid(helpNotice.size()));
    });
    auto *outline = new OutlineController(m_services.analyst, *m_editor, *m_outline, m_services.theme, this);
    outline->connectActions(*m_actions);
    connect(outline, &OutlineController::leaving, places, &PlacesController::leave);
    auto *rename = new RenameController(m_services.analyst, *m_editor, m_services.theme, project, this);
    rename->connectActions(*m_actions);
    connect(rename, &RenameController::told, this, tell);
    auto *format = new FormatController(m_services.theme, m_services.highlighter, *m_editor,
                                        m_services.course.settings, this);
    format->connectActions(*m_actions);
    connect(format, &FormatController::told, this, tell);
    connect(format, &FormatController::problemOccurred, this, &MainWindow::showProblem);
    auto *style = new StyleHints(*m_editor, m_services.course.settings, this);
    style->connectActions(*m_actions);
    connect(style, &StyleHints::found, m_problems, &ProblemsController::setStyle);
    connect(m_problems, &ProblemsController::enabledChanged, style, &StyleHints::setEnabled);
}

} // namespace Skillet::Ui
