// SPDX-License-Identifier: GPL-3.0-or-later
// EditorArea's journal, queries and small events; opening, saving and closing are in editorarea.cpp.
#include "editor/editorarea.h"

#include "editor/editorpage.h"
#include "editor/editortabbar.h"
#include "editor/pagehalves.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHash>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace Skillet::Ui {

void EditorArea::restoreUnsaved()
{
    const QList<Workspace::JournalEntry> entries = m_journal.entries();
    for (const Workspace::JournalEntry &entry : entries) {
        if (entry.path.isEmpty() && entry.text.trimmed().isEmpty()) {
            m_journal.remove(entry.key);
            continue;
        }
        static const QString untitled = QStringLiteral("untitled-");
        if (entry.key.startsWith(untitled))
            m_untitled = std::max(m_untitled, entry.key.mid(untitled.size()).toInt());
        EditorPage *open = entry.path.isEmpty() ? nullptr : pageFor(entry.path);
        if (open == nullptr) {
            open = new EditorPage(m_theme, m_highlighter, this);
            connectPage(open);
        }
        open->restore(entry);
        if (!open->isModified())
            m_journal.remove(entry.key); // it was saved after all
    }
    if (m_tabs->count() > 0)
        bringToFront(page(m_tabs->count() - 1));
}

void EditorArea::noteEdit(EditorPage *edited)
{
    m_pending.insert(edited);
    if (!m_journalTimer.isActive()) // not begun anew by each key: a second is a second
        m_journalTimer.start();
    Q_EMIT textEdited(edited->path());
}

void EditorArea::flushJournal()
{
    m_journalTimer.stop();
    const QSet<EditorPage *> pending = std::exchange(m_pending, {});
    for (EditorPage *each : pending) {
        if (!each->isModified()) {
            m_journal.remove(each->key());
            continue;
        }
        const Core::Result<void> kept = m_journal.put(each->key(), each->path(), each->editor()->code());
        if (kept.ok()) {
            m_journalProblem.clear();
        } else if (kept.error().message != m_journalProblem) {
            m_journalProblem = kept.error().message;
            Q_EMIT problemOccurred(kept.error());
        }
    }
}

void EditorArea::setDefaultFolder(const QString &folder)
{
    m_defaultFolder = folder;
}

QString EditorArea::currentFile() const
{
    const EditorPage *shown = currentPage();
    return shown == nullptr ? QString() : shown->path();
}

QString EditorArea::currentText() const
{
    const EditorPage *shown = currentPage();
    return shown == nullptr ? QString() : shown->editor()->code();
}

QStringList EditorArea::openFiles() const
{
    QStringList files;
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (!page(index)->path().isEmpty())
            files.append(page(index)->path());
    }
    return files;
}

CodeEditor *EditorArea::currentEditor() const
{
    const EditorPage *shown = currentPage();
    return shown == nullptr ? nullptr : shown->editor();
}

CodeEditor *EditorArea::editorFor(const QString &path) const
{
    const EditorPage *found = pageFor(path);
    return found == nullptr ? nullptr : found->editor();
}

EditorPage *EditorArea::page(int index) const
{
    return qobject_cast<EditorPage *>(m_tabs->tabData(index).value<QObject *>());
}

EditorPage *EditorArea::currentPage() const
{
    return page(m_tabs->currentIndex());
}

EditorPage *EditorArea::pageFor(const QString &path) const
{
    if (path.isEmpty())
        return nullptr;
    const QString clean = QDir::cleanPath(path);
    const QString real = QFileInfo(clean).canonicalFilePath();
    for (int index = 0; index < m_tabs->count(); ++index) {
        const QString own = page(index)->path();
        if (own == clean || (!own.isEmpty() && !real.isEmpty() && QFileInfo(own).canonicalFilePath() == real))
            return page(index);
    }
    return nullptr;
}

EditorPage *EditorArea::pageForRun(const QString &path) const
{
    if (EditorPage *found = pageFor(path))
        return found;
    EditorPage *shown = currentPage();
    return shown != nullptr && shown->path().isEmpty() && !QFileInfo::exists(path) ? shown : nullptr;
}

int EditorArea::indexOf(const EditorPage *wanted) const
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (page(index) == wanted)
            return index;
    }
    return -1;
}

void EditorArea::goTo(const QString &path, int line, int column)
{
    EditorPage *target = pageForRun(path);
    if (target == nullptr) {
        const Core::Result<void> opened = openFile(path);
        if (!opened.ok()) {
            Q_EMIT problemOccurred(opened.error());
            return;
        }
        target = currentPage();
    }
    bringToFront(target);
    target->editor()->goTo(line, column);
}

void EditorArea::showError(const QString &path, const Runner::SourceRange &range, const QString &message,
                           const QString &sourceLine)
{
    m_error = {path, range, message, sourceLine.section(u'\n', 0, 0).trimmed()};
    if (EditorPage *target = pageForRun(path))
        markKept(*target);
}

