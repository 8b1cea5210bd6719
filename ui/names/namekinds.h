// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"

#include <QCoreApplication>
#include <QString>

namespace Skillet::Ui {

/// How a kind of name is shown: always by icon and word.
class NameKinds final
{
    Q_DECLARE_TR_FUNCTIONS(NameKinds)

public:
    [[nodiscard]] static QString word(Runner::NameKind kind);
    /// For Theme::icon().
    [[nodiscard]] static QString icon(Runner::NameKind kind);
};

} // namespace Skillet::Ui
