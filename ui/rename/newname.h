// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"

#include <QCoreApplication>
#include <QString>

namespace Skillet::Ui {

/// Whether something can be called so.
class NewName final
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::NewName)

public:
    /// What is wrong with `name` in place of places.name, in plain words; empty: nothing is.
    [[nodiscard]] static QString problem(const QString &name, const Runner::Places &places);

private:
    [[nodiscard]] static bool isIdentifier(const QString &name);
};

} // namespace Skillet::Ui
