// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assist/assistframe.h"
#include "runner/assistance.h"

class QLabel;
class QListView;

namespace Skillet::Ui {

class CompletionDelegate;
class CompletionModel;

/// The list of how a word can go on. Whoever has the keys moves it.
class CompletionPopup final : public AssistFrame
{
    Q_OBJECT

public:
    CompletionPopup(const Theme &theme, QWidget *owner);

    /// Shows `items`, best first, beside `line` in global coordinates, its names in line with `left`. What
    /// was chosen stays so while it is there.
    void showItems(const QList<Runner::Completion> &items, bool more, const QRect &line, int left);
    /// Says why there is nothing to choose.
    void showNote(const QString &note, const QRect &line, int left);

    [[nodiscard]] bool hasChoice() const;
    /// Of no text when there is no choice.
    [[nodiscard]] Runner::Completion chosen() const;
    /// The learner moved in the list since it came up.
    [[nodiscard]] bool wasMoved() const { return m_moved; }
    /// By rows, or by pages with more than one; round at the ends when by one.
    void step(int rows);
    void page(bool down);

Q_SIGNALS:
    void clicked();

private:
    void choose(int row);
    void tellChosen() const;

    CompletionModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_note = nullptr;
    CompletionDelegate *m_delegate = nullptr;
    bool m_moved = false;
};

} // namespace Skillet::Ui
