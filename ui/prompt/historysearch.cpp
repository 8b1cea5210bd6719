// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/historysearch.h"

#include "find/searchstrip.h"

namespace Skillet::Ui {

HistorySearch::HistorySearch(PromptView &view, const History &history, SearchStrip &strip, const Theme &theme)
    : m_view(view)
    , m_history(history)
    , m_strip(strip)
    , m_theme(theme)
{
    connect(&m_strip, &SearchStrip::patternChanged, this, &HistorySearch::restart);
    connect(&m_strip, &SearchStrip::previousRequested, this, [this] { step(true); });
    connect(&m_strip, &SearchStrip::nextRequested, this, [this] { step(false); });
    connect(&m_strip, &SearchStrip::accepted, this, &HistorySearch::close);
    connect(&m_strip, &SearchStrip::dismissed, this, [this] {
        m_view.setInputText(m_draft);
        close();
    });
}

void HistorySearch::open()
{
    if (!m_strip.isHidden()) {
        step(true);
        return;
    }
    m_draft = m_view.input().text();
    m_place = m_history.entries().size();
    // What was typed so far is most likely what is looked for.
    m_strip.open(m_draft.contains(u'\n') ? QString() : m_draft);
    restart();
}

void HistorySearch::restart()
{
    if (m_strip.isHidden())
        return;
    const QString pattern = m_strip.pattern();
    // An entry that still has the pattern stays.
    const std::optional<HistoryMatch> match =
        pattern.isEmpty() ? std::nullopt : m_history.findBefore(pattern, m_place + 1);
    if (match) {
        show(*match);
        return;
    }
    m_place = m_history.entries().size();
    m_view.setMarks(PromptView::Marks::Search, {});
    if (pattern.isEmpty())
        m_view.setInputText(m_draft);
    m_strip.setStatus(pattern.isEmpty() ? tr("Type part of what you ran before")
                                        : tr("Nothing you ran has this in it"));
}

void HistorySearch::step(bool back)
{
    const QString pattern = m_strip.pattern();
    const std::optional<HistoryMatch> match =
        back ? m_history.findBefore(pattern, m_place) : m_history.findAfter(pattern, m_place);
    if (match)
        show(*match);
    else
        m_strip.setStatus(back ? tr("No earlier one") : tr("No later one"));
}

void HistorySearch::show(const HistoryMatch &match)
{
    m_place = match.entry;
    m_view.setInputText(m_history.entries()[match.entry]);
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(m_theme.color(ColorRole::WarnSoft));
    mark.format.setFontUnderline(true);
    mark.cursor = QTextCursor(m_view.document());
    mark.cursor.setPosition(m_view.input().start() + static_cast<int>(match.position));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                             static_cast<int>(m_strip.pattern().size()));
    m_view.setMarks(PromptView::Marks::Search, {mark});
    m_strip.setStatus(tr("%1 back").arg(m_history.entries().size() - match.entry));
}

void HistorySearch::close()
{
    m_strip.hide();
    m_view.setMarks(PromptView::Marks::Search, {});
    m_view.setFocus(Qt::OtherFocusReason);
}

} // namespace Skillet::Ui
