// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"

#include "editor/editorpage.h"
#include "editor/editortabbar.h"
#include "editor/findbar.h"
#include "editor/findreplace.h"
#include "editor/pagehalves.h"
#include "theme/emptystate.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

// With the time to write it, well under the second that may be lost.
constexpr int journalDelayMs = 400;

QString cleanPath(const QString &path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

} // namespace

EditorArea::EditorArea(const Theme &theme, const CodeHighlighter &highlighter, Workspace::Journal &journal,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_journal(journal)
    , m_tabs(new EditorTabBar(theme, this))
    , m_halves(new PageHalves(
          new EmptyState(theme, QStringLiteral("text-x-python"), tr("No file is open"),
                         tr("Open an exercise from the roadmap, or begin a new file with Ctrl+N."), this),
          this))
    , m_find(nullptr)
{
    auto *bar = new FindBar(theme, this);
    m_find = new FindReplace(*this, *bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_halves, 1);
    layout->addWidget(bar);
    m_tabs->hide();
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Editor"));
    m_journalTimer.setSingleShot(true);
    m_journalTimer.setInterval(journalDelayMs);
    connect(&m_journalTimer, &QTimer::timeout, this, &EditorArea::flushJournal);
    connect(m_tabs, &QTabBar::currentChanged, this, &EditorArea::showCurrent);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &EditorArea::closePage);
    connect(m_tabs, &EditorTabBar::menuRequested, this, &EditorArea::showMenu);
    connect(m_halves, &PageHalves::entered, this, [this](QWidget *page) {
        if (page != currentPage())
            m_tabs->setCurrentIndex(indexOf(qobject_cast<EditorPage *>(page)));
    });
    const auto shortcut = [this](const QKeySequence &keys, int by) {
        auto *action = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(action, &QShortcut::activated, this, [this, by] { step(by); });
    };
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Tab), 1);
    shortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), -1);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1);
}

EditorArea::~EditorArea()
{
    flushJournal();
    m_tabs->disconnect(this); // tabs go one by one now; nobody is to hear of it
}

Core::Result<void> EditorArea::openFile(const QString &path, const QByteArray &fallback)
{
    const QString file = cleanPath(path);
    if (EditorPage *open = pageFor(file)) {
        bringToFront(open);
        return {};
    }
    auto *fresh = new EditorPage(m_theme, m_highlighter, m_halves);
    const Core::Result<void> loaded = fresh->load(file, fallback);
    if (!loaded.ok()) {
        delete fresh;
        return loaded.error();
    }
    EditorPage *before = currentPage();
    connectPage(fresh);
    bringToFront(fresh);
    if (fresh->format().isConverted)
        fresh->editor()->markChanged();
    if (!m_error.path.isEmpty() && cleanPath(m_error.path) == file)
        markKept(*fresh);
    if (before != nullptr && before->isBlank())
        removePage(indexOf(before)); // the empty tab was only waiting for a file
    Q_EMIT fileOpened(file);
    return {};
}

void EditorArea::newFile(const QString &text, const QString &suggestedName)
{
    auto *fresh = new EditorPage(m_theme, m_highlighter, m_halves);
    const QString key = QStringLiteral("untitled-%1").arg(++m_untitled);
    connectPage(fresh);
    fresh->begin(key, suggestedName.isEmpty() ? key + QStringLiteral(".py") : suggestedName, text);
    bringToFront(fresh);
    fresh->editor()->setFocus();
}

void EditorArea::reload(const QString &path)
{
    EditorPage *open = pageFor(cleanPath(path));
    if (open == nullptr)
        return;
    const Core::Result<void> done = open->reload();
    if (!done.ok())
        report(done.error());
}

/// Adds a tab for `fresh`, which shows something already or will at once.
void EditorArea::connectPage(EditorPage *fresh)
{
    m_halves->add(fresh);
    connect(fresh, &EditorPage::edited, this, [this, fresh] { noteEdit(fresh); });
    connect(fresh, &EditorPage::stateChanged, this, [this, fresh] {
        m_pending.insert(fresh); // a saved one leaves the journal
        m_journalTimer.start();
        refreshTabs();
    });
    connect(fresh, &EditorPage::saveRequested, this, [this, fresh] { savePage(*fresh); });
    connect(fresh, &EditorPage::saveCopyRequested, this, [this, fresh] { savePageAs(*fresh); });
    connect(fresh, &EditorPage::comparisonRequested, this, [this, fresh] {
        bringToFront(fresh);
        Q_EMIT comparisonRequested();
    });
    connect(fresh, &EditorPage::problemOccurred, this, &EditorArea::problemOccurred);
    connect(fresh, &EditorPage::fileDropped, this, [this](const QString &file) {
        const Core::Result<void> opened = openFile(file);
        if (!opened.ok())
            report(opened.error());
    });
    connect(fresh->editor(), &CodeEditor::findRequested, this, [this] { m_find->open(false); });
    connect(fresh->editor(), &CodeEditor::escapePressed, m_find, &FindReplace::close);
    connect(fresh->editor(), &CodeEditor::findAgainRequested, this,
            [this](bool forward) { m_find->step(!forward); });
    connect(fresh->editor(), &CodeEditor::caretMoved, this, [this, fresh](int line, int column) {
        if (fresh == currentPage())
            Q_EMIT cursorMoved(line, column);
    });
    const QSignalBlocker quiet(m_tabs);
    const int index = m_tabs->addTab(QString());
    m_tabs->setTabData(index, QVariant::fromValue<QObject *>(fresh));
    m_tabs->show();
    refreshTabs();
}

