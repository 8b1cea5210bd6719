// SPDX-License-Identifier: GPL-3.0-or-later
#include "assist/completionmodel.h"

#include "names/namekinds.h"

namespace Skillet::Ui {

using Runner::Completion;

QList<Completion> narrowed(const QList<Completion> &items, const QString &typed)
{
    QList<Completion> exact;
    QList<Completion> alike;
    for (const Completion &item : items) {
        if (item.text.startsWith(typed))
            exact.append(item);
        else if (item.text.startsWith(typed, Qt::CaseInsensitive))
            alike.append(item);
    }
    return exact + alike;
}

CompletionModel::CompletionModel(const Theme &theme, QObject *parent)
    : QAbstractListModel(parent)
    , m_theme(theme)
{ }

void CompletionModel::setItems(const QList<Completion> &items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Completion &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.text;
    case Qt::DecorationRole:
        return m_theme.icon(NameKinds::icon(item.kind), ColorRole::Muted);
    case KindRole:
        return NameKinds::word(item.kind);
    case DetailRole:
        return item.detail;
    case Qt::AccessibleTextRole:
        return item.detail.isEmpty()
            ? tr("%1, %2").arg(item.text, NameKinds::word(item.kind))
            : tr("%1, %2, %3").arg(item.text, NameKinds::word(item.kind), item.detail);
    default:
        return {};
    }
}

} // namespace Skillet::Ui
