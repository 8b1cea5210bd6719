// SPDX-License-Identifier: GPL-3.0-or-later
// What FilesPane changes on the disk.
#include "files/filesmodel.h"
#include "files/filespane.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QTimer>
#include <QTreeView>
#include <QUrl>

namespace Skillet::Ui {

namespace {

/// `name.py`, `name-2.py`, ...: the first that `folder` does not have.
QString freeName(const QString &folder, const QString &name, const QString &suffix)
{
    QString path = folder + u'/' + name + suffix;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QStringLiteral("%1/%2-%3%4").arg(folder, name).arg(number).arg(suffix);
    return path;
}

} // namespace

void FilesPane::makeFile()
{
    const QString path = freeName(folderAtMark(), tr("new", "name of a file"), QStringLiteral(".py"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::PermissionDenied,
             tr("No file can be made in %1: %2. Open a folder of your own.")
                 .arg(QDir::toNativeSeparators(QFileInfo(path).path()), file.errorString())});
        return;
    }
    file.close();
    editName(path);
}

void FilesPane::makeFolder()
{
    const QString path = freeName(folderAtMark(), tr("new", "name of a folder"), QString());
    if (!QDir().mkdir(path)) {
        Q_EMIT problemOccurred({Core::ErrorCode::PermissionDenied,
                                tr("No folder can be made in %1. Open a folder of your own.")
                                    .arg(QDir::toNativeSeparators(QFileInfo(path).path()))});
        return;
    }
    editName(path);
}

// The model learns of new files a moment later. One that it is asked for before would be taken in twice, and
// the name that is being typed be lost with the first.
void FilesPane::editName(const QString &path)
{
    m_toName = path;
    m_pages->setCurrentIndex(0);
    const QString folder = QFileInfo(path).path();
    if (folder != m_folder)
        m_tree->expand(m_model->indexOf(folder));
}

void FilesPane::takeNew(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (m_toName.isEmpty() || m_model->path(index) != m_toName)
            continue;
        m_toName.clear();
        // The rows are not in their order yet.
        QTimer::singleShot(0, this, [this, place = QPersistentModelIndex(index)] {
            if (!place.isValid())
                return;
            m_tree->setCurrentIndex(place);
            m_tree->scrollTo(place);
            m_tree->edit(place);
        });
    }
}

void FilesPane::renameMarked()
{
    if (!markedPath().isEmpty())
        m_tree->edit(m_tree->currentIndex());
}

void FilesPane::discardMarked()
{
    const QString path = markedPath();
    if (path.isEmpty() || !confirmDiscard(path))
        return;
    // Qt would take the folder it is started in, were there none for the trash.
    const QString trash =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/Trash");
    if (!QDir().mkpath(trash) || !QFile::moveToTrash(path)) {
        Q_EMIT problemOccurred({Core::ErrorCode::Failed,
                                tr("%1 could not be moved to the trash. Nothing has changed.")
                                    .arg(QDir::toNativeSeparators(path))});
    }
}

bool FilesPane::confirmDiscard(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QMessageBox box(QMessageBox::Question, tr("Move to the trash"),
                    QFileInfo(path).isDir()
                        ? tr("Move the folder %1 and all that is in it to the trash?").arg(name)
                        : tr("Move %1 to the trash?").arg(name),
                    QMessageBox::Cancel, this);
    QAbstractButton *yes = box.addButton(tr("&Move to Trash"), QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == yes;
}

void FilesPane::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    const QString path = markedPath();
    const bool isMarked = !path.isEmpty();
    menu.addAction(tr("&Open"), this, [this] { open(m_tree->currentIndex()); })->setEnabled(isMarked);
    menu.addSeparator();
    menu.addAction(tr("&New File"), this, &FilesPane::makeFile);
    menu.addAction(tr("New &Folder"), this, &FilesPane::makeFolder);
    menu.addSeparator();
    QAction *rename = menu.addAction(tr("&Rename"), this, &FilesPane::renameMarked);
    rename->setShortcut(Qt::Key_F2);
    QAction *discard = menu.addAction(tr("&Move to Trash"), this, &FilesPane::discardMarked);
    discard->setShortcut(Qt::Key_Delete);
    QAction *copy = menu.addAction(tr("&Copy the Path"), this, [path] {
        QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path));
    });
    for (QAction *action : {rename, discard, copy})
        action->setEnabled(isMarked);
    menu.addAction(tr("&Show in File Manager"), this, [this] {
        const QString folder = folderAtMark();
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            Q_EMIT problemOccurred({Core::ErrorCode::NotFound,
                                    tr("No file manager could be opened. The folder is %1.")
                                        .arg(QDir::toNativeSeparators(folder))});
    });
    menu.exec(event->reason() == QContextMenuEvent::Keyboard
                  ? m_tree->viewport()->mapToGlobal(m_tree->visualRect(m_tree->currentIndex()).center())
                  : event->globalPos());
}

bool FilesPane::event(QEvent *event)
{
    // While the keyboard is here its keys are its own, also where the window's menus have them too.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier
            && (key->key() == Qt::Key_F2 || key->key() == Qt::Key_Delete)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void FilesPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2)
        renameMarked();
    else if (event->key() == Qt::Key_Delete)
        discardMarked();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Skillet::Ui
