// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/traceback.h"
#include "theme/theme.h"
#include "traceback/framerow.h"
#include "traceback/picture.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Skillet::Ui {

/// How it got there: the calls that led to the exception, in either order, libraries folded.
class ChainView final : public QWidget
{
    Q_OBJECT

public:
    enum class Order { OldestFirst, NewestFirst };

    /// Of `traceback` the exception at `index`.
    ChainView(const Theme &theme, const CodeHighlighter &highlighter, const Runner::Traceback &traceback,
              qsizetype index, Order order, QWidget *parent);

Q_SIGNALS:
    void frameActivated(const Skillet::Runner::TracebackFrame &frame);
    void askHereWanted(const Skillet::Runner::FrameReference &reference,
                       const Skillet::Runner::TracebackFrame &frame);

private:
    [[nodiscard]] const Runner::ExceptionInfo &exception() const
    {
        return m_traceback.exceptions.at(m_index);
    }
    void addFrame(int index, FrameRow::Emphasis emphasis);
    void addLibrary(const ChainEntry &entry, bool unfolded);
    void addRemark(const ChainEntry &entry);
    void alignRows();

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    Runner::Traceback m_traceback;
    qsizetype m_index = 0;
    QVBoxLayout *m_column = nullptr;
};

} // namespace Skillet::Ui
