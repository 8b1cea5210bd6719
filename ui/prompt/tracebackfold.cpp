// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/tracebackfold.h"

#include <QAbstractTextDocumentLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace Skillet::Ui {

TracebackFold::TracebackFold(QPlainTextEdit &view)
    : m_view(view)
{ }

void TracebackFold::remember(const QTextBlock &next, qsizetype lines)
{
    unfold();
    m_from = QTextCursor();
    m_to = QTextCursor();
    QTextBlock first = next;
    while (lines-- > 0 && first.previous().isValid())
        first = first.previous();
    if (first == next)
        return;
    m_from = QTextCursor(first);
    m_to = QTextCursor(next.previous());
    m_to.movePosition(QTextCursor::EndOfBlock);
    for (QTextCursor *end : {&m_from, &m_to})
        end->setKeepPositionOnInsert(true); // what is written behind it is no part of it
}

void TracebackFold::fold()
{
    if (m_isFolded || m_from.isNull() || m_from.position() == m_to.position())
        return;
    m_isFolded = true;
    setShown(false);
}

void TracebackFold::unfold()
{
    if (!m_isFolded)
        return;
    m_isFolded = false;
    setShown(true);
}

// What belongs to a call is indented; the heading and the error are not.
void TracebackFold::setShown(bool shown)
{
    QTextDocument &document = *m_view.document();
    QScrollBar &bar = *m_view.verticalScrollBar();
    const bool wasAtEnd = bar.value() == bar.maximum();
    const int from = m_from.position();
    const int to = m_to.position();
    for (QTextBlock block = document.findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        if (!block.text().startsWith(u' '))
            continue;
        block.setVisible(shown);
        block.setLineCount(shown ? std::max(1, block.layout()->lineCount()) : 0);
    }
    document.markContentsDirty(from, to - from + 1);
    QAbstractTextDocumentLayout &layout = *document.documentLayout();
    Q_EMIT layout.documentSizeChanged(layout.documentSize());
    m_view.viewport()->update();
    if (wasAtEnd)
        bar.setValue(bar.maximum());
}

} // namespace Skillet::Ui
