// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Skillet::Profile {

/// Translation context of this library's messages: `Messages::tr("...")`.
struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

} // namespace Skillet::Profile
