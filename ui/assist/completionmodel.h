// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "theme/theme.h"

#include <QAbstractListModel>

namespace Skillet::Ui {

/// Those of `items` that begin with `typed`, and after them those that do so but for capitals; within both in
/// their order.
[[nodiscard]] QList<Runner::Completion> narrowed(const QList<Runner::Completion> &items,
                                                 const QString &typed);

/// The ways in which a word at the prompt can go on, one a row.
class CompletionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< the kind as a word
        DetailRole, ///< type or signature
    };

    explicit CompletionModel(const Theme &theme, QObject *parent = nullptr);

    void setItems(const QList<Runner::Completion> &items);
    [[nodiscard]] const QList<Runner::Completion> &items() const { return m_items; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const Theme &m_theme;
    QList<Runner::Completion> m_items;
};

} // namespace Skillet::Ui
