// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

class QPushButton;

namespace Skillet::Ui {

class RoleLabel;

/// A strip above one file's text that tells of the file's state on disk and offers up to two ways on.
class FileNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit FileNotice(const Theme &theme, QWidget *parent = nullptr);

    /// Buttons without a text are left out.
    void tell(const QString &icon, const QString &text, const QString &first, const QString &second = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void firstChosen();
    void secondChosen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    RoleLabel *m_icon;
    RoleLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace Skillet::Ui
