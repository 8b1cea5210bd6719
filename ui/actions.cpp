// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions.h"

#include "theme/theme.h"

#include <QAction>
#include <QActionGroup>

namespace Skillet::Ui {

Actions::Actions(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    makeFile();
    makeEdit();
    makeRunAndLearn();
    makePrompt();
    makeView();
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    actions.reserve(m_order.size());
    for (const ActionId id : m_order) {
        actions.append(m_actions.value(id));
    }
    return actions;
}

QAction *Actions::add(ActionId id, const QString &text, const char *icon, const QKeySequence &shortcut,
                      const QString &tip)
{
    auto *action = new QAction(text, this);
    if (icon != nullptr) {
        action->setIcon(m_theme.icon(QString::fromLatin1(icon)));
    }
    action->setShortcut(shortcut);
    action->setStatusTip(tip);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
    m_actions.insert(id, action);
    m_order.append(id);
    return action;
}

void Actions::makeFile()
{
    add(ActionId::NewFile, tr("&New File"), "document-new", QKeySequence::New, tr("Start an empty file"));
    add(ActionId::OpenFile, tr("&Open..."), "document-open", QKeySequence::Open, tr("Open a file from disk"));
    add(ActionId::OpenFolder, tr("Open a Fol&der..."), "folder-open", QKeySequence(tr("Ctrl+Shift+O")),
        tr("Show the files of a project"));
    add(ActionId::Save, tr("&Save"), "document-save", QKeySequence::Save, tr("Save this file"));
    add(ActionId::SaveAs, tr("Save &As..."), "document-save-as", QKeySequence(tr("Ctrl+Shift+S")),
        tr("Save this file under another name"));
    add(ActionId::OpenTraceback, tr("Open a &Traceback..."), "tools-report-bug",
        QKeySequence(tr("Ctrl+Alt+O")), tr("Show the tracebacks in a log or text, from any Python"));
    add(ActionId::PasteTraceback, tr("Paste a Trace&back"), "edit-paste", QKeySequence(tr("Ctrl+Alt+V")),
        tr("Show the traceback on the clipboard as a picture"));
    add(ActionId::PreviousError, tr("Error &Before"), "go-previous", QKeySequence(tr("Shift+F4")),
        tr("Go back to the error before the one in the traceback pane"));
    add(ActionId::NextError, tr("Err&or After"), "go-next", QKeySequence(tr("F4")),
        tr("Go on to the error after the one in the traceback pane"));
    add(ActionId::CopyTraceback, tr("&Copy as Text"), "edit-copy", QKeySequence(tr("Ctrl+Alt+C")),
        tr("Copy the traceback as Python prints it"));
    add(ActionId::CopyTracebackMarkdown, tr("Copy as &Markdown"), "edit-copy", QKeySequence(tr("Ctrl+Alt+M")),
        tr("Copy the traceback and what it means, for a forum or a report"));
    add(ActionId::SaveTracebackPicture, tr("Save as a &Picture..."), "document-save",
        QKeySequence(tr("Ctrl+Alt+P")), tr("Save the picture of the traceback as PNG or SVG"));
    add(ActionId::AskHere, tr("Ask &Where It Failed, or Back"), "utilities-terminal",
        QKeySequence(tr("Ctrl+Alt+H")),
        tr("Let the prompt answer from the place of the error shown, with its variables; again: go back"));
    add(ActionId::EarlierVersions, tr("Earlier &Versions..."), "clock", QKeySequence(tr("Ctrl+Alt+Z")),
        tr("Look at what this file was before, and bring any of it back"));
    add(ActionId::CloseTab, tr("&Close Tab"), "window-close", QKeySequence(tr("Ctrl+W")),
        tr("Close this file"));
    add(ActionId::Quit, tr("&Quit"), "application-exit", QKeySequence(tr("Ctrl+Q")),
        tr("Close Skillet; everything is kept"))
        ->setMenuRole(QAction::QuitRole);
}

void Actions::makeEdit()
{
    add(ActionId::Undo, tr("&Undo"), "edit-undo", QKeySequence::Undo, tr("Take back the last change"));
    add(ActionId::Redo, tr("&Redo"), "edit-redo", QKeySequence::Redo, tr("Make the change again"));
    add(ActionId::Cut, tr("Cu&t"), "edit-cut", QKeySequence::Cut, tr("Move the selection to the clipboard"));
    add(ActionId::Copy, tr("&Copy"), "edit-copy", QKeySequence::Copy, tr("Copy the selection"));
    add(ActionId::Paste, tr("&Paste"), "edit-paste", QKeySequence::Paste, tr("Insert from the clipboard"));
    add(ActionId::SelectAll, tr("Select &All"), "edit-select-all", QKeySequence::SelectAll,
        tr("Select everything"));
    makeFind();
    add(ActionId::ToggleComment, tr("Co&mment Out or In"), "code-context", QKeySequence(tr("Ctrl+/")),
        tr("Turn the selected lines into comments, or back"));
    makeLines();
    makePlaces();
    makeFormat();
    makeCode();
    add(ActionId::Settings, tr("S&ettings..."), "configure", QKeySequence(tr("Ctrl+,")),
        tr("Choose the look, the fonts, and what the prompt may use"))
        ->setMenuRole(QAction::PreferencesRole);
}

void Actions::makeFind()
{
    add(ActionId::Find, tr("&Find..."), "edit-find", QKeySequence::Find, tr("Find text in this file"));
    add(ActionId::FindNext, tr("Fi&nd Next"), "go-down", QKeySequence(tr("F3")),
        tr("Go on to the next place with what you look for"));
    add(ActionId::FindPrevious, tr("F&ind Previous"), "go-up", QKeySequence(tr("Shift+F3")),
        tr("Go back to the place before with what you look for"));
    add(ActionId::Replace, tr("Fin&d and Replace..."), "edit-find-replace", QKeySequence(tr("Ctrl+H")),
        tr("Find text and write something else in its place"));
}

void Actions::makeLines()
{
    add(ActionId::MoveLinesUp, tr("Move &Up"), "go-up", QKeySequence(tr("Alt+Up")),
        tr("Move the selected lines, or the caret's, above the line before"));
    add(ActionId::MoveLinesDown, tr("Move &Down"), "go-down", QKeySequence(tr("Alt+Down")),
        tr("Move the selected lines, or the caret's, below the line after"));
    add(ActionId::DuplicateLines, tr("Du&plicate"), "edit-copy", QKeySequence(tr("Ctrl+D")),
        tr("Write the selection once more, or the caret's line below itself"));
    add(ActionId::DeleteLines, tr("De&lete"), "edit-delete", QKeySequence(tr("Ctrl+Shift+K")),
        tr("Delete the selected lines, or the caret's, whole"));
    add(ActionId::JoinLines, tr("&Join"), nullptr, QKeySequence(tr("Ctrl+J")),
        tr("Make one line of the selected ones, or of the caret's and the next"));
    add(ActionId::GoToLine, tr("&Go to Line..."), "go-jump", QKeySequence(tr("Ctrl+G")),
        tr("Go to a line by its number, or to a line and a column"));
}

void Actions::makePlaces()
{
    add(ActionId::ToggleFold, tr("&Fold or Unfold"), "arrow-right", QKeySequence(tr("Ctrl+Alt+F")),
        tr("Hide the lines of the block at the caret but its first, or show them again"));
    add(ActionId::FoldAll, tr("Fold &All"), nullptr, QKeySequence(tr("Ctrl+Alt+Shift+F")),
        tr("Hide the lines of every block but its first"));
    add(ActionId::UnfoldAll, tr("&Unfold All"), nullptr, QKeySequence(tr("Ctrl+Alt+Shift+U")),
        tr("Show every line again"));
    add(ActionId::ToggleBookmark, tr("&Mark This Line, or Not"), "bookmarks", QKeySequence(tr("Ctrl+B")),
        tr("Mark the caret's line to come back to it, or take its mark away"));
    add(ActionId::PreviousBookmark, tr("Marked Line &Before"), "go-up", QKeySequence(tr("Alt+PgUp")),
        tr("Go back to the marked line before this one"));
    add(ActionId::NextBookmark, tr("Marked &Line After"), "go-down", QKeySequence(tr("Alt+PgDown")),
        tr("Go on to the next marked line"));
}

void Actions::makeFormat()
{
    const auto choice = [this](ActionId id, const QString &text, const QString &tip, QActionGroup *group) {
        QAction *action = add(id, text, nullptr, {}, tip);
        action->setCheckable(true);
        if (group != nullptr)
            group->addAction(action);
    };
    auto *indents = new QActionGroup(this);
    choice(ActionId::IndentWithSpaces, tr("Indent with &Spaces"),
           tr("Make the indentation of this file of spaces, four a step, as most Python is written"),
           indents);
    choice(ActionId::IndentWithTabs, tr("Indent with &Tabs"), tr("Make the indentation of this file of tabs"),
           indents);
    auto *ends = new QActionGroup(this);
    choice(ActionId::EndLinesUnix, tr("&Unix Lines (LF)"), tr("End lines as Linux and macOS do"), ends);
    choice(ActionId::EndLinesWindows, tr("&Windows Lines (CRLF)"), tr("End lines as Windows does"), ends);
    choice(ActionId::EndLinesOldMac, tr("Lines of &Old Macs (CR)"), tr("End lines as Macs did before 2001"),
           ends);
    auto *marks = new QActionGroup(this);
    choice(ActionId::WithoutMark, tr("UTF-8 without a &Mark"),
           tr("Write this file as most Python is written"), marks);
    choice(ActionId::WithMark, tr("UTF-8 with a Mark (&BOM)"),
           tr("Begin this file with the mark that some Windows programs look for"), marks);
    add(ActionId::CompareWithDisk, tr("Co&mpare with the Disk..."), "vcs-diff",
        QKeySequence(tr("Ctrl+Alt+D")), tr("Show what differs between this text and the file on disk"));
}

void Actions::makeCode()
{
    add(ActionId::GoToSymbol, tr("Go to &Symbol..."), "quickopen", QKeySequence(tr("Ctrl+Shift+G")),
        tr("Go to a class, function or heading of this file by its name"));
    add(ActionId::GoToDefinition, tr("Go to &Definition"), "go-jump", QKeySequence(tr("F12")),
        tr("Go to where the name at the caret gets its meaning, in this file or another"));
    add(ActionId::FindUses, tr("Find &Uses"), "edit-find", QKeySequence(tr("Shift+F12")),
        tr("List every place that uses the name at the caret"));
    add(ActionId::GoBack, tr("Go &Back"), "go-previous", QKeySequence(tr("Ctrl+F12")),
        tr("Go back to where the caret was before it went to a definition, a use or a symbol"));
    add(ActionId::RenameName, tr("Re&name..."), "edit-rename", QKeySequence(tr("F2")),
        tr("Give the name at the caret another one everywhere in this file"));
    add(ActionId::FormatFile, tr("&Format This File"), "document-edit", QKeySequence(tr("Ctrl+Shift+I")),
        tr("Write this program as most Python is written, by black or ruff"));
    add(ActionId::PreviousProblem, tr("Problem Befo&re"), "go-previous", QKeySequence(tr("Ctrl+Shift+.")),
        tr("Go back to the place before this one where something is wrong in this file"));
    add(ActionId::NextProblem, tr("Problem &After"), "go-next", QKeySequence(tr("Ctrl+.")),
        tr("Go on to the next place where something is wrong in this file"));
    add(ActionId::StyleHints, tr("Hints on St&yle"), nullptr, {},
        tr("Mark what ruff or flake8 say about style, when one of them is installed"))
        ->setCheckable(true);
}

void Actions::makeRunAndLearn()
{
    add(ActionId::RunFile, tr("&Run"), "media-playback-start", QKeySequence(tr("F5")),
        tr("Run this file in the prompt"))
        ->setIcon(m_theme.icon(QStringLiteral("media-playback-start"), ColorRole::Accent));
    add(ActionId::RunModule, tr("Run as a &Module"), nullptr, QKeySequence(tr("Ctrl+F5")),
        tr("Run this file as a part of its package, as python -m does"));
    add(ActionId::RunSelection, tr("Run S&election"), "go-jump", QKeySequence(tr("F9")),
        tr("Run the selected lines, or the line with the caret, in the prompt"));
    add(ActionId::RunBlock, tr("Run the &Block"), nullptr, QKeySequence(tr("Ctrl+Return")),
        tr("Run the statement with all its lines at the caret, or the part between two # %% lines"));
    add(ActionId::RunSettings, tr("Run Settin&gs..."), "configure", QKeySequence(tr("Ctrl+F9")),
        tr("Choose arguments, input, folder and variables that this file is run with"));
    add(ActionId::RunInTerminal, tr("Run in a Terminal &Window"), "utilities-terminal",
        QKeySequence(tr("Shift+F9")), tr("Run this file in the desktop's own terminal"));
    makeTests();
    add(ActionId::Check, tr("&Check"), "dialog-ok-apply", QKeySequence(tr("F8")),
        tr("Check your solution of this exercise"));
    add(ActionId::Stop, tr("&Stop"), "media-playback-stop", QKeySequence(tr("Shift+F5")),
        tr("Stop what is running"))
        ->setEnabled(false);

    add(ActionId::PreviousItem, tr("&Previous"), "go-previous", QKeySequence(tr("Alt+Left")),
        tr("Go back to the lesson or exercise before this one"));
    add(ActionId::NextItem, tr("&Next"), "go-next", QKeySequence(tr("Alt+Right")),
        tr("Go on to the next lesson or exercise"));
    add(ActionId::Hint, tr("Show a &Hint"), "lightbulb", QKeySequence(tr("Ctrl+Shift+H")),
        tr("Show the next hint for this exercise"));
    add(ActionId::ResetExercise, tr("Start the Exercise &Over..."), "edit-reset", {},
        tr("Put the exercise's first files back; yours are kept beside them"));
    add(ActionId::WithoutHelp, tr("Practise &Without Help"), nullptr, QKeySequence(tr("Ctrl+Alt+Shift+H")),
        tr("Write without suggestions and marks in the editor, as in an exam; it is noted in your progress"))
        ->setCheckable(true);
    add(ActionId::YouFirst, tr("&You First: Find Errors Yourself"), nullptr, QKeySequence(tr("Ctrl+Shift+Y")),
        tr("Look for the line and the cause of each error before the traceback shows them"))
        ->setCheckable(true);
}

void Actions::makeTests()
{
    add(ActionId::RunTests, tr("Tests of This &File"), "run-build", QKeySequence(tr("Ctrl+F8")),
        tr("Run the tests in this file, or those written for it, with pytest"));
    add(ActionId::RunTestAtCaret, tr("The Test at the &Caret"), nullptr, QKeySequence(tr("Shift+F8")),
        tr("Run only the test that the caret is in"));
    add(ActionId::RunAllTests, tr("&All Tests"), "media-playback-start", QKeySequence(tr("Ctrl+Shift+F8")),
        tr("Run all tests of the project, or of the folder of this file"));
    add(ActionId::RunFailedTests, tr("Fai&led Again"), "view-refresh", {},
        tr("Run those tests again that failed the last time"))
        ->setEnabled(false);
    add(ActionId::StopTests, tr("&Stop the Tests"), "media-playback-stop", {}, tr("Stop the tests that run"))
        ->setEnabled(false);
}

void Actions::makePrompt()
{
    add(ActionId::RestartPrompt, tr("Res&tart the Prompt"), "view-refresh", QKeySequence(tr("Ctrl+Shift+F5")),
        tr("Start a fresh Python; names typed at the prompt are forgotten, your files are not"));
    add(ActionId::Environments, tr("Python En&vironments..."), "package", QKeySequence(tr("Ctrl+Alt+E")),
        tr("Choose, make and mend the environments that your programs run in"));
    add(ActionId::RestartReplay, tr("Restart and Run &Again"), "view-refresh",
        QKeySequence(tr("Ctrl+Shift+R")),
        tr("Start a fresh Python and run this session's input again, up to the first failure"));
    add(ActionId::ClearPrompt, tr("C&lear the Prompt's Output"), "edit-clear-history",
        QKeySequence(tr("Ctrl+Shift+L")), tr("Empty the prompt pane; Python keeps its names"));
    add(ActionId::FindInPrompt, tr("&Find in the Prompt..."), "edit-find", QKeySequence(tr("Ctrl+Shift+F")),
        tr("Find text in the prompt's output"));
    add(ActionId::SearchHistory, tr("Find What You &Ran Before..."), "clock", QKeySequence(tr("Ctrl+Alt+R")),
        tr("Search everything you have typed at the prompt (Ctrl+R in it)"));
    add(ActionId::SaveTranscript, tr("&Save All Output..."), "document-save", {},
        tr("Save input and output of this session to a text file, folded lines too"));
    add(ActionId::SaveProgram, tr("Save Input as a &Program..."), "text-x-python", {},
        tr("Save what you typed in this session as a Python file"));
    QAction *complete = add(ActionId::CompleteAfterDot, tr("Suggest Names After a &Dot"), nullptr, {},
                            tr("Show by itself what a name has after a dot (Tab and Ctrl+Space always do)"));
    complete->setCheckable(true);
    complete->setChecked(true);
}

void Actions::makeView()
{
    add(ActionId::ShowRoadmap, tr("&Roadmap"), "view-list-tree", QKeySequence(tr("Alt+1")),
        tr("Go to the roadmap"));
    add(ActionId::ShowLesson, tr("&Lesson"), "help-contents", QKeySequence(tr("Alt+2")),
        tr("Go to the lesson or task"));
    add(ActionId::ShowEditor, tr("&Editor"), "text-x-python", QKeySequence(tr("Alt+3")),
        tr("Go to the editor"));
    add(ActionId::ShowPrompt, tr("&Prompt"), "utilities-terminal", QKeySequence(tr("Alt+4")),
        tr("Go to the Python prompt"));
    add(ActionId::ShowChecks, tr("&Checks"), "checkmark", QKeySequence(tr("Alt+5")), tr("Go to the checks"));
    add(ActionId::ShowTraceback, tr("&Traceback"), "tools-report-bug", QKeySequence(tr("Alt+6")),
        tr("Go to the traceback"));
    add(ActionId::ShowNames, tr("Na&mes"), "code-variable", QKeySequence(tr("Alt+7")),
        tr("Go to the names that the prompt knows, with their values"));
    add(ActionId::ShowFiles, tr("File&s"), "folder-open", QKeySequence(tr("Alt+8")),
        tr("Go to the files of the project"));
    add(ActionId::ShowOutline, tr("&Outline"), "view-sidetree", QKeySequence(tr("Alt+9")),
        tr("Go to the outline of this file: its classes and functions"));
    add(ActionId::ShowUses, tr("&Uses"), "edit-find", QKeySequence(tr("Alt+0")),
        tr("Go to the list of places that use a name"));
    add(ActionId::ShowTests, tr("&Tests"), "run-build", QKeySequence(tr("Alt+T")),
        tr("Go to the tests of the project and how they ended"));
    makeLook();
    makeHelp();
}

void Actions::makeLook()
{
    auto *themes = new QActionGroup(this);
    for (QAction *action :
         {add(ActionId::ThemeDesktop, tr("Like the &Desktop"), nullptr, {},
              tr("Light or dark as your desktop is")),
          add(ActionId::ThemeLight, tr("&Light"), nullptr, {}, tr("Dark text on a light ground")),
          add(ActionId::ThemeDark, tr("&Dark"), nullptr, {}, tr("Light text on a dark ground"))}) {
        action->setCheckable(true);
        themes->addAction(action);
    }
    add(ActionId::HighContrast, tr("High &Contrast"), nullptr, {},
        tr("Draw everything in the strongest colours, on black or white"))
        ->setCheckable(true);
    add(ActionId::ZoomIn, tr("Zoom &In"), "zoom-in", QKeySequence::ZoomIn, tr("Make everything larger"));
    add(ActionId::ZoomOut, tr("Zoom &Out"), "zoom-out", QKeySequence::ZoomOut, tr("Make everything smaller"));
    add(ActionId::ZoomReset, tr("&Normal Size"), "zoom-original", QKeySequence(tr("Ctrl+0")),
        tr("Back to the normal size"));
    add(ActionId::ResetLayout, tr("Reset the La&yout"), "view-restore", {},
        tr("Put every pane back where it was at first"));
    add(ActionId::WrapLines, tr("&Wrap Long Lines"), nullptr, QKeySequence(tr("Alt+Z")),
        tr("Go on in the next row where a line is too long for the editor"))
        ->setCheckable(true);
    add(ActionId::ShowBlanks, tr("Show &Blanks"), nullptr, QKeySequence(tr("Alt+Shift+Z")),
        tr("Show each blank in the editor as a dot; tabs are always shown"))
        ->setCheckable(true);
    add(ActionId::SplitEditor, tr("Two Files Be&side Each Other"), "view-split-left-right",
        QKeySequence(tr("Ctrl+Alt+B")), tr("Show this file beside the one used before it, or one file again"))
        ->setCheckable(true);
    add(ActionId::FullScreen, tr("&Full Screen"), "view-fullscreen", QKeySequence(tr("F11")),
        tr("Use the whole screen, or stop doing so"))
        ->setCheckable(true);
}

void Actions::makeHelp()
{
    add(ActionId::HelpOnName, tr("Help on This &Name"), "help-contents", QKeySequence(tr("F1")),
        tr("Show Python's help on the name at the caret, in the editor or at the prompt"));
    add(ActionId::Shortcuts, tr("&Keyboard Shortcuts"), "input-keyboard", QKeySequence(tr("Ctrl+F1")),
        tr("List every command and its keys"));
    add(ActionId::OpenWorkspace, tr("Show My &Files"), "document-open", {},
        tr("Open the folder that holds your exercises"));
    add(ActionId::About, tr("&About Skillet"), "dialog-information", {}, tr("Version, licence and thanks"))
        ->setMenuRole(QAction::AboutRole);
}

} // namespace Skillet::Ui
