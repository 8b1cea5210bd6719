// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/positions.h"
#include "runner/reading.h"

#include <QCoreApplication>
#include <QString>

namespace Skillet::Ui {

/// What is said about the places of a name.
class PlaceWords final
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::PlaceWords)

public:
    /// Why there is nothing to go to, to list or to rename.
    [[nodiscard]] static QString whyNone(const Runner::Places &places, Runner::PlacesWanted wanted);
    /// "total: 5 places in 2 files."
    [[nodiscard]] static QString count(const Runner::Places &places);

private:
    [[nodiscard]] static QString whyNotRenamed(const Runner::Places &places);
};

/// The characters of `text` before the place.
[[nodiscard]] qsizetype placeInText(const QString &text, const EditorPlace &place);
/// The way back.
[[nodiscard]] EditorPlace placeOf(const QString &text, qsizetype characters);

} // namespace Skillet::Ui
