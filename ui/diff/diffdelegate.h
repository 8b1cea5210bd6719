// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "theme/theme.h"

#include <QStyledItemDelegate>

namespace Skillet::Ui {

/// Draws the rows of a DiffModel: both line numbers, a sign, and the line in the colours of its language.
class DiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DiffDelegate(const Theme &theme, const CodeHighlighter &highlighter, QObject *parent);

    void setLanguage(const QString &language) { m_language = language; }
    /// All rows have one size, for which this text and these numbers fit.
    void setExtent(const QString &longest, int highestNumber);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] int numberWidth() const;
    [[nodiscard]] int signWidth() const;
    void drawFold(QPainter &painter, const QRect &rect, const QString &text) const;
    void drawNumbers(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void drawCode(QPainter &painter, const QRect &rect, const QString &text) const;

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    QString m_language;
    QString m_longest;
    int m_highestNumber = 0;
};

} // namespace Skillet::Ui
