// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/explanation.h"
#include "runner/traceback.h"
#include "theme/theme.h"
#include "traceback/chainview.h"
#include "traceback/explanationview.h"
#include "traceback/probesview.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace Skillet::Ui {

class ComparisonView;
class FrameCard;
class RoleLabel;

/// The picture of one exception: what, where to look first, and how it got there.
class ExceptionView final : public QWidget
{
    Q_OBJECT

public:
    /// Of `traceback` the exception at `index`.
    ExceptionView(const Theme &theme, const CodeHighlighter &highlighter, const Runner::Traceback &traceback,
                  qsizetype index, QWidget *parent);

    /// Adds what an explanation says to the picture, in place of the words for any such exception.
    void showExplanation(const Runner::Explanation &explanation, ExplanationView::Suggested suggested);
    void markSuggestionTaken();
    void showProbeAnswer(const QString &code, const ProbeAnswer &answer);
    /// Puts it below the place to look at first.
    void showComparison(ComparisonView *view);

Q_SIGNALS:
    void suggestionAccepted();
    void askHereWanted(const Skillet::Runner::FrameReference &reference,
                       const Skillet::Runner::TracebackFrame &frame);
    void probeWanted(const Skillet::Runner::FrameReference &reference,
                     const Skillet::Runner::TracebackFrame &frame, const QString &code);
    void frameActivated(const Skillet::Runner::TracebackFrame &frame);

private:
    enum class Place { First, Chained };

    [[nodiscard]] ColorRole tone() const
    {
        return m_traceback.isWarning ? ColorRole::Warn : ColorRole::Error;
    }

    void addWhat(Place place);
    void addWhere();
    void addAsk(const Runner::FrameReference &reference, const Runner::TracebackFrame &frame);
    void addNext();
    void addHow(Place place);
    void showChain(ChainView::Order order);
    RoleLabel *addText(const QString &text, FontRole font, ColorRole color);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    Runner::Traceback m_traceback;
    qsizetype m_index = 0;
    Runner::ExceptionInfo m_exception;
    QVBoxLayout *m_column = nullptr;
    RoleLabel *m_words = nullptr;
    FrameCard *m_where = nullptr;
    ExplanationView *m_explanation = nullptr;
    ComparisonView *m_comparison = nullptr;
    ProbesView *m_probes = nullptr;
    int m_explanationAt = 0; ///< in the column
    QWidget *m_chain = nullptr;
    QToolButton *m_order = nullptr;
    bool m_newestFirst = false;
};

} // namespace Skillet::Ui
