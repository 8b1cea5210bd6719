// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Skillet::Ui {

struct TableCell
{
    QString text;
    bool isHeader = false;

    friend bool operator==(const TableCell &, const TableCell &) = default;
};

/// The rows of a table; they may differ in length.
using TableRows = QList<QList<TableCell>>;

/// The first table in `html`, as text and nothing else: no scripts, styles, links or pictures. Nothing when
/// there is none, or it is larger than a table to be read. `html` is not trusted.
[[nodiscard]] std::optional<TableRows> tableIn(const QString &html);

} // namespace Skillet::Ui
