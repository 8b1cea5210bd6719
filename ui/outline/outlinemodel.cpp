// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/outlinemodel.h"

#include "outline/symbolkinds.h"

#include <algorithm>

namespace Skillet::Ui {

using Runner::Symbol;

namespace {

bool haveOneShape(const QList<Symbol> &some, const QList<Symbol> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const Symbol &one, const Symbol &other) {
                          return one.kind == other.kind && one.name == other.name && one.depth == other.depth;
                      });
}

} // namespace

OutlineModel::OutlineModel(const Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

void OutlineModel::setSymbols(const QList<Symbol> &symbols)
{
    if (symbols == m_symbols)
        return;
    if (!haveOneShape(symbols, m_symbols)) {
        beginResetModel();
        m_symbols = symbols;
        build();
        endResetModel();
        return;
    }
    const QList<Symbol> before = std::exchange(m_symbols, symbols);
    // Lines are not shown, and may be others for all of them at each key.
    for (int index = 0; index < m_symbols.size(); ++index) {
        if (before.at(index).detail != m_symbols.at(index).detail) {
            const QModelIndex changed = indexOf(index);
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

void OutlineModel::build()
{
    m_nodes.assign(static_cast<std::size_t>(m_symbols.size()), {});
    m_top.clear();
    QList<int> around; // what the next one may be within, the innermost last
    for (int index = 0; index < m_symbols.size(); ++index) {
        while (around.size() > m_symbols.at(index).depth)
            around.removeLast();
        Node &node = m_nodes[static_cast<std::size_t>(index)];
        node.parent = around.isEmpty() ? -1 : around.last();
        QList<int> &siblings =
            node.parent < 0 ? m_top : m_nodes[static_cast<std::size_t>(node.parent)].children;
        node.row = static_cast<int>(siblings.size());
        siblings.append(index);
        around.append(index);
    }
}

const Symbol *OutlineModel::symbol(const QModelIndex &index) const
{
    return index.isValid() ? &m_symbols.at(static_cast<int>(index.internalId())) : nullptr;
}

QModelIndex OutlineModel::indexOf(int symbol) const
{
    if (symbol < 0 || symbol >= m_symbols.size())
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(symbol)].row, 0, static_cast<quintptr>(symbol));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const QList<int> &children = parent.isValid() ? m_nodes[parent.internalId()].children : m_top;
    if (column != 0 || row < 0 || row >= children.size())
        return {};
    return createIndex(row, 0, static_cast<quintptr>(children.at(row)));
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_nodes[index.internalId()].parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(parent.isValid() ? m_nodes[parent.internalId()].children.size() : m_top.size());
}

int OutlineModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    const Symbol *found = symbol(index);
    if (found == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString(found->name + found->detail);
    case NameRole:
        return found->name;
    case Qt::DecorationRole:
        return m_theme.icon(SymbolKinds::icon(found->kind));
    case Qt::ToolTipRole:
        return tr("%1%2, line %3").arg(found->name, found->detail).arg(found->line);
    case Qt::AccessibleTextRole:
        return SymbolKinds::sentence(*found);
    case LineRole:
        return found->line;
    default:
        return {};
    }
}

} // namespace Skillet::Ui
