// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QObject>

class QsciScintilla;

namespace Skillet::Ui {

/// The lines of an editor that the learner marked to come back to. They move with their text. Lines count
/// from 1.
class Bookmarks final : public QObject
{
    Q_OBJECT

public:
    /// Uses the marker below of `editor`, which must be shown in one of its margins.
    Bookmarks(QsciScintilla &editor, const Theme &theme);

    static constexpr int marker = 7;

    /// In order.
    [[nodiscard]] QList<int> lines() const;
    /// Instead of those there are. Lines beyond the text are left out.
    void setLines(const QList<int> &lines);
    /// Marks the line, or takes its mark away. \return whether it is marked now.
    bool toggle(int line);
    /// The next marked line after `line`, or before it; around the text's end. 0 when none is marked.
    [[nodiscard]] int after(int line) const;
    [[nodiscard]] int before(int line) const;
    void applyTheme();

private:
    QsciScintilla &m_editor;
    const Theme &m_theme;
};

} // namespace Skillet::Ui
