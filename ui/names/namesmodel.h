// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "theme/theme.h"

#include <QAbstractTableModel>

namespace Skillet::Ui {

/// The names of the prompt, one a row. A new list changes only the rows that differ, so that a view keeps
/// its selection and its place.
class NamesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, SizeColumn, ValueColumn, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< sizes by number
        NameRole,
        ValueRole,
    };

    explicit NamesModel(const Theme &theme, QObject *parent = nullptr);

    void setEntries(const QList<Runner::NameEntry> &entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void removeEntries(int first, int last);
    [[nodiscard]] QString shown(const Runner::NameEntry &entry, int column) const;
    [[nodiscard]] QString explained(const Runner::NameEntry &entry) const;

    const Theme &m_theme;
    QList<Runner::NameEntry> m_entries;
};

} // namespace Skillet::Ui
