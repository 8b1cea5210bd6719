// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QToolButton;

namespace Skillet::Ui {

class RoleLabel;

/// Which of the tracebacks of a text is shown: "3 of 500", the one before and the one behind, and a list of
/// all. Knows their titles only.
class FoundStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit FoundStrip(const Theme &theme, QWidget *parent = nullptr);

    /// Of another text, which people know by `name`.
    void begin(const QString &name);
    void append(const QStringList &titles);
    void setReading(bool reading);
    /// Without chosen().
    void setCurrent(int index);
    void step(int by);
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void chosen(int index);
    void closed();

private:
    void restyle();
    void update();
    QToolButton *addButton(const QString &name, const QString &tip);

    const Theme &m_theme;
    QString m_name;
    bool m_reading = false;
    RoleLabel *m_place = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_close = nullptr;
    QComboBox *m_list = nullptr;
};

} // namespace Skillet::Ui
