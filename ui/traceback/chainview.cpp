// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/chainview.h"

#include "traceback/foldrow.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Skillet::Ui {

ChainView::ChainView(const Theme &theme, const CodeHighlighter &highlighter,
                     const Runner::Traceback &traceback, qsizetype index, Order order, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_highlighter(highlighter)
    , m_traceback(traceback)
    , m_index(index)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    QList<ChainEntry> chain = chainOf(exception());
    const bool onlyLibraries = std::all_of(chain.begin(), chain.end(), [](const ChainEntry &entry) {
        return entry.kind == ChainEntry::Kind::Library;
    });
    if (order == Order::NewestFirst)
        std::reverse(chain.begin(), chain.end());
    for (const ChainEntry &entry : chain) {
        if (entry.kind == ChainEntry::Kind::Library) {
            ChainEntry ordered = entry;
            if (order == Order::NewestFirst)
                std::reverse(ordered.frames.begin(), ordered.frames.end());
            addLibrary(ordered, onlyLibraries);
        } else if (entry.kind == ChainEntry::Kind::Repeat) {
            addRemark(entry);
        } else {
            const bool here = entry.frames.first() == exception().whereToLook();
            addFrame(entry.frames.first(), here ? FrameRow::Emphasis::WhereToLook : FrameRow::Emphasis::Own);
        }
    }
    alignRows();
}

void ChainView::addFrame(int index, FrameRow::Emphasis emphasis)
{
    const Runner::TracebackFrame frame = exception().frames[index];
    auto *row = new FrameRow(m_theme, m_highlighter, frame, emphasis, this);
    connect(row, &FrameRow::clicked, this, [this, frame] { Q_EMIT frameActivated(frame); });
    if (const Runner::FrameReference place = m_traceback.frameReference(m_index, index); !place.isNull()) {
        row->offerToAsk();
        connect(row, &FrameRow::askRequested, this,
                [this, place, frame] { Q_EMIT askHereWanted(place, frame); });
    }
    m_column->addWidget(row);
}

void ChainView::addLibrary(const ChainEntry &entry, bool unfolded)
{
    const QString text =
        entry.count == 1 ? tr("1 library call") : tr("%1 library calls").arg(locale().toString(entry.count));
    auto *fold = new FoldRow(m_theme, FoldRow::Kind::Foldable, text, this);
    fold->setToolTip(tr("Show or hide the calls inside libraries"));
    m_column->addWidget(fold);
    QList<QWidget *> rows;
    for (const int index : entry.frames) {
        addFrame(index, FrameRow::Emphasis::Library);
        rows.append(m_column->itemAt(m_column->count() - 1)->widget());
    }
    const auto unfold = [fold, rows](bool open) {
        fold->setUnfolded(open);
        for (QWidget *row : rows)
            row->setVisible(open);
    };
    connect(fold, &FoldRow::toggled, this, unfold);
    unfold(unfolded);
}

void ChainView::addRemark(const ChainEntry &entry)
{
    const QString text = entry.count == 1 ? tr("repeated 1 more time")
                                          : tr("repeated %1 more times").arg(locale().toString(entry.count));
    m_column->addWidget(new FoldRow(m_theme, FoldRow::Kind::Remark, text, this));
}

void ChainView::alignRows()
{
    QList<FrameRow *> rows = findChildren<FrameRow *>();
    int width = 0;
    for (const FrameRow *row : rows)
        width = std::max(width, row->naturalPlaceWidth());
    for (FrameRow *row : rows)
        row->setPlaceWidth(width);
    const int last = m_column->count() - 1;
    for (int i = 0; i <= last; ++i) {
        QWidget *widget = m_column->itemAt(i)->widget();
        if (auto *row = qobject_cast<FrameRow *>(widget))
            row->setRail(i > 0, i < last);
        else if (auto *fold = qobject_cast<FoldRow *>(widget))
            fold->setRail(i > 0, i < last);
    }
}

} // namespace Skillet::Ui
