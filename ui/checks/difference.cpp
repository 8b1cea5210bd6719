// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/difference.h"

namespace Skillet::Ui {

namespace {

bool isInside(QChar letter)
{
    return letter.isSurrogate() || letter.isLetterOrNumber();
}

bool startsInside(const QString &text, qsizetype start)
{
    return start < text.size() && isInside(text.at(start));
}

bool endsInside(const QString &text, qsizetype end)
{
    return end > 0 && isInside(text.at(end - 1));
}

} // namespace

Difference difference(const QString &left, const QString &right)
{
    if (left == right) {
        return {};
    }
    const qsizetype shorter = qMin(left.size(), right.size());
    qsizetype head = 0;
    while (head < shorter && left.at(head) == right.at(head)) {
        ++head;
    }
    // Half a surrogate pair is no place to begin at, nor is the middle of a word.
    if (startsInside(left, head) || startsInside(right, head)) {
        while (head > 0 && isInside(left.at(head - 1))) {
            --head;
        }
    }
    qsizetype tail = 0;
    while (tail < shorter - head && left.at(left.size() - 1 - tail) == right.at(right.size() - 1 - tail)) {
        ++tail;
    }
    if (endsInside(left, left.size() - tail) || endsInside(right, right.size() - tail)) {
        while (tail > 0 && isInside(left.at(left.size() - tail))) {
            --tail;
        }
    }
    return {{head, left.size() - head - tail}, {head, right.size() - head - tail}};
}

} // namespace Skillet::Ui
