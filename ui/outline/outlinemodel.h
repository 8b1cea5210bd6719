// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"
#include "theme/theme.h"

#include <QAbstractItemModel>

#include <vector>

namespace Skillet::Ui {

/// A text's parts as a tree. Keeps its rows when only lines and details are others, so that what is folded
/// stays folded while somebody types.
class OutlineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole + 1, NameRole };

    explicit OutlineModel(const Theme &theme, QObject *parent = nullptr);

    void setSymbols(const QList<Runner::Symbol> &symbols);
    [[nodiscard]] const QList<Runner::Symbol> &symbols() const { return m_symbols; }
    [[nodiscard]] const Runner::Symbol *symbol(const QModelIndex &index) const;
    /// Of symbols() by its place in the list.
    [[nodiscard]] QModelIndex indexOf(int symbol) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        int parent = -1; ///< in m_nodes; -1: the text itself
        int row = 0;
        QList<int> children;
    };

    void build();

    const Theme &m_theme;
    QList<Runner::Symbol> m_symbols;
    std::vector<Node> m_nodes; ///< as m_symbols
    QList<int> m_top;
};

} // namespace Skillet::Ui
