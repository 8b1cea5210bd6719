// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/htmltable.h"

#include <QStringView>

#include <algorithm>

namespace Skillet::Ui {

namespace {

constexpr qsizetype MostCharacters = 1024 * 1024;
constexpr qsizetype MostRows = 200;
constexpr qsizetype MostColumns = 60;
constexpr qsizetype MostInCell = 200;
constexpr int MostSpanned = 20;

QString entity(QStringView name)
{
    static const std::pair<QLatin1String, char16_t> known[] = {
        {QLatin1String("lt"), u'<'},   {QLatin1String("gt"), u'>'},    {QLatin1String("amp"), u'&'},
        {QLatin1String("quot"), u'"'}, {QLatin1String("apos"), u'\''}, {QLatin1String("nbsp"), u' '}};
    for (const auto &[word, character] : known) {
        if (name == word)
            return QChar(character);
    }
    if (!name.startsWith(u'#'))
        return {};
    const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
    bool isNumber = false;
    const uint code = name.sliced(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    const bool usable = isNumber && code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return usable ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
}

QString plain(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == u'&' ? text.indexOf(u';', i) : -1;
        const QString decoded = end > i && end - i < 12 ? entity(text.sliced(i + 1, end - i - 1)) : QString();
        if (decoded.isEmpty()) {
            result += text[i];
        } else {
            result += decoded;
            i = end;
        }
    }
    return result;
}

int spanOf(QStringView tag)
{
    const qsizetype at = tag.indexOf(QLatin1String("colspan="), 0, Qt::CaseInsensitive);
    if (at < 0)
        return 1;
    QStringView value = tag.sliced(at + 8);
    if (value.startsWith(u'"') || value.startsWith(u'\''))
        value = value.sliced(1);
    qsizetype digits = 0;
    while (digits < value.size() && digits < 6 && value[digits].isDigit())
        ++digits;
    return std::clamp(value.first(digits).toInt(), 1, MostSpanned);
}

/// Takes tags and the text between them, and keeps what is in the cells of the first table.
class TableReader
{
public:
    /// Whether there is more to read.
    [[nodiscard]] bool tag(QStringView tag)
    {
        const bool ends = tag.startsWith(u'/');
        const QStringView rest = ends ? tag.sliced(1) : tag;
        const auto end =
            std::find_if_not(rest.begin(), rest.end(), [](QChar c) { return c.isLetterOrNumber(); });
        const QString name = rest.first(end - rest.begin()).toString().toLower();
        if (name == QLatin1String("table")) {
            m_inTable = !ends;
            return !ends;
        }
        if (!m_inTable)
            return true;
        if (name == QLatin1String("tr") && !ends)
            rows.append(QList<TableCell>());
        const bool isHeader = name == QLatin1String("th");
        if (isHeader || name == QLatin1String("td")) {
            m_inCell = !ends;
            if (!ends)
                beginCell(isHeader, spanOf(tag));
        } else if (name == QLatin1String("br") && m_inCell && !rows.last().isEmpty()) {
            rows.last().last().text += u' ';
        }
        return rows.size() <= MostRows && (rows.isEmpty() || rows.last().size() <= MostColumns);
    }
    void text(QStringView text)
    {
        if (m_inCell && !rows.last().isEmpty() && rows.last().last().text.size() < MostInCell)
            rows.last().last().text += plain(text.first(std::min(text.size(), MostInCell * 4)));
    }

    TableRows rows;

private:
    void beginCell(bool isHeader, int span)
    {
        if (rows.isEmpty())
            rows.append(QList<TableCell>());
        // What a cell spans besides its first column is empty; the text stands in the last of them.
        for (int i = 0; i < span; ++i)
            rows.last().append({QString(), isHeader});
    }

    bool m_inTable = false;
    bool m_inCell = false;
};

/// Behind the end of the element, whose content is not for reading.
qsizetype skipped(const QString &html, qsizetype from, QLatin1String element)
{
    const qsizetype end = html.indexOf(QLatin1String("</") + element, from, Qt::CaseInsensitive);
    return end < 0 ? html.size() : end;
}

} // namespace

std::optional<TableRows> tableIn(const QString &html)
{
    if (html.size() > MostCharacters)
        return std::nullopt;
    TableReader reader;
    for (qsizetype at = 0; at < html.size();) {
        const qsizetype open = html.indexOf(u'<', at);
        reader.text(QStringView(html).sliced(at, (open < 0 ? html.size() : open) - at));
        const qsizetype close = open < 0 ? -1 : html.indexOf(u'>', open);
        if (close < 0)
            break;
        const QStringView tag = QStringView(html).sliced(open + 1, close - open - 1);
        at = close + 1;
        if (tag.startsWith(QLatin1String("style"), Qt::CaseInsensitive))
            at = skipped(html, at, QLatin1String("style"));
        else if (tag.startsWith(QLatin1String("script"), Qt::CaseInsensitive))
            at = skipped(html, at, QLatin1String("script"));
        else if (!reader.tag(tag))
            break;
    }
    TableRows &rows = reader.rows;
    const bool tooLarge = rows.size() > MostRows
        || std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.size() > MostColumns; });
    rows.removeIf([](const QList<TableCell> &row) { return row.isEmpty(); });
    if (rows.isEmpty() || tooLarge)
        return std::nullopt;
    for (QList<TableCell> &row : rows) {
        for (TableCell &cell : row)
            cell.text = cell.text.simplified().left(MostInCell);
    }
    return std::move(rows);
}

} // namespace Skillet::Ui
