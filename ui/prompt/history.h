// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Skillet::Ui {

struct HistoryMatch
{
    qsizetype entry = 0; ///< index in History::entries()
    qsizetype position = 0; ///< of the pattern in it
};

/// What was typed at the prompt, oldest first, whole blocks; kept in a file over sessions. Walks back and
/// forth through the entries that begin with what was typed before the walk began.
///
/// File: UTF-8, one entry a line; in an entry a backslash is `\\`, a newline `\n`. Lines that cannot be read
/// so are skipped. Several windows may add to one file: each appends.
class History final
{
public:
    static constexpr qsizetype MaxEntries = 2000;
    static constexpr qsizetype MaxEntryLength = 20000; ///< longer ones are not kept: they belong in a file

    /// Adds the entries of `file`, and saves to it from now on. A missing file is an empty history.
    [[nodiscard]] Core::Result<void> open(const QString &file);

    /// Ends a walk. Blank entries and repetitions of the last one are not added. In the file with the next
    /// save(), which costs a millisecond of locking and writing: more than an answer of the prompt.
    void add(const QString &entry);

    /// Writes what was added since; what cannot be written waits for the next time.
    [[nodiscard]] Core::Result<void> save();

    /// The entry before (after) the walk's place; `current` is what the input holds now. Nothing when there
    /// is no further one.
    [[nodiscard]] std::optional<QString> previous(const QString &current);
    [[nodiscard]] std::optional<QString> next(const QString &current);
    void endWalk();

    /// The nearest entry before (after) index `place` that has `pattern` in it, capitals or not.
    [[nodiscard]] std::optional<HistoryMatch> findBefore(const QString &pattern, qsizetype place) const;
    [[nodiscard]] std::optional<HistoryMatch> findAfter(const QString &pattern, qsizetype place) const;

    [[nodiscard]] const QStringList &entries() const { return m_entries; }

private:
    void shorten() const;
    void beginWalk(const QString &current);

    QString m_file;
    QStringList m_entries;
    QStringList m_unsaved; ///< not in the file yet
    bool m_walking = false;
    qsizetype m_place = 0; ///< m_entries.size(): at the draft
    QString m_draft;
    QString m_shown;
};

} // namespace Skillet::Ui
