// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"
#include "theme/theme.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace Skillet::Ui {

class RoleLabel;

/// Asks for another name, says how much will change, and in words why a name cannot be. Changes nothing
/// itself. Open it with open(); it deletes nothing.
class RenameDialog final : public QDialog
{
    Q_OBJECT

public:
    RenameDialog(const Theme &theme, Runner::Places places, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void check();
    [[nodiscard]] QString preview() const;
    [[nodiscard]] QString caution() const;

    const Runner::Places m_places;
    QLineEdit *m_name;
    RoleLabel *m_words;
    QPushButton *m_rename;
};

} // namespace Skillet::Ui
