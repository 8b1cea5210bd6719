// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/toursteps.h"

#include "actions.h"
#include "checks/checkspane.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "lesson/lessonview.h"
#include "mainwindow.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "roadmap/roadmapmodel.h"
#include "roadmap/roadmappane.h"
#include "tour/hands.h"
#include "traceback/framecard.h"
#include "traceback/tracebackpane.h"

#include <QAction>
#include <QLabel>
#include <QTextBrowser>
#include <QTreeView>

namespace Skillet::Ui {

namespace {

// What a beginner types: a name mistyped in the last line.
const QString brokenProgram = QStringLiteral("name = \"Ada\"\n"
                                             "print(f\"Hello, {name}!\")\n"
                                             "print(f\"The kitchen is open, {nmae}.\")");
constexpr int BrokenLine = 3;

/// The part of the window with that class; the tour drives the program that ships, so it is there.
template <typename T>
T &part(const MainWindow &window)
{
    T *found = window.findChild<T *>();
    Q_ASSERT(found != nullptr);
    return *found;
}

QString need(bool shown, const QString &what)
{
    return shown ? QString() : what;
}

/// The first of `complaints` that is not empty.
QString firstOf(std::initializer_list<QString> complaints)
{
    for (const QString &complaint : complaints) {
        if (!complaint.isEmpty()) {
            return complaint;
        }
    }
    return {};
}

/// A pane behind another tab counts as visible for Qt; what a person sees of it is nothing.
bool isInFront(const QWidget &widget)
{
    const QWidget *seen = widget.window()->childAt(widget.mapTo(widget.window(), widget.rect().center()));
    return widget.isVisible() && (seen == &widget || widget.isAncestorOf(seen));
}

QString promptShows(const MainWindow &window, const QString &text)
{
    const PromptView &view = part<PromptView>(window);
    return firstOf({need(isInFront(view), QStringLiteral("The prompt is not in front.")),
                    need(view.toPlainText().contains(text),
                         QStringLiteral("The prompt does not show “%1”.").arg(text))});
}

QString promptIsFree(const MainWindow &window)
{
    return need(!part<PromptPane>(window).isBusy(), QStringLiteral("The prompt is still busy."));
}

QString lessonShows(const MainWindow &window, const QString &text)
{
    const auto *browser = part<LessonView>(window).findChild<QTextBrowser *>();
    return need(browser != nullptr && browser->isVisible() && browser->toPlainText().contains(text),
                QStringLiteral("The lesson pane does not show “%1”.").arg(text));
}

QString editorShows(const MainWindow &window, const QString &file, const QString &code)
{
    EditorArea &editors = part<EditorArea>(window);
    return firstOf(
        {need(editors.currentFile().endsWith(file), QStringLiteral("%1 is not in the editor.").arg(file)),
         need(editors.currentText().trimmed() == code.trimmed(),
              QStringLiteral("The editor shows other code: %1").arg(editors.currentText()))});
}

QModelIndex roadmapRow(const MainWindow &window, const QString &id)
{
    const auto *view = part<RoadmapPane>(window).findChild<QTreeView *>();
    const auto *model = qobject_cast<const RoadmapModel *>(view->model());
    return model == nullptr ? QModelIndex() : model->indexOf(id);
}

QString roadmapSays(const MainWindow &window, const QString &id, Progress::ItemState state)
{
    const QModelIndex row = roadmapRow(window, id);
    return need(row.isValid() && row.data(RoadmapModel::StateRole).value<Progress::ItemState>() == state,
                QStringLiteral("The roadmap does not show the new state of %1.").arg(id));
}

TourStep openFirstLesson()
{
    return {QStringLiteral("first-lesson"), [](MainWindow &) {},
            [](MainWindow &window) {
                return firstOf({lessonShows(window, QStringLiteral("Here is a whole Python program")),
                                need(roadmapRow(window, QStringLiteral("workbench/greeting")).isValid(),
                                     QStringLiteral("The roadmap has no first exercise.")),
                                editorShows(window, QStringLiteral("greeting/program.py"),
                                            QStringLiteral("name = \"nobody\"\nprint(f\"Hello, {name}!\")")),
                                promptShows(window, QStringLiteral("Python 3.")), promptIsFree(window)});
            },
            TourStep::Kind::Act};
}

TourStep runLessonBlock()
{
    return {QStringLiteral("lesson-runs"),
            [](MainWindow &) {
                Hands::press(Qt::Key_2, Qt::AltModifier); // to the lesson
                Hands::press(Qt::Key_Tab); // to its first link: Run
                Hands::press(Qt::Key_Return);
            },
            [](MainWindow &window) {
                return firstOf({promptShows(window, QStringLiteral("\nHello, Ada!")), promptIsFree(window)});
            },
            TourStep::Kind::Act};
}

TourStep openExercise()
{
    return {QStringLiteral("exercise"),
            [](MainWindow &window) {
                auto *view = part<RoadmapPane>(window).findChild<QTreeView *>();
                Hands::clickRow(*view, roadmapRow(window, QStringLiteral("workbench/greeting")));
            },
            [](MainWindow &window) {
                return firstOf({lessonShows(window, QStringLiteral("The kitchen is open, Ada.")),
                                roadmapSays(window, QStringLiteral("workbench/greeting"),
                                            Progress::ItemState::Started)});
            },
            TourStep::Kind::Act};
}

TourStep typeProgram()
{
    return {QStringLiteral("typed"),
            [](MainWindow &window) {
                CodeEditor *editor = part<EditorArea>(window).currentEditor();
                Hands::click(*editor->viewport());
                Hands::press(Qt::Key_A, Qt::ControlModifier);
                Hands::type(brokenProgram);
            },
            [](MainWindow &window) {
                return editorShows(window, QStringLiteral("greeting/program.py"), brokenProgram);
            },
            TourStep::Kind::Act};
}

TourStep breakIt()
{
    return {
        QStringLiteral("it-breaks"), [](MainWindow &) { Hands::press(Qt::Key_F5); },
        [](MainWindow &window) {
            const TracebackPane &pane = part<TracebackPane>(window);
            const Runner::Traceback &shown = pane.current();
            const CodeEditor *editor = part<EditorArea>(window).currentEditor();
            return firstOf(
                {need(isInFront(pane), QStringLiteral("The traceback is not in front.")),
                 need(!shown.isEmpty() && shown.exceptions.constFirst().type == QLatin1String("NameError"),
                      QStringLiteral("The traceback shows no NameError.")),
                 need(editor->errorLine() == BrokenLine, QStringLiteral("The editor does not mark line 3.")),
                 promptIsFree(window)});
        },
        TourStep::Kind::Act};
}

TourStep goToTheLine()
{
    return {QStringLiteral("to-the-line"),
            [](MainWindow &window) {
                Hands::click(*part<EditorArea>(window).currentEditor()->viewport());
                Hands::press(Qt::Key_Home, Qt::ControlModifier);
                Hands::click(*part<TracebackPane>(window).findChild<FrameCard *>());
            },
            [](MainWindow &window) {
                int line = 0;
                int column = 0;
                CodeEditor *editor = part<EditorArea>(window).currentEditor();
                editor->getCursorPosition(&line, &column);
                return firstOf(
                    {need(line + 1 == BrokenLine, QStringLiteral("The caret is not in line 3.")),
                     need(editor->hasFocus(), QStringLiteral("The editor has not got the focus."))});
            },
            TourStep::Kind::Act};
}

TourStep mendIt()
{
    return {QStringLiteral("mended"),
            [](MainWindow &) {
                // The caret stands before the mistyped name.
                for (int count = 0; count < 4; ++count) {
                    Hands::press(Qt::Key_Delete);
                }
                Hands::type(QStringLiteral("name"));
                Hands::press(Qt::Key_F5);
            },
            [](MainWindow &window) {
                QString mended = brokenProgram;
                mended.replace(QStringLiteral("nmae"), QStringLiteral("name"));
                return firstOf({editorShows(window, QStringLiteral("greeting/program.py"), mended),
                                promptShows(window, QStringLiteral("\nThe kitchen is open, Ada.")),
                                need(part<EditorArea>(window).currentEditor()->errorLine() == 0,
                                     QStringLiteral("The editor still marks an error.")),
                                promptIsFree(window)});
            },
            TourStep::Kind::Act};
}

TourStep checkIt()
{
    return {
        QStringLiteral("checked"), [](MainWindow &) { Hands::press(Qt::Key_F8); },
        [](MainWindow &window) {
            return firstOf(
                {need(isInFront(part<ChecksPane>(window)), QStringLiteral("The checks are not in front.")),
                 roadmapSays(window, QStringLiteral("workbench/greeting"), Progress::ItemState::Done)});
        },
        TourStep::Kind::Act};
}

TourStep loopForEver()
{
    return {QStringLiteral("endless-loop"),
            [](MainWindow &) {
                Hands::press(Qt::Key_4, Qt::AltModifier);
                Hands::type(QStringLiteral("while True: pass\n\n"));
            },
            [](MainWindow &window) {
                return need(window.actions()[ActionId::Stop]->isEnabled(),
                            QStringLiteral("Nothing is running."));
            },
            TourStep::Kind::Act};
}

TourStep stopTheLoop()
{
    return {QStringLiteral("stopped"), [](MainWindow &) { Hands::press(Qt::Key_F5, Qt::ShiftModifier); },
            [](MainWindow &window) {
                return firstOf({promptIsFree(window),
                                need(!window.actions()[ActionId::Stop]->isEnabled(),
                                     QStringLiteral("The loop is still running."))});
            },
            TourStep::Kind::Act};
}

TourStep reopen()
{
    return {QStringLiteral("reopened"), [](MainWindow &) {},
            [](MainWindow &window) {
                QString mended = brokenProgram;
                mended.replace(QStringLiteral("nmae"), QStringLiteral("name"));
                return firstOf(
                    {editorShows(window, QStringLiteral("greeting/program.py"), mended),
                     lessonShows(window, QStringLiteral("The kitchen is open, Ada.")),
                     roadmapSays(window, QStringLiteral("workbench/greeting"), Progress::ItemState::Done),
                     promptIsFree(window)});
            },
            TourStep::Kind::Reopen};
}

TourStep nextLesson()
{
    return {QStringLiteral("next"), [](MainWindow &) { Hands::press(Qt::Key_Right, Qt::AltModifier); },
            [](MainWindow &window) {
                return need(part<EditorArea>(window).currentFile().endsWith(
                                QStringLiteral("opening-hours/program.py")),
                            QStringLiteral("The next exercise is not in the editor."));
            },
            TourStep::Kind::Act};
}

} // namespace

QList<TourStep> tourSteps()
{
    return {openFirstLesson(), runLessonBlock(), openExercise(), typeProgram(), breakIt(), goToTheLine(),
            mendIt(),          checkIt(),        loopForEver(),  stopTheLoop(), reopen(),  nextLesson()};
}

} // namespace Skillet::Ui
