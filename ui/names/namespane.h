// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/session.h"
#include "theme/theme.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QStackedLayout;

namespace Skillet::Ui {

class EmptyState;
class NamesModel;
class NamesView;
class RoleLabel;

/// The prompt's names with type, size and value, as they are after each input. Asks Python only while it can
/// be seen; code of the learner's never runs for it.
class NamesPane final : public QWidget
{
    Q_OBJECT

public:
    NamesPane(Runner::Session &session, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void nameChosen(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectSession();
    void ask();
    void take(const Runner::NameList &names);
    void tell();
    void restyle();

    Runner::Session &m_session;
    const Theme &m_theme;
    NamesModel *m_model;
    QSortFilterProxyModel *m_sorted;
    NamesView *m_view;
    QLineEdit *m_filter;
    RoleLabel *m_status;
    EmptyState *m_nothing;
    QStackedLayout *m_stack;
    quint32 m_request = 0; ///< 0: nothing asked
    int m_omitted = 0;
    bool m_stale = true; ///< something ran since the list was asked for
};

} // namespace Skillet::Ui
