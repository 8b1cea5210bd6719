// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actionid.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;

namespace Skillet::Ui {

class Theme;

/// Makes each QAction once, with its text, icon, shortcut and status tip. What they do is connected by
/// whoever owns the command.
class Actions final : public QObject
{
    Q_OBJECT

public:
    Actions(const Theme &theme, QObject *parent);

    [[nodiscard]] QAction *operator[](ActionId id) const { return m_actions.value(id); }

    /// In the order of the menus, for the list of shortcuts.
    [[nodiscard]] QList<QAction *> all() const;

private:
    void makeFile();
    void makeEdit();
    void makeFind();
    void makeLines();
    void makePlaces();
    void makeFormat();
    void makeCode();
    void makeRunAndLearn();
    void makeTests();
    void makePrompt();
    void makeView();
    void makeLook();
    void makeHelp();
    QAction *add(ActionId id, const QString &text, const char *icon, const QKeySequence &shortcut,
                 const QString &tip);

    const Theme &m_theme;
    QHash<ActionId, QAction *> m_actions;
    QList<ActionId> m_order;
};

} // namespace Skillet::Ui
