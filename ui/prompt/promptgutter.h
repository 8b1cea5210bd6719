// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFont>
#include <QHash>
#include <QList>
#include <QStaticText>
#include <QString>
#include <QWidget>

#include <functional>

namespace Skillet::Ui {

/// A mark beside a line of the prompt.
struct GutterMark
{
    int top = 0;
    int height = 0; ///< of the first row of the line
    QString text;
    ColorRole color = ColorRole::Muted;
};

/// The strip at the prompt's left that shows `>>>` and `...`, so that they are no part of the text.
class PromptGutter final : public QWidget
{
    Q_OBJECT

public:
    PromptGutter(const Theme &theme, std::function<QList<GutterMark>()> marks, QWidget *parent);

    [[nodiscard]] int preferredWidth() const;
    /// From now on there is room for this mark too, within reason; longer ones lose their middle.
    void makeRoomFor(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] const QStaticText &shaped(const QString &text, const QFont &font, int width);

    const Theme &m_theme;
    std::function<QList<GutterMark>()> m_marks;
    QString m_longest = QStringLiteral(">>> ");
    QHash<QString, QStaticText> m_shaped; ///< the marks' texts as drawn
    QFont m_shapedFont;
    int m_shapedWidth = 0;
};

} // namespace Skillet::Ui
