// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

namespace Skillet::Core {
class Settings;
}

namespace Skillet::Ui {

class Actions;
class CodeEditor;
class EditorArea;

/// The commands on marked lines, and the marks of each file from one start to the next.
class BookmarksController final : public QObject
{
    Q_OBJECT

public:
    BookmarksController(EditorArea &area, const Actions &actions, Core::Settings &settings, QObject *parent);

Q_SIGNALS:
    /// Words for the status bar.
    void told(const QString &words);

private:
    void toggle();
    void step(bool forward);
    void restoreCurrent();
    void keep(const QString &path);

    EditorArea &m_area;
    Core::Settings &m_settings;
    QSet<const QObject *> m_restored; ///< editors whose marks were brought back
};

} // namespace Skillet::Ui
