// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

namespace Skillet::Authoring {

/// Makes a small course in `folder` that is proven as it is. The folder is made when it is not there; what is
/// in it already is never touched: unless it is empty, there is an Error. \return the files that were made
[[nodiscard]] Core::Result<QStringList> makeCourse(const QString &folder);

} // namespace Skillet::Authoring
