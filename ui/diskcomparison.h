// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "theme/theme.h"

#include <QObject>

namespace Skillet::Ui {

class Actions;
class EditorArea;

/// Shows what differs between the tab in front and its file on disk, and takes over the one on disk when
/// asked to.
class DiskComparison final : public QObject
{
    Q_OBJECT

public:
    DiskComparison(const Theme &theme, const CodeHighlighter &highlighter, EditorArea &area,
                   const Actions &actions, QObject *parent);

Q_SIGNALS:
    void problemOccurred(const Skillet::Core::Error &error);

private:
    void compare();

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    EditorArea &m_area;
};

} // namespace Skillet::Ui
