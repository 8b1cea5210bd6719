// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace Skillet::Ui {

class MainWindow;

/// One thing a person does, and what the window must then show.
struct TourStep
{
    enum class Kind { Act, Reopen }; ///< Reopen closes the window before `act` and opens it again

    QString name; ///< of the picture, without number and ending
    std::function<void(MainWindow &)> act;
    /// Empty when the window shows what it must; else what is missing. Asked again and again until the time
    /// is up.
    std::function<QString(MainWindow &)> missing;
    Kind kind = Kind::Act;
};

/// The main job: read, type, run, break, look, mend, check, close, reopen.
[[nodiscard]] QList<TourStep> tourSteps();

} // namespace Skillet::Ui
