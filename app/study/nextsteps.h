// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "study/mastery.h"
#include "study/recall.h"

#include <QList>
#include <QString>

namespace Skillet::Study {

/// Something worth doing now, and what speaks for it.
struct NextStep
{
    enum class Kind {
        Recall, ///< what is due today, before it is forgotten
        GoOn, ///< the next open lesson or exercise of the module at hand
        Weak, ///< an exercise of a concept that was passed with hints only, or not at all
        Keep, ///< an exercise that passing again today makes kept
    };

    Kind kind = Kind::GoOn;
    QString item; ///< lesson or exercise; empty for Recall
    QString conceptName; ///< of Weak
    int minutes = 0;
};

/// In the order in which they are best done, at most one of each kind. `currentItem`: what is open; may be
/// empty.
[[nodiscard]] QList<NextStep> nextSteps(const Course::Course &course, const Mastery &mastery,
                                        const RecallPlan &recall, const QString &currentItem, QDate today);

} // namespace Skillet::Study
