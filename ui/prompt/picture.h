// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "prompt/htmltable.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <memory>

class QPainter;

namespace Skillet::Ui {

/// A figure or a table that a program showed, to be drawn between the lines of the prompt.
class Picture final
{
public:
    /// From what a worker sent, which is not trusted. The error says why it cannot be drawn.
    [[nodiscard]] static Core::Result<std::shared_ptr<const Picture>>
    make(const QString &mimeType, const QByteArray &data, const QString &text);

    [[nodiscard]] bool isTable() const { return m_image.isNull(); }
    [[nodiscard]] const QImage &image() const { return m_image; }
    /// The file as it came; of a table its text.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// What a terminal would show.
    [[nodiscard]] const QString &text() const { return m_text; }

    /// The size that it wants, in the design's pixels at the current zoom.
    [[nodiscard]] QSizeF naturalSize(const Theme &theme) const;
    /// Where the table that fills `target` has what its text has in `line`; empty when it has no such row.
    [[nodiscard]] QRectF rowOf(int line, const QRectF &target) const;
    /// Fills `target`, as far as `clip` shows it.
    void draw(QPainter &painter, const QRectF &target, const QRectF &clip, const Theme &theme) const;

private:
    void drawTable(QPainter &painter, const QRectF &clip, const Theme &theme) const;
    [[nodiscard]] QList<qreal> columnWidths(const Theme &theme) const;
    [[nodiscard]] static qreal rowHeight(const Theme &theme);

    QImage m_image;
    qreal m_scale = 1; // pixels of the image to one of the design
    TableRows m_rows;
    QByteArray m_bytes;
    QString m_text;
};

} // namespace Skillet::Ui
