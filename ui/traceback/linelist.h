// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "incident/youfirst.h"
#include "theme/theme.h"

#include <QListWidget>

namespace Skillet::Ui {

/// Code in which a line is pointed at: by a click, or with Up, Down and Enter. As tall as all of it.
class LineList final : public QListWidget
{
    Q_OBJECT

public:
    LineList(const Theme &theme, const CodeHighlighter &highlighter,
             const QList<Incident::CodeExcerpt> &excerpts, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linePicked(const QString &file, int line);
    /// In the list's own coordinates: it should be seen.
    void lineReached(const QRect &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void addExcerpt(const Incident::CodeExcerpt &excerpt);
    void pick(const QListWidgetItem *item);

    const Theme &m_theme;
};

} // namespace Skillet::Ui
