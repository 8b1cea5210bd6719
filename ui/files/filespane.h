// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QWidget>

class QFileSystemWatcher;
class QLabel;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace Skillet::Ui {

class EmptyState;
class FilesModel;
class Theme;

/// The files of the learner's project: opened, made, renamed and thrown away from here. Nothing is read
/// before the pane is shown for the first time.
class FilesPane final : public QWidget
{
    Q_OBJECT

public:
    FilesPane(const Theme &theme, const QString &folder, QWidget *parent = nullptr);

    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Marks `file`, when it is in the folder; without taking the focus.
    void mark(const QString &file);
    /// Asks for another folder.
    void chooseFolder();

    /// A new file beside what is marked, its name to be typed.
    void makeFile();
    void makeFolder();
    void renameMarked();
    /// Asks first. Into the trash, where there is one; nothing is thrown away for good.
    void discardMarked();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void folderChanged(const QString &folder);
    /// A file or a folder has another name now.
    void renamed(const QString &from, const QString &to);
    void problemOccurred(const Skillet::Core::Error &error);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void load();
    void restyle();
    void showRightPage();
    void open(const QModelIndex &index);
    /// The folder that a new file belongs in.
    [[nodiscard]] QString folderAtMark() const;
    [[nodiscard]] QString markedPath() const;
    void editName(const QString &path);
    void takeNew(const QModelIndex &parent, int first, int last);
    [[nodiscard]] bool confirmDiscard(const QString &path);
    [[nodiscard]] QToolButton *addButton(const QString &icon, const QString &name);

    const Theme &m_theme;
    QString m_folder;
    QString m_marked; ///< to be marked as soon as it is known
    QString m_toName; ///< made just now, to be named as soon as it is known
    FilesModel *m_model = nullptr; ///< none before the first show
    QTreeView *m_tree;
    QLabel *m_name;
    EmptyState *m_nothing;
    QStackedLayout *m_pages;
    QFileSystemWatcher *m_watcher = nullptr; ///< of the folder itself, which the model does not miss
    QList<QToolButton *> m_buttons;
};

} // namespace Skillet::Ui
