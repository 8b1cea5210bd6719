// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

class QPlainTextEdit;

namespace Skillet::Ui {

/// Hides the calls of the traceback that was written last, for as long as the learner looks for the place
/// himself; its heading and the error stay. The text itself is not touched.
class TracebackFold final
{
public:
    explicit TracebackFold(QPlainTextEdit &view);

    /// The traceback is the `lines` lines that end with the block before `next`.
    void remember(const QTextBlock &next, qsizetype lines);
    void fold();
    void unfold();
    [[nodiscard]] bool isFolded() const { return m_isFolded; }

private:
    void setShown(bool shown);

    QPlainTextEdit &m_view;
    QTextCursor m_from; ///< the lines; equal to m_to: there is nothing to fold
    QTextCursor m_to;
    bool m_isFolded = false;
};

} // namespace Skillet::Ui
