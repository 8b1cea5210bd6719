// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/outputspool.h"
#include "prompt/textfind.h"

#include <QObject>
#include <QTimer>

namespace Skillet::Ui {

/// Counts the matches of a search in what was folded away, and tells them beside the count of what is shown.
/// Reads piece by piece, so that no keys wait for it.
class FoldedFind final : public QObject
{
    Q_OBJECT

public:
    FoldedFind(TextFind &find, const OutputSpool &spool, QObject *parent);

private:
    void begin(const QString &pattern, Qt::CaseSensitivity sensitivity);
    void readOn();
    void tell(bool more);

    TextFind &m_find;
    const OutputSpool &m_spool;
    QTimer m_next;
    QString m_pattern;
    Qt::CaseSensitivity m_sensitivity = Qt::CaseInsensitive;
    qint64 m_position = 0;
    qsizetype m_count = 0;
};

} // namespace Skillet::Ui
