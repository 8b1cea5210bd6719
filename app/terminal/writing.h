// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Skillet::Terminal {

/// Writes all of it, however slow the reader is: while it waits, no more output is taken from the worker, so
/// a slow reader slows the program, as in a terminal. Gives up when nobody can read any more.
void writeAll(int descriptor, const QByteArray &bytes);

inline void writeText(int descriptor, const QString &text)
{
    writeAll(descriptor, text.toUtf8());
}

} // namespace Skillet::Terminal
