// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"

#include <QCoreApplication>
#include <QString>

namespace Skillet::Ui {

/// How the kinds of a text's parts are called and drawn.
class SymbolKinds final
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::SymbolKinds)

public:
    [[nodiscard]] static QString word(Runner::SymbolKind kind);
    /// A name for Theme::icon().
    [[nodiscard]] static QString icon(Runner::SymbolKind kind);
    /// For screen readers: "method total, line 12".
    [[nodiscard]] static QString sentence(const Runner::Symbol &symbol);
};

} // namespace Skillet::Ui
