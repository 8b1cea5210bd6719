// SPDX-License-Identifier: GPL-3.0-or-later
#include "names/namesmodel.h"

#include "names/namekinds.h"

#include <QHash>
#include <QLocale>

namespace Skillet::Ui {

using Runner::NameEntry;
using Runner::NameKind;

namespace {

bool isSame(const NameEntry &one, const NameEntry &other)
{
    return one.name == other.name && one.type == other.type && one.kind == other.kind
        && one.length == other.length && one.shape == other.shape && one.preview == other.preview;
}

} // namespace

NamesModel::NamesModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_entries.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void NamesModel::setEntries(const QList<NameEntry> &entries)
{
    QHash<QString, const NameEntry *> wanted;
    for (const NameEntry &entry : entries)
        wanted.insert(entry.name, &entry);
    // Neighbours go, and change, together: views and filters take their time for every notice.
    enum class Fate { Stays, Changes, Goes };
    Fate fate = Fate::Stays;
    int last = -1;
    for (int row = rowCount() - 1; row >= -1; --row) {
        Fate own = Fate::Stays;
        if (row >= 0) {
            const NameEntry *entry = wanted.take(m_entries[row].name);
            own = entry == nullptr               ? Fate::Goes
                : isSame(m_entries[row], *entry) ? Fate::Stays
                                                 : Fate::Changes;
            if (own == Fate::Changes)
                m_entries[row] = *entry;
        }
        if (row >= 0 && own == fate)
            continue;
        if (fate == Fate::Goes)
            removeEntries(row + 1, last);
        else if (fate == Fate::Changes)
            Q_EMIT dataChanged(index(row + 1, 0), index(last, ColumnCount - 1));
        fate = own;
        last = row;
    }
    QList<NameEntry> added;
    for (const NameEntry &entry : entries) {
        if (wanted.remove(entry.name) > 0)
            added.append(entry);
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_entries += added;
    endInsertRows();
}

void NamesModel::removeEntries(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_entries.remove(first, last - first + 1);
    endRemoveRows();
}

int NamesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int NamesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString NamesModel::shown(const NameEntry &entry, int column) const
{
    switch (column) {
    case NameColumn:
        return entry.name;
    case TypeColumn:
        // Of a class or a module the kind says more than its type does.
        return entry.kind == NameKind::Variable ? entry.type : NameKinds::word(entry.kind);
    case SizeColumn:
        return !entry.shape.isEmpty() ? entry.shape
            : entry.length >= 0       ? QLocale().toString(entry.length)
                                      : QString();
    case ValueColumn:
        return entry.preview;
    default:
        return {};
    }
}

QString NamesModel::explained(const NameEntry &entry) const
{
    const QString size = shown(entry, SizeColumn);
    QStringList parts = {entry.name, NameKinds::word(entry.kind), entry.type};
    if (!size.isEmpty())
        parts.append(tr("size %1").arg(size));
    QString text = parts.join(QStringLiteral(", "));
    if (!entry.preview.isEmpty())
        text += u'\n' + entry.preview;
    return text;
}

QVariant NamesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NameEntry &entry = m_entries[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shown(entry, column);
    case SortRole:
        return column == SizeColumn ? QVariant(entry.length) : QVariant(shown(entry, column));
    case NameRole:
        return entry.name;
    case ValueRole:
        return entry.preview;
    case Qt::DecorationRole:
        return column == NameColumn ? QVariant(m_theme.icon(NameKinds::icon(entry.kind), ColorRole::Muted))
                                    : QVariant();
    case Qt::FontRole:
        return column == NameColumn || column == ValueColumn ? QVariant(m_theme.font(FontRole::Code))
                                                             : QVariant();
    case Qt::ForegroundRole:
        return column == NameColumn || column == ValueColumn ? QVariant() : m_theme.color(ColorRole::Muted);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (column == SizeColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return explained(entry).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    case Qt::AccessibleTextRole:
        return column == NameColumn ? explained(entry) : shown(entry, column);
    default:
        return {};
    }
}

QVariant NamesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case TypeColumn:
        return tr("Type");
    case SizeColumn:
        return tr("Size");
    case ValueColumn:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace Skillet::Ui
