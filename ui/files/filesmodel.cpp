// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filesmodel.h"

#include "theme/theme.h"

#include <QFileSystemModel>

namespace Skillet::Ui {

FilesModel::FilesModel(const Theme &theme, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_theme(theme)
    , m_files(new QFileSystemModel(this))
{
    if (m_collator.locale().language() == QLocale::C)
        m_collator.setLocale(QLocale::English); // without a language it compares codes alone
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true); // part-2 before part-10
    m_files->setReadOnly(false); // names are changed in place
    m_files->setFilter(QDir::AllDirs | QDir::Files | QDir::NoDotAndDotDot);
    m_files->setOption(QFileSystemModel::DontUseCustomDirectoryIcons);
    setSourceModel(m_files);
    setDynamicSortFilter(true);
    sort(0);
    connect(m_files, &QFileSystemModel::fileRenamed, this,
            [this](const QString &folder, const QString &from, const QString &to) {
                Q_EMIT renamed(folder + u'/' + from, folder + u'/' + to);
            });
}

QModelIndex FilesModel::setFolder(const QString &folder)
{
    return mapFromSource(m_files->setRootPath(folder));
}

QString FilesModel::folder() const
{
    return m_files->rootPath();
}

QModelIndex FilesModel::root() const
{
    return indexOf(folder());
}

QModelIndex FilesModel::indexOf(const QString &path) const
{
    return mapFromSource(m_files->index(path));
}

QString FilesModel::path(const QModelIndex &index) const
{
    return m_files->filePath(mapToSource(index));
}

bool FilesModel::isFolder(const QModelIndex &index) const
{
    return m_files->isDir(mapToSource(index));
}

QVariant FilesModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::DecorationRole) {
        const bool isPython = path(index).endsWith(QLatin1String(".py"), Qt::CaseInsensitive);
        return m_theme.icon(isFolder(index) ? QStringLiteral("folder-open")
                                : isPython  ? QStringLiteral("text-x-python")
                                            : QStringLiteral("text-x-generic"));
    }
    if (role == Qt::ToolTipRole)
        return QDir::toNativeSeparators(path(index));
    if (role == Qt::AccessibleTextRole) {
        const QString name = data(index, Qt::DisplayRole).toString();
        return isFolder(index) ? tr("%1, folder").arg(name) : name;
    }
    return QSortFilterProxyModel::data(index, role);
}

bool FilesModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString name = m_files->index(row, 0, parent).data().toString();
    // The way down to the folder is shown as it is, whatever its parts are called.
    const bool isAbove = !m_files->filePath(parent).startsWith(folder());
    return isAbove
        || (!name.startsWith(u'.') && name != QLatin1String("__pycache__")
            && !name.endsWith(QLatin1String(".pyc")));
}

bool FilesModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftIsFolder = m_files->isDir(left);
    if (leftIsFolder != m_files->isDir(right))
        return leftIsFolder;
    return m_collator.compare(left.data().toString(), right.data().toString()) < 0;
}

bool FilesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString from = path(index);
    const QString name = value.toString().trimmed();
    const QString to = QFileInfo(from).path() + u'/' + name;
    if (name.isEmpty() || from == to)
        return false;
    // QFileSystemModel asks with a box of its own when it fails; it is spared what is known to.
    if (name.contains(u'/') || QFileInfo::exists(to) || !QFileInfo(QFileInfo(from).path()).isWritable()) {
        Q_EMIT renameFailed(from, to);
        return false;
    }
    return QSortFilterProxyModel::setData(index, name, role);
}

} // namespace Skillet::Ui
