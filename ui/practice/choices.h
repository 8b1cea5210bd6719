// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/theme.h"

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace Skillet::Ui {

/// One of several answers, each a line of its own that may wrap.
class Choices final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what screen readers call the group.
    Choices(const QString &name, const QStringList &choices, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString chosen() const; ///< empty: none
    void choose(const QString &choice);

Q_SIGNALS:
    void changed();

private:
    const QStringList m_choices;
    QButtonGroup *m_group;
};

} // namespace Skillet::Ui
