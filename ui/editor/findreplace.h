// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textsearch.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <optional>

namespace Skillet::Ui {

class CodeEditor;
class EditorArea;
class EditorSearch;
class FindBar;

/// Does what the find bar asks for in the editors of an area: goes from match to match, counts, replaces.
/// Whatever takes long is waited for without stopping the window.
class FindReplace final : public QObject
{
    Q_OBJECT

public:
    FindReplace(EditorArea &area, FindBar &bar);

    void open(bool toReplace);
    void close();
    /// To the next or the one before, also while the bar is closed.
    void step(bool back);

Q_SIGNALS:
    /// How many were replaced, for the status line.
    void told(const QString &words);

private:
    enum class Wish { None, Here, Next, Previous };

    [[nodiscard]] EditorSearch *searchIn(CodeEditor &editor) const;
    [[nodiscard]] EditorSearch *current() const;
    [[nodiscard]] QList<EditorSearch *> wanted() const;
    [[nodiscard]] bool prepare();
    void search(Wish wish);
    void attend();
    void setScope(bool on);
    void goOn();
    void fulfil();
    [[nodiscard]] bool goToOtherFile(bool back);
    [[nodiscard]] qsizetype indexFor(const EditorSearch &search) const;
    [[nodiscard]] qsizetype selectedMatch(const EditorSearch &search) const;
    void select(EditorSearch &search, qsizetype index);
    void replaceOne();
    void replaceAll();
    void replaceNow();
    void tellCount();

    EditorArea &m_area;
    FindBar &m_bar;
    std::optional<TextSearch> m_search;
    std::optional<TextMatch> m_scope; ///< of m_editor
    QPointer<CodeEditor> m_editor; ///< in front when last looked
    Wish m_wish = Wish::None;
    bool m_wantsAll = false; ///< to be replaced as soon as all are found
    long m_from = 0; ///< where Wish::Here begins
    QThreadPool m_pool; ///< last: it ends its work first
};

} // namespace Skillet::Ui
