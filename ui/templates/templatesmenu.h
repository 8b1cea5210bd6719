// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>

class QMenu;

namespace Skillet::Ui {

/// Fills a menu with texts to begin a file with: those that come with the program, and the learner's own,
/// which are the files in the folder "Templates" of the workspace.
class TemplatesMenu final : public QObject
{
    Q_OBJECT

public:
    TemplatesMenu(QMenu &menu, const QString &workspace, QObject *parent);

Q_SIGNALS:
    /// `name` is the new file's, offered when it is saved.
    void chosen(const QString &text, const QString &name);
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void fill();
    void addOwn();
    void openFolder();

    QMenu &m_menu;
    const QString m_folder;
};

} // namespace Skillet::Ui
