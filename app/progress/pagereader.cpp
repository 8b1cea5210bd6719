// SPDX-License-Identifier: GPL-3.0-or-later
#include "progress/pagereader.h"

#include "core/text.h"
#include "progress/schema.h"

#include <QtEndian>

namespace Skillet::Progress {

namespace {

constexpr int LogHeader = 32;
constexpr int FrameHeader = 24;
constexpr int SaltOffset = 8; // in a frame's header
constexpr int SaltSize = 8;
constexpr uchar TableLeaf = 0x0D;
constexpr int LeafHeader = 8;
constexpr qint64 LargestRow = 64 * 1024 * 1024;

// How many bytes of a row stay on a table's leaf page; the rest goes to a chain of overflow pages.
constexpr qint64 LargestLocal = PageSize - 35;
constexpr qint64 SmallestLocal = (PageSize - 12) * 32 / 255 - 23;
constexpr qint64 OverflowContent = PageSize - 4;

quint16 read16(QByteArrayView bytes, qsizetype offset)
{
    return qFromBigEndian<quint16>(bytes.data() + offset);
}

quint32 read32(QByteArrayView bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.data() + offset);
}

/// SQLite's number of 1 to 9 bytes at `offset`, which moves behind it; empty when the bytes end before.
std::optional<qint64> takeVarint(QByteArrayView bytes, qsizetype &offset)
{
    quint64 value = 0;
    for (int i = 0; i < 9; ++i) {
        if (offset >= bytes.size()) {
            return std::nullopt;
        }
        const auto byte = static_cast<uchar>(bytes[offset++]);
        if (i == 8) {
            return static_cast<qint64>(value << 8 | byte);
        }
        value = value << 7 | (byte & 0x7F);
        if ((byte & 0x80) == 0) {
            break;
        }
    }
    return static_cast<qint64>(value);
}

/// Bytes of a value by its serial type; empty for the types that do not occur in these tables.
std::optional<qint64> sizeOfType(qint64 type)
{
    static constexpr qint64 integerSizes[] = {0, 1, 2, 3, 4, 6, 8};
    if (type >= 0 && type <= 6) {
        return integerSizes[type];
    }
    if (type == 8 || type == 9) {
        return 0;
    }
    return type >= 13 && type % 2 == 1 ? std::optional<qint64>((type - 13) / 2) : std::nullopt;
}

std::optional<QVariant> valueOf(qint64 type, QByteArrayView bytes)
{
    if (type == 0) {
        return QVariant();
    }
    if (type >= 13) {
        return Core::firstInvalidUtf8(bytes) ? std::nullopt
                                             : std::optional<QVariant>(QString::fromUtf8(bytes));
    }
    if (type >= 8) {
        return QVariant(type - 8);
    }
    // Two's complement, high byte first, in as many bytes as it needs.
    quint64 value = static_cast<signed char>(bytes.front()) < 0 ? ~quint64(0) : 0;
    for (const char byte : bytes) {
        value = value << 8 | static_cast<uchar>(byte);
    }
    return QVariant(static_cast<qint64>(value));
}

std::optional<QVariantList> decodeRecord(QByteArrayView record)
{
    qsizetype typeOffset = 0;
    const auto headerSize = takeVarint(record, typeOffset);
    if (!headerSize || *headerSize < typeOffset || *headerSize > record.size()) {
        return std::nullopt;
    }
    QVariantList columns;
    qsizetype offset = *headerSize;
    while (typeOffset < *headerSize) {
        const auto type = takeVarint(record.first(*headerSize), typeOffset);
        const auto size = type ? sizeOfType(*type) : std::nullopt;
        if (!size || *size > record.size() - offset) {
            return std::nullopt;
        }
        const auto value = valueOf(*type, record.sliced(offset, *size));
        if (!value) {
            return std::nullopt;
        }
        columns.append(*value);
        offset += *size;
    }
    return columns;
}

} // namespace

PageReader::PageReader(const QByteArray &main, const QByteArray &wal)
    : m_main(main)
    , m_wal(wal)
{
    indexLog();
}

void PageReader::indexLog()
{
    // Frames of an older generation, with other salts, lie behind the current ones and are in the main file
    // already.
    const QByteArray salts = m_wal.mid(LogHeader + SaltOffset, SaltSize);
    for (qsizetype frame = LogHeader; frame + FrameHeader + PageSize <= m_wal.size();
         frame += FrameHeader + PageSize) {
        if (m_wal.mid(frame + SaltOffset, SaltSize) == salts) {
            m_newestInLog.insert(read32(m_wal, frame), frame + FrameHeader);
        }
    }
}

void PageReader::readRows(const std::function<void(const RawRow &)> &onRow) const
{
    for (qsizetype offset = 0; offset + PageSize <= m_main.size(); offset += PageSize) {
        readPage(QByteArrayView(m_main).sliced(offset, PageSize), onRow);
    }
    for (const qsizetype offset : m_newestInLog) {
        readPage(QByteArrayView(m_wal).sliced(offset, PageSize), onRow);
    }
}

void PageReader::readPage(QByteArrayView page, const std::function<void(const RawRow &)> &onRow) const
{
    // Page 1 begins with the file's header and holds the schema only.
    if (static_cast<uchar>(page[0]) != TableLeaf) {
        return;
    }
    const int cells = read16(page, 3);
    for (int i = 0; i < cells && LeafHeader + 2 * i + 2 <= PageSize; ++i) {
        if (const auto row = readCell(page, read16(page, LeafHeader + 2 * i))) {
            onRow(*row);
        }
    }
}

std::optional<RawRow> PageReader::readCell(QByteArrayView page, qsizetype offset) const
{
    const auto size = takeVarint(page, offset);
    const auto rowId = size ? takeVarint(page, offset) : std::nullopt;
    if (!rowId || *size < 1 || *size > LargestRow) {
        return std::nullopt;
    }
    const auto record = payload(page, offset, *size);
    const auto columns = record ? decodeRecord(*record) : std::nullopt;
    return columns ? std::optional(RawRow{*rowId, *columns}) : std::nullopt;
}

std::optional<QByteArray> PageReader::payload(QByteArrayView leaf, qsizetype offset, qint64 size) const
{
    qint64 local = size;
    if (size > LargestLocal) {
        const qint64 fitting = SmallestLocal + (size - SmallestLocal) % OverflowContent;
        local = fitting <= LargestLocal ? fitting : SmallestLocal;
    }
    const bool overflows = local < size;
    if (offset + local + (overflows ? 4 : 0) > leaf.size()) {
        return std::nullopt;
    }
    QByteArray content = leaf.sliced(offset, local).toByteArray();
    quint32 next = overflows ? read32(leaf, offset + local) : 0;
    while (content.size() < size) {
        const QByteArrayView overflow = page(next);
        if (overflow.isEmpty()) {
            return std::nullopt;
        }
        next = read32(overflow, 0);
        content.append(overflow.sliced(4, qMin<qint64>(OverflowContent, size - content.size())));
    }
    return content;
}

QByteArrayView PageReader::page(quint32 number) const
{
    const auto inLog = m_newestInLog.constFind(number);
    if (inLog != m_newestInLog.cend()) {
        return QByteArrayView(m_wal).sliced(*inLog, PageSize);
    }
    const qint64 offset = (qint64(number) - 1) * PageSize;
    const bool inside = number > 0 && offset + PageSize <= m_main.size();
    return inside ? QByteArrayView(m_main).sliced(offset, PageSize) : QByteArrayView();
}

} // namespace Skillet::Progress