// The text may be another by now, and the line that is there then is not to blame.
void EditorArea::markKept(EditorPage &page) const
{
    const QString line = page.editor()->text(m_error.range.line - 1).trimmed();
    if (m_error.sourceLine.isEmpty() || line.startsWith(m_error.sourceLine))
        page.editor()->showError(m_error.range, m_error.message);
}

Core::Result<void> EditorArea::replaceLine(const QString &path, int line, const QString &before,
                                           const QString &after)
{
    EditorPage *target = pageForRun(path);
    if (target == nullptr) {
        Core::Result<void> opened = openFile(path);
        if (!opened.ok())
            return opened;
        target = currentPage();
    }
    bringToFront(target);
    if (!target->editor()->replaceLine(line, before, after)) {
        target->editor()->goTo(line, 0);
        return Core::Error{Core::ErrorCode::NotFound,
                           tr("Line %1 of %2 is not any more what it was, so it was left alone. Run the "
                              "program again to see what holds now.")
                               .arg(line)
                               .arg(target->name())};
    }
    target->editor()->goTo(line, static_cast<int>(after.section(u'\n', 0, 0).size()));
    return {};
}

void EditorArea::clearErrors()
{
    m_error = {};
    for (int index = 0; index < m_tabs->count(); ++index)
        page(index)->editor()->clearErrors();
}

QList<CodeEditor *> EditorArea::editors() const
{
    QList<CodeEditor *> all;
    for (int index = 0; index < m_tabs->count(); ++index)
        all.append(page(index)->editor());
    return all;
}

void EditorArea::showEditor(const CodeEditor &editor)
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        if (page(index)->editor() == &editor)
            m_tabs->setCurrentIndex(index);
    }
}

bool EditorArea::isSplit() const
{
    return m_halves->beside() != nullptr;
}

void EditorArea::splitOrJoin()
{
    EditorPage *shown = currentPage();
    if (isSplit()) {
        m_halves->join();
        m_halves->show(shown);
    } else if (m_tabs->count() > 1) {
        const int index = m_tabs->currentIndex();
        m_halves->putBeside(shown, page(index > 0 ? index - 1 : 1));
    }
    if (shown != nullptr)
        shown->editor()->setFocus();
    Q_EMIT currentChanged();
}

void EditorArea::step(int by)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

/// Files of one name are told apart by their folders.
void EditorArea::refreshTabs()
{
    QHash<QString, int> uses;
    for (int index = 0; index < m_tabs->count(); ++index)
        ++uses[page(index)->name()];
    for (int index = 0; index < m_tabs->count(); ++index) {
        const EditorPage &each = *page(index);
        const QString folder = QFileInfo(QFileInfo(each.path()).path()).fileName();
        const bool ambiguous = uses.value(each.name()) > 1 && !each.path().isEmpty();
        m_tabs->setTab(index, ambiguous ? tr("%1 (%2)").arg(each.name(), folder) : each.name(),
                       each.path().isEmpty() ? tr("Not saved yet. Ctrl+S gives it a place of its own.")
                                             : QDir::toNativeSeparators(each.path()),
                       each.isModified() && !each.isBlank(), each.isReadOnly());
    }
    m_tabs->setVisible(m_tabs->count() > 0);
}

void EditorArea::showMenu(int index, const QPoint &position)
{
    EditorPage *clicked = page(index);
    QMenu menu(this);
    QAction *close = menu.addAction(m_theme.icon(QStringLiteral("window-close")), tr("&Close"));
    QAction *others = menu.addAction(tr("Close &Others"));
    others->setEnabled(m_tabs->count() > 1);
    menu.addSeparator();
    QAction *copy = menu.addAction(m_theme.icon(QStringLiteral("edit-copy")), tr("Copy &Path"));
    copy->setEnabled(!clicked->path().isEmpty());
    QAction *versions = menu.addAction(m_theme.icon(QStringLiteral("clock")), tr("Earlier &Versions..."));
    const QAction *chosen = menu.exec(position);
    if (chosen == nullptr)
        return;
    if (chosen == close)
        closePage(indexOf(clicked));
    else if (chosen == copy)
        QGuiApplication::clipboard()->setText(clicked->path());
    else if (chosen == versions) {
        bringToFront(clicked);
        Q_EMIT versionsRequested();
    } else if (chosen == others) {
        for (int other = m_tabs->count() - 1; other >= 0; --other) {
            if (page(other) != clicked && !closePage(other))
                return;
        }
    }
}

bool EditorArea::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        for (int index = 0; index < m_tabs->count(); ++index)
            page(index)->checkDisk();
    }
    return QWidget::event(event);
}

void EditorArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EditorArea::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        const Core::Result<void> opened = openFile(url.toLocalFile());
        if (!opened.ok())
            Q_EMIT problemOccurred(opened.error());
    }
    event->acceptProposedAction();
}

void EditorArea::followRename(const QString &from, const QString &to)
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        EditorPage *each = page(index);
        const QString path = each->path();
        if (path != from && !path.startsWith(from + u'/'))
            continue;
        m_journal.remove(each->key());
        each->followRename(to + path.mid(from.size()));
        if (each->isModified())
            noteEdit(each); // kept under its new name
    }
    Q_EMIT currentChanged();
}

} // namespace Skillet::Ui
