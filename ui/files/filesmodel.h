// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

class QFileSystemModel;

namespace Skillet::Ui {

class Theme;

/// The files of a folder as a tree, read as it is opened and kept up to date by the system's own watching.
/// Folders come first; what Python and tools make for themselves (`__pycache__`, names that begin with a dot)
/// is left out.
class FilesModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FilesModel(const Theme &theme, QObject *parent = nullptr);

    /// Shows `folder`, an absolute path; returns the index to be the view's root. Invalid when it cannot be
    /// shown.
    QModelIndex setFolder(const QString &folder);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QModelIndex root() const;

    [[nodiscard]] QModelIndex indexOf(const QString &path) const;
    [[nodiscard]] QString path(const QModelIndex &index) const;
    [[nodiscard]] bool isFolder(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void renamed(const QString &from, const QString &to);
    /// What was typed as a new name did not become one.
    void renameFailed(const QString &from, const QString &to);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    const Theme &m_theme;
    QFileSystemModel *m_files;
    QCollator m_collator;
};

} // namespace Skillet::Ui
