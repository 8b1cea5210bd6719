// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textsearch.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <optional>

class QThreadPool;

namespace Skillet::Ui {

class CodeEditor;

/// Finds something in one editor, slice by slice beside the window's thread, again after each change of the
/// text, and marks what of it is in sight. Results of an older text or query are dropped.
class EditorSearch final : public QObject
{
    Q_OBJECT

public:
    EditorSearch(CodeEditor &editor, QThreadPool &pool);
    ~EditorSearch() override;

    static constexpr int indicator = 11;
    static constexpr qsizetype MostMatches = 100'000;

    /// Searches from the start. `scope` is where alone; it moves with the text.
    void begin(const TextSearch &search, const std::optional<TextMatch> &scope);
    void stop();
    void showMarks(bool shown);

    [[nodiscard]] CodeEditor &editor() const { return m_editor; }
    [[nodiscard]] const QList<TextMatch> &matches() const { return m_matches; }
    /// False also while the text has changed and was not searched again yet; then matches() are old.
    [[nodiscard]] bool isDone() const { return m_state == State::Done; }
    [[nodiscard]] bool isFresh() const { return m_state == State::Searching || isDone(); }
    [[nodiscard]] bool isTooHard() const { return m_isTooHard; }
    /// There are more than MostMatches.
    [[nodiscard]] bool isCut() const { return m_matches.size() >= MostMatches; }
    /// All before this byte was searched.
    [[nodiscard]] long searchedTo() const { return m_at; }

    /// Of the matches() in one step to undo; only when isFresh(). \return how many.
    int replace(qsizetype index, qsizetype count, const QString &with);

Q_SIGNALS:
    void advanced();

private:
    enum class State { Idle, Waiting, Searching, Done };
    struct Edit
    {
        TextMatch place;
        QByteArray text;
    };

    void restart();
    void searchOn();
    void takeSlice();
    void follow(int position, int type, int length);
    void mark();
    [[nodiscard]] QByteArray bytes(long from, long to) const;
    [[nodiscard]] QList<Edit> edits(qsizetype index, qsizetype count, const QString &with) const;
    void apply(const QList<Edit> &edits);
    void applyAsOnePiece(const QList<Edit> &edits);

    CodeEditor &m_editor;
    QThreadPool &m_pool;
    std::optional<TextSearch> m_search;
    std::optional<TextMatch> m_scope;
    QList<TextMatch> m_matches;
    State m_state = State::Idle;
    long m_at = 0;
    long m_sliceEnd = 0;
    bool m_isTooHard = false;
    bool m_isShown = false;
    QFutureWatcher<TextSearch::Found> m_slice;
    QTimer m_again;
    QTimer m_marking;
};

} // namespace Skillet::Ui
