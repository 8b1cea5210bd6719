// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/explanation.h"
#include "runner/traceback.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Skillet::Explain {

/// An error, and what is to be said about it.
struct Explained
{
    Runner::Traceback traceback;
    Runner::Explanation explanation;
    qint64 line = 0; ///< of the text it was found in, from 1; 0: it was not found in a text
};

/// For people, with blank lines around nothing and a newline at the end.
[[nodiscard]] QString asText(const Explained &explained);

/// For programs: one object, `{"version": 1, "errors": [...]}`, with a newline at the end. An error has
/// `type`, `message`, `notes`, `where` (file, line, column and function of the place to look at first, or
/// null), `cause`, `certain`, `title`, `why`, `tries`, `suggestion` (line, before and after, or null),
/// `frames` (oldest first), `chain` (type, message and link of what led to it) and `foundAtLine` (or null).
/// Lines count from 1 and columns in characters from 0; null is what is not known.
[[nodiscard]] QByteArray asJson(const QList<Explained> &errors);

} // namespace Skillet::Explain
