// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QVariant>

#include <functional>
#include <optional>

namespace Skillet::Progress {

/// A row of some table: its rowid, and its columns as NULL, number or text (a rowid alias is NULL there).
struct RawRow
{
    qint64 rowId = 0;
    QVariantList columns;
};

/// Reads table rows from the pages of an SQLite file without trusting anything but the page at hand: no
/// header, no schema, no tree. For files that SQLite itself refuses. The format is
/// https://www.sqlite.org/fileformat2.html.
class PageReader final
{
public:
    /// `main` is the database file, `wal` its write-ahead log, which may be empty. Both must outlive the
    /// reader.
    PageReader(const QByteArray &main, const QByteArray &wal);

    /// Calls `onRow` for every row that can be decoded, in no order; a row that lies on several copies of
    /// a page is handed over for each.
    void readRows(const std::function<void(const RawRow &)> &onRow) const;

private:
    void indexLog();
    void readPage(QByteArrayView page, const std::function<void(const RawRow &)> &onRow) const;
    [[nodiscard]] std::optional<RawRow> readCell(QByteArrayView page, qsizetype offset) const;
    [[nodiscard]] std::optional<QByteArray> payload(QByteArrayView page, qsizetype offset, qint64 size) const;
    /// The newest copy of page `number` (from 1); empty when there is none.
    [[nodiscard]] QByteArrayView page(quint32 number) const;

    const QByteArray &m_main;
    const QByteArray &m_wal;
    QHash<quint32, qsizetype> m_newestInLog; ///< page number to the offset of its content in m_wal
};

} // namespace Skillet::Progress
