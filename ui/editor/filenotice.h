// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QFrame>

class QBoxLayout;
class QPushButton;

namespace Skillet::Ui {

class RoleLabel;

/// A strip above one file's text that tells of the file's state and offers up to three ways on.
class FileNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit FileNotice(const Theme &theme, QWidget *parent = nullptr);

    /// Buttons without a text are left out.
    void tell(const QString &icon, const QString &text, const QString &first, const QString &second = {},
              const QString &third = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void firstChosen();
    void secondChosen();
    void thirdChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void arrange();

    const Theme &m_theme;
    QBoxLayout *m_rows; ///< the text and the buttons: beside each other, or below where there is no room
    RoleLabel *m_icon;
    RoleLabel *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
    QPushButton *m_third;
};

} // namespace Skillet::Ui
