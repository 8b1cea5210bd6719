// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QAbstractButton>
#include <QWidget>

namespace Skillet::Ui {

/// A check box or radio button whose words may wrap and hold code between backticks. The words press it, too.
class WrappingButton final : public QWidget
{
    Q_OBJECT

public:
    /// Takes `button` over, which has no text of its own.
    WrappingButton(QAbstractButton *button, const QString &words, const Theme &theme,
                   QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractButton *m_button;
};

} // namespace Skillet::Ui
