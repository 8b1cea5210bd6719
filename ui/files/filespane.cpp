// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filespane.h"

#include "files/filesmodel.h"
#include "theme/emptystate.h"
#include "theme/rolelabel.h"
#include "theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QToolButton>
#include <QTreeView>

namespace Skillet::Ui {

FilesPane::FilesPane(const Theme &theme, const QString &folder, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_folder(folder)
    , m_tree(new QTreeView(this))
    , m_name(new RoleLabel(theme, FontRole::InterfaceBold, ColorRole::Text, this))
    , m_nothing(new EmptyState(theme, QStringLiteral("folder-open"), QString(), QString(), this))
    , m_pages(new QStackedLayout)
{
    setAccessibleName(tr("Files"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    connect(&theme, &Theme::changed, this, &FilesPane::restyle);
    restyle();
}

void FilesPane::build()
{
    m_tree->setAccessibleName(tr("Files of the project"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers); // Enter and double clicks open
    m_tree->setTextElideMode(Qt::ElideMiddle);
    connect(m_tree, &QTreeView::activated, this, &FilesPane::open);

    auto *top = new QHBoxLayout;
    top->addWidget(m_name, 1);
    connect(addButton(QStringLiteral("document-new"), tr("New file")), &QToolButton::clicked, this,
            &FilesPane::makeFile);
    connect(addButton(QStringLiteral("folder-open"), tr("Open another folder")), &QToolButton::clicked, this,
            &FilesPane::chooseFolder);
    for (QToolButton *button : m_buttons)
        top->addWidget(button);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addLayout(m_pages, 1);
    setFocusProxy(m_tree);
}

QToolButton *FilesPane::addButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setObjectName(icon);
    button->setAccessibleName(name);
    button->setToolTip(name);
    m_buttons.append(button);
    return button;
}

void FilesPane::restyle()
{
    const int side = m_theme.scaled(16);
    layout()->setContentsMargins(m_theme.scaled(8), m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(4));
    layout()->setSpacing(m_theme.scaled(4));
    m_tree->setIconSize(QSize(side, side));
    m_tree->setIndentation(m_theme.scaled(16));
    for (QToolButton *button : m_buttons) {
        button->setIcon(m_theme.icon(button->objectName()));
        button->setIconSize(QSize(side, side));
    }
}

void FilesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_model)
        load();
}

void FilesPane::load()
{
    m_model = new FilesModel(m_theme, this);
    m_tree->setModel(m_model);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_tree->hideColumn(column); // size and dates are for file managers
    connect(m_model, &FilesModel::renamed, this, &FilesPane::renamed);
    connect(m_model, &FilesModel::renameFailed, this, [this](const QString &from, const QString &to) {
        Q_EMIT problemOccurred(
            {Core::ErrorCode::Invalid,
             tr("%1 could not be renamed to %2. Perhaps that name is taken, or the folder is not yours to "
                "change. Try another name.")
                 .arg(QFileInfo(from).fileName(), QFileInfo(to).fileName())});
    });
    for (const auto signal : {&FilesModel::rowsInserted, &FilesModel::rowsRemoved})
        connect(m_model, signal, this, &FilesPane::showRightPage);
    connect(m_model, &FilesModel::modelReset, this, &FilesPane::showRightPage);
    m_watcher = new QFileSystemWatcher(this);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &FilesPane::showRightPage);
    connect(m_model, &FilesModel::rowsInserted, this, &FilesPane::takeNew);
    connect(m_model, &FilesModel::rowsInserted, this, [this] {
        if (!m_marked.isEmpty())
            mark(m_marked);
    });
    setFolder(m_folder);
}

void FilesPane::setFolder(const QString &folder)
{
    const bool isOther = m_folder != folder;
    m_folder = folder;
    m_name->setText(QDir(folder).dirName());
    m_name->setToolTip(QDir::toNativeSeparators(folder));
    if (m_model) {
        m_tree->setRootIndex(m_model->setFolder(folder));
        if (const QStringList watched = m_watcher->directories(); !watched.isEmpty())
            m_watcher->removePaths(watched);
        m_watcher->addPath(folder);
    }
    showRightPage();
    if (isOther)
        Q_EMIT folderChanged(folder);
}

void FilesPane::showRightPage()
{
    if (!m_model)
        return;
    const QFileInfo info(m_folder);
    const bool isEmpty = !info.isReadable() || m_model->rowCount(m_model->root()) == 0;
    if (!info.isDir())
        m_nothing->setTexts(tr("The folder is gone"), tr("Open another one with the button above."));
    else if (!info.isReadable())
        m_nothing->setTexts(tr("This folder can't be read"),
                            tr("It belongs to somebody else. Open another one."));
    else
        m_nothing->setTexts(tr("No files here yet"),
                            tr("Make one with the button above, or open the folder of your project."));
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
}

void FilesPane::mark(const QString &file)
{
    m_marked = file;
    if (!m_model || !file.startsWith(m_folder + u'/'))
        return;
    const QModelIndex index = m_model->indexOf(file);
    if (!index.isValid())
        return; // not read yet
    m_marked.clear();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void FilesPane::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(window(), tr("Open the folder of a project"), m_folder);
    if (!folder.isEmpty())
        setFolder(folder);
}

void FilesPane::open(const QModelIndex &index)
{
    if (!m_model->isFolder(index))
        Q_EMIT fileChosen(m_model->path(index));
    else if (!m_tree->isExpanded(index))
        m_tree->expand(index);
}

QString FilesPane::markedPath() const
{
    const QModelIndex index = m_model ? m_tree->currentIndex() : QModelIndex();
    return index.isValid() ? m_model->path(index) : QString();
}

QString FilesPane::folderAtMark() const
{
    const QString path = markedPath();
    if (path.isEmpty() || !path.startsWith(m_folder + u'/'))
        return m_folder;
    return QFileInfo(path).isDir() ? path : QFileInfo(path).path();
}

} // namespace Skillet::Ui
