// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace Skillet::Ui {

class RoleLabel;

/// The way back to the errors of this session: "3 of 7", the one before and the one after, and a list of
/// all. Knows their titles only, oldest first. Hidden as long as there is no other to go to.
class HistoryStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryStrip(const Theme &theme, QWidget *parent = nullptr);

    /// `current`: which one is shown, -1 when it is none of them. Without chosen().
    void setErrors(const QStringList &titles, int current);
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const;
    /// From none of them any step leads to the newest.
    void step(int by);

Q_SIGNALS:
    void chosen(int index);

private:
    void restyle();
    void update();
    QToolButton *addButton(const QString &name, const QString &tip);

    const Theme &m_theme;
    RoleLabel *m_place = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QComboBox *m_list = nullptr;
};

} // namespace Skillet::Ui
