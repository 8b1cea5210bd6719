// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/history.h"
#include "prompt/promptview.h"

#include <QObject>

namespace Skillet::Ui {

class SearchStrip;

/// Search backwards through the history while the pattern is typed: the entry found stands in the input with
/// the match marked. Enter leaves it there, Esc brings back what was being typed.
class HistorySearch final : public QObject
{
    Q_OBJECT

public:
    HistorySearch(PromptView &view, const History &history, SearchStrip &strip, const Theme &theme);

    void open();

private:
    void restart();
    void step(bool back);
    void show(const HistoryMatch &match);
    void close();

    PromptView &m_view;
    const History &m_history;
    SearchStrip &m_strip;
    const Theme &m_theme;
    QString m_draft;
    qsizetype m_place = 0; ///< the entry shown; behind the last one: the draft
};

} // namespace Skillet::Ui
