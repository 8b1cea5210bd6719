// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "editor/kepterror.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"
#include "workspace/journal.h"

#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QWidget>

namespace Skillet::Ui {

class CodeEditor;
class EditorPage;
class EditorTabBar;
class FindReplace;
class PageHalves;

/// The open files as tabs. Whatever is typed is in the journal within a second and comes back after a crash.
/// Failures are told by problemOccurred(), never by a box; boxes ask only what the learner alone can decide.
class EditorArea final : public QWidget
{
    Q_OBJECT

public:
    EditorArea(const Theme &theme, const CodeHighlighter &highlighter, Workspace::Journal &journal,
               QWidget *parent = nullptr);
    ~EditorArea() override;

    /// Brings the file to the front, opening it unless it is open. What is not UTF-8 and names no encoding is
    /// read as `fallback`, if that is given, and is to be saved as UTF-8.
    [[nodiscard]] Core::Result<void> openFile(const QString &path, const QByteArray &fallback = {});
    /// A tab without a file. `suggestedName` is shown and offered when it is saved.
    void newFile(const QString &text = {}, const QString &suggestedName = {});
    /// Shows an open file as it is on disk now; undo brings the text before back. Not open: nothing happens.
    void reload(const QString &path);

    /// A file, or a folder with files that are open, has got another name: their tabs go with it.
    void followRename(const QString &from, const QString &to);

    // Each returns false when something was not saved; then the learner has been told why, or chose so.
    bool saveCurrent();
    bool saveCurrentAs();
    /// Saves all changed tabs that have a file. Texts never saved stay in the journal: nobody is asked for
    /// names.
    bool saveAll();

    /// Shows the tab in front beside the one used before it, or all tabs in one half again.
    void splitOrJoin();
    [[nodiscard]] bool isSplit() const;

    bool closeCurrent();
    /// Asks for each changed tab what to do. \return false when the learner cancelled.
    bool closeAll();

    /// Opens what the journal holds as changed tabs. Call once, at the start.
    void restoreUnsaved();
    /// Puts all changes into the journal now.
    void flushJournal();
    /// Folder in which the dialog for a new file's place begins.
    void setDefaultFolder(const QString &folder);

    /// Path of the tab in front; empty when it was never saved or there is none.
    [[nodiscard]] QString currentFile() const;
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] EditorPage *currentPage() const;
    [[nodiscard]] QStringList openFiles() const;
    [[nodiscard]] CodeEditor *currentEditor() const;
    /// As their tabs stand.
    [[nodiscard]] QList<CodeEditor *> editors() const;
    void showEditor(const CodeEditor &editor);
    /// nullptr when the file is not open.
    [[nodiscard]] CodeEditor *editorFor(const QString &path) const;

    /// Line from 1, column in UTF-16 units from 0. Opens the file when necessary.
    void goTo(const QString &path, int line, int column);
    /// Marks an error in a file that is open, or when it is opened. `sourceLine` is what its line must read
    /// as for that; empty: anything.
    void showError(const QString &path, const Runner::SourceRange &range, const QString &message,
                   const QString &sourceLine = {});
    /// Changes one line, as CodeEditor::replaceLine(), and brings it to the front.
    [[nodiscard]] Core::Result<void> replaceLine(const QString &path, int line, const QString &before,
                                                 const QString &after);
    void clearErrors();
    /// Finds and replaces in the tabs.
    [[nodiscard]] FindReplace &find() const { return *m_find; }

Q_SIGNALS:
    void currentChanged();
    /// Both from 1, as people count.
    void cursorMoved(int line, int column);
    void textEdited(const QString &file);
    void fileOpened(const QString &path);
    void fileSaved(const QString &path);
    /// The earlier versions of the tab in front are wanted; its differences from the disk.
    void versionsRequested();
    void comparisonRequested();
    void problemOccurred(const Skillet::Core::Error &error);

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] EditorPage *page(int index) const;
    [[nodiscard]] EditorPage *pageFor(const QString &path) const;
    /// As pageFor(), but a path that names no file is the tab in front when that was never saved.
    [[nodiscard]] EditorPage *pageForRun(const QString &path) const;
    [[nodiscard]] int indexOf(const EditorPage *page) const;
    void connectPage(EditorPage *page);
    void bringToFront(EditorPage *page);
    bool savePage(EditorPage &page);
    bool savePageAs(EditorPage &page);
    bool closePage(int index);
    void removePage(int index);
    void noteEdit(EditorPage *page);
    void showCurrent(int index);
    void showMenu(int index, const QPoint &position);
    void step(int by);
    void refreshTabs();
    void markKept(EditorPage &page) const;
    void report(const Core::Error &error) { Q_EMIT problemOccurred(error); }

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    Workspace::Journal &m_journal;
    EditorTabBar *m_tabs;
    PageHalves *m_halves;
    FindReplace *m_find;
    QSet<EditorPage *> m_pending; ///< changed since they were last journalled
    QTimer m_journalTimer;
    QString m_journalProblem; ///< told once, not every second
    QString m_defaultFolder;
    KeptError m_error;
    int m_untitled = 0;
};

} // namespace Skillet::Ui
