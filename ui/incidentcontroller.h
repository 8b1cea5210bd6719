// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "traceback/tracebackreader.h"

#include <QList>
#include <QObject>
#include <QString>

namespace Skillet::Ui {

class Actions;
class FoundStrip;
class TracebackPane;

/// Brings tracebacks from elsewhere into the picture: text that is pasted or dropped, and files.
class IncidentController final : public QObject
{
    Q_OBJECT

public:
    IncidentController(TracebackPane &pane, QObject *parent);

    /// The window's commands for it.
    void connectActions(const Actions &actions);
    void openFile(const QString &path);
    /// `name` is what people call the text.
    void openText(const QString &text, const QString &name);

Q_SIGNALS:
    /// It is shown next.
    void incidentMet(const Skillet::Runner::Traceback &traceback);
    void tracebackWanted();
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void begin(const QString &name);
    void take(const QList<Incident::FoundTraceback> &found);
    void finish();
    void close();
    void show(int index);
    void choose();
    void paste();

    TracebackPane &m_pane;
    FoundStrip &m_strip; ///< of the pane
    TracebackReader m_reader;
    QString m_name;
    QList<Incident::FoundTraceback> m_found;
    qsizetype m_kept = 0; ///< characters of the tracebacks above
    bool m_more = false; ///< than can be kept were found
    bool m_isShowing = false; ///< what the pane shows next is ours
};

} // namespace Skillet::Ui
