// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "highlighting/codehighlighter.h"
#include "incident/comparison.h"
#include "runner/explanation.h"
#include "runner/traceback.h"
#include "theme/theme.h"
#include "traceback/probesview.h"

#include <QString>
#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedLayout;

namespace Skillet::Ui {

class ExceptionView;
class FoundStrip;
class HistoryStrip;
class RoleLabel;

/// An exception as a picture: what it was, where to look first, how it got there, and what led to it. Knows
/// nothing of where the traceback came from, and opens nothing itself.
class TracebackPane final : public QWidget
{
    Q_OBJECT

public:
    TracebackPane(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent = nullptr);

    void showTraceback(const Runner::Traceback &traceback);
    void clear();
    /// Of the traceback that is shown; an empty one changes nothing.
    void showExplanation(const Runner::Explanation &explanation);
    /// What changed since the last error like the one that is shown, which was `earlier`, in words.
    void showComparison(const Incident::Comparison &comparison, const QString &earlier);
    /// What came of a probe of the traceback that is shown.
    void showProbeAnswer(const QString &code, const ProbeAnswer &answer);
    /// What the explanation suggests is in the file now.
    void markSuggestionTaken();
    [[nodiscard]] const Runner::Traceback &current() const { return m_traceback; }

    /// Shows `question` in place of the picture until endAsking() or the next traceback; the pane owns it.
    void ask(QWidget *question);
    /// The picture is shown, with `result` above it when there is something to say.
    void endAsking(const QString &result);
    [[nodiscard]] bool isAsking() const { return m_question != nullptr; }
    /// A bar below the picture; the pane owns it.
    void addBelow(QWidget *bar);

    /// The traceback as the terminal prints it, to the clipboard.
    void copyAsText();
    /// Above the picture, for when there are several; hidden at first.
    [[nodiscard]] FoundStrip &strip() { return *m_strip; }
    /// The errors of this session; hidden as long as there is no way back to one.
    [[nodiscard]] HistoryStrip &history() { return *m_history; }
    void copyExplanation();
    /// Traceback and explanation, for a forum or a report.
    void copyAsMarkdown();
    /// Asks for a file, and saves what is shown as PNG or SVG.
    void choosePicture();

Q_SIGNALS:
    /// Line from 1; column in UTF-16 code units from 0, -1 when unknown.
    void locationActivated(const QString &file, int line, int column);
    void problemOccurred(const Skillet::Core::Error &error);
    /// Something was let fall on the pane.
    void textDropped(const QString &text);
    void fileDropped(const QString &path);
    void tracebackShown(const Skillet::Runner::Traceback &traceback);
    /// The learner wants the line of that file to become what is suggested.
    void suggestionAccepted(const QString &file, const Skillet::Runner::Suggestion &suggestion);
    /// The error that the one shown is compared with is to be shown.
    void earlierWanted();
    /// The prompt is to answer from that frame.
    void askHereWanted(const Skillet::Runner::FrameReference &reference,
                       const Skillet::Runner::TracebackFrame &frame);
    /// The prompt is to run `code` in that frame, and showProbeAnswer() to follow.
    void probeWanted(const Skillet::Runner::FrameReference &reference,
                     const Skillet::Runner::TracebackFrame &frame, const QString &code);
    /// The exception's type for the pane's title; empty: nothing to show.
    void summaryChanged(const QString &summary);
    void askingEnded();
    /// Screen readers were told of something that has come into view.
    void announced(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void rebuild();
    void dropQuestion();
    void tell(QWidget &news);
    void applyExplanation();
    void applyComparison();
    void fillPage(QWidget *page);
    [[nodiscard]] QWidget *makeView(QWidget *page, qsizetype index);
    void chooseFocus(const QWidget *page);
    void walk(int step);
    void activate(const Runner::TracebackFrame &frame);

    const Theme &m_theme;
    const CodeHighlighter &m_highlighter;
    Runner::Traceback m_traceback;
    Runner::Explanation m_explanation;
    bool m_suggestionTaken = false;
    std::optional<Incident::Comparison> m_comparison;
    QHash<QString, ProbeAnswer> m_answers; ///< by code
    QString m_earlier; ///< how long before, of the comparison
    ExceptionView *m_first = nullptr; ///< of the exception that ended the run
    FoundStrip *m_strip = nullptr;
    HistoryStrip *m_history = nullptr;
    RoleLabel *m_result = nullptr;
    QWidget *m_question = nullptr; ///< the third page, while there is one
    QStackedLayout *m_pages = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace Skillet::Ui
