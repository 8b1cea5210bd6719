// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/difference.h"

namespace Skillet::Ui {

Difference difference(const QString &left, const QString &right)
{
    const qsizetype shorter = qMin(left.size(), right.size());
    qsizetype head = 0;
    while (head < shorter && left.at(head) == right.at(head)) {
        ++head;
    }
    // Half a surrogate pair is no place to begin at.
    if (head > 0 && left.at(head - 1).isHighSurrogate()) {
        --head;
    }
    qsizetype tail = 0;
    while (tail < shorter - head && left.at(left.size() - 1 - tail) == right.at(right.size() - 1 - tail)) {
        ++tail;
    }
    if (tail > 0 && left.at(left.size() - tail).isLowSurrogate()) {
        --tail;
    }
    return {{head, left.size() - head - tail}, {head, right.size() - head - tail}};
}

} // namespace Skillet::Ui
