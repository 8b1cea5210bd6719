// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/positions.h"
#include "runner/reading.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QAction;

namespace Skillet::Runner {
class Analyst;
} // namespace Skillet::Runner

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;
class UsesPane;

/// Goes to where the name at the caret comes from, lists where it is used, and finds the way back. What
/// counts is the text in the tab, not the one on disk; an answer about an older text is dropped.
class PlacesController final : public QObject
{
    Q_OBJECT

public:
    /// `project` gives the folder whose files count too.
    PlacesController(Runner::Analyst &analyst, EditorArea &editor, UsesPane &uses,
                     std::function<QString()> project, QObject *parent);

    void connectActions(const Actions &actions);
    /// Notes where the caret is, for the way back.
    void leave();

Q_SIGNALS:
    /// Words for whoever asked, of a moment.
    void told(const QString &words);
    void usesWanted();
    /// `name` has no source to go to, but a help text.
    void helpOffered(const QString &name, const QString &words);

private:
    struct Spot
    {
        QPointer<CodeEditor> editor;
        QString file; ///< to be opened again when the tab is closed; may be empty
        EditorPlace place;
    };

    void ask(Runner::PlacesWanted wanted);
    void take(quint32 request, const Runner::Places &places);
    void takeDefinition(const Runner::Places &places);
    void takeUses(const Runner::Places &places);
    void go(const Runner::Place &place);
    void goBack();
    [[nodiscard]] QString ownName() const;

    Runner::Analyst &m_analyst;
    EditorArea &m_editor;
    UsesPane &m_uses;
    std::function<QString()> m_project;
    QPointer<CodeEditor> m_asked; ///< whose text the last question was about
    QPointer<CodeEditor> m_listed; ///< whose places the list shows as its own
    QString m_listedFile;
    QString m_askedFile;
    Runner::PlacesWanted m_wanted = Runner::PlacesWanted::Definition;
    quint32 m_request = 0; ///< 0: no answer is waited for
    QList<Spot> m_way;
    QAction *m_back = nullptr;
};

} // namespace Skillet::Ui
