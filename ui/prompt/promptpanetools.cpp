// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PromptPane for what is done with a session besides typing: finding, reading, saving, replaying.
#include "prompt/helpreader.h"
#include "prompt/historysearch.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "prompt/searchstrip.h"
#include "prompt/textfind.h"

#include <QVBoxLayout>

namespace Skillet::Ui {

void PromptPane::buildTools(const Theme &theme)
{
    auto *findStrip = new SearchStrip(theme, tr("Find in the prompt"), this);
    m_find = new TextFind(*m_view, *findStrip, theme, [this](const TextFind::Marks &marks) {
        m_view->setMarks(PromptView::Marks::Search, marks);
    });
    m_find->setParent(this);
    auto *historyStrip = new SearchStrip(theme, tr("Find in what you ran before"), this);
    m_historySearch = new HistorySearch(*m_view, m_history, *historyStrip, theme);
    m_historySearch->setParent(this);
    layout()->addWidget(findStrip);
    layout()->addWidget(historyStrip);
    m_reader = new HelpReader(theme, this);
    connect(m_reader, &HelpReader::closed, this, &PromptPane::focusInput);
    connect(m_view, &PromptView::noticeRaised, this, [this](const QString &text) { note(text); });
    connect(m_view, &PromptView::findRequested, this, &PromptPane::showFind);
    connect(m_view, &PromptView::historySearchRequested, this, &PromptPane::showHistorySearch);
}

void PromptPane::showFind()
{
    m_find->open();
}

void PromptPane::showHistorySearch()
{
    m_find->close();
    m_historySearch->open();
}

void PromptPane::showHelp(const QString &title, const QString &text)
{
    m_reader->showText(title, text);
}

} // namespace Skillet::Ui
