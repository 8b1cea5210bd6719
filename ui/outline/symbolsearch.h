// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/reading.h"

#include <QList>
#include <QString>

namespace Skillet::Ui {

struct FoundSymbol
{
    Runner::Symbol symbol;
    QString path; ///< `Cart.total`
};

/// What somebody who types `pattern` may mean, best first: names that begin with it, then those with it in
/// them, then those with its letters in this order; among equals as they stand. An empty pattern: all.
[[nodiscard]] QList<FoundSymbol> findSymbols(const QList<Runner::Symbol> &symbols, const QString &pattern);

} // namespace Skillet::Ui