void EditorArea::bringToFront(EditorPage *wanted)
{
    const int index = indexOf(wanted);
    if (m_tabs->currentIndex() == index)
        showCurrent(index);
    else
        m_tabs->setCurrentIndex(index);
}

void EditorArea::showCurrent(int index)
{
    EditorPage *shown = page(index);
    if (shown == nullptr) {
        m_halves->show(nullptr);
        setFocusProxy(nullptr);
        m_tabs->hide();
    } else {
        const bool hadFocus = focusWidget() != nullptr && m_halves->isAncestorOf(focusWidget());
        m_halves->show(shown);
        setFocusProxy(shown->editor());
        if (hadFocus)
            shown->editor()->setFocus();
        shown->checkDisk();
    }
    Q_EMIT currentChanged();
    if (shown != nullptr) {
        int line = 0;
        int column = 0;
        shown->editor()->getCursorPosition(&line, &column);
        Q_EMIT cursorMoved(line + 1, column + 1);
    }
}

bool EditorArea::saveCurrent()
{
    EditorPage *shown = currentPage();
    return shown == nullptr || savePage(*shown);
}

bool EditorArea::saveCurrentAs()
{
    EditorPage *shown = currentPage();
    return shown == nullptr || savePageAs(*shown);
}

bool EditorArea::saveAll()
{
    bool all = true;
    for (int index = 0; index < m_tabs->count(); ++index) {
        EditorPage *each = page(index);
        if (!each->path().isEmpty() && each->isModified())
            all = savePage(*each) && all;
    }
    return all;
}

bool EditorArea::savePage(EditorPage &saved)
{
    if (saved.path().isEmpty())
        return savePageAs(saved);
    if (!saved.checkDisk()) {
        bringToFront(&saved); // its notice holds the choice
        return false;
    }
    if (!saved.isModified())
        return true;
    const Core::Result<void> done = saved.save();
    if (!done.ok()) {
        report(done.error());
        return false;
    }
    m_journal.remove(saved.key());
    Q_EMIT fileSaved(saved.path());
    return true;
}

bool EditorArea::savePageAs(EditorPage &saved)
{
    QString folder = saved.path().isEmpty() ? m_defaultFolder : QFileInfo(saved.path()).absolutePath();
    if (folder.isEmpty())
        folder = QDir::homePath();
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Save %1 as").arg(saved.name()),
                                                        QDir(folder).filePath(saved.name()),
                                                        tr("Python files (*.py);;All files (*)"));
    if (chosen.isEmpty())
        return false;
    const QString path = cleanPath(chosen);
    EditorPage *other = pageFor(path);
    if (other != nullptr && other != &saved) {
        report({Core::ErrorCode::Locked,
                tr("%1 is open in another tab. Close that tab first, or choose another name.").arg(path)});
        return false;
    }
    const QString oldKey = saved.key();
    const Core::Result<void> done = saved.saveAs(path);
    if (!done.ok()) {
        report(done.error());
        return false;
    }
    m_journal.remove(oldKey);
    m_journal.remove(path);
    Q_EMIT fileSaved(path);
    if (&saved == currentPage())
        Q_EMIT currentChanged();
    return true;
}

bool EditorArea::closeCurrent()
{
    return m_tabs->currentIndex() < 0 || closePage(m_tabs->currentIndex());
}

bool EditorArea::closeAll()
{
    while (m_tabs->count() > 0) {
        if (!closePage(m_tabs->count() - 1))
            return false;
    }
    return true;
}

bool EditorArea::closePage(int index)
{
    EditorPage *closing = page(index);
    if (closing->isModified() && !closing->isBlank()) {
        bringToFront(closing);
        QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                        tr("Save the changes in %1 before closing it?").arg(closing->name()),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
        box.setInformativeText(tr("Without saving, what you changed since the last save is gone."));
        box.setDefaultButton(QMessageBox::Save);
        const int answer = box.exec();
        if (answer == QMessageBox::Cancel || (answer == QMessageBox::Save && !savePage(*closing)))
            return false;
    }
    removePage(indexOf(closing));
    return true;
}

void EditorArea::removePage(int index)
{
    EditorPage *closing = page(index);
    m_journal.remove(closing->key());
    m_pending.remove(closing);
    closing->disconnect(this);
    closing->editor()->disconnect(this);
    m_halves->remove(closing);
    m_tabs->removeTab(index);
    closing->deleteLater(); // its own button may have closed it
    refreshTabs();
}

} // namespace Skillet::Ui
