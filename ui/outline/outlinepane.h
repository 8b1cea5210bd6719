// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"
#include "theme/theme.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace Skillet::Ui {

class EmptyState;
class OutlineModel;

/// The parts of the text in front as a tree: a click or Enter goes there.
class OutlinePane final : public QWidget
{
    Q_OBJECT

public:
    /// Why there is nothing to show.
    enum class Nothing {
        NoFile,
        NoParts, ///< nothing is defined in it yet
        OtherLanguage,
        Unread, ///< it could not be read, and never was
    };

    explicit OutlinePane(const Theme &theme, QWidget *parent = nullptr);

    void showSymbols(const QList<Runner::Symbol> &symbols);
    void showNothing(Nothing why);
    /// Marks the part that the caret is in, without taking the focus.
    void follow(int line);

Q_SIGNALS:
    void symbolChosen(const Skillet::Runner::Symbol &symbol);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void filter(const QString &text);
    void restyle();

    const Theme &m_theme;
    OutlineModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QTreeView *m_tree;
    QLineEdit *m_filter;
    EmptyState *m_nothing;
    QStackedLayout *m_pages;
    int m_line = 0; ///< of the caret
};

} // namespace Skillet::Ui
