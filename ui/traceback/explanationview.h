// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlighting/codehighlighter.h"
#include "runner/explanation.h"
#include "theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace Skillet::Ui {

/// Why an error happened, what to try, and the line as it could be. What happened is said by the
/// ExceptionView, above.
class ExplanationView final : public QWidget
{
    Q_OBJECT

public:
    enum class Suggested {
        Shown, ///< there is no file to put it into
        Offered,
        Taken,
    };

    ExplanationView(const Theme &theme, const CodeHighlighter &highlighter,
                    const Runner::Explanation &explanation, Suggested suggested, QWidget *parent);

    /// The suggestion is in the file now.
    void markTaken();
    /// The last in the order of the Tab key; null when there is nothing to press.
    [[nodiscard]] QPushButton *button() const { return m_take; }

Q_SIGNALS:
    void suggestionAccepted();

private:
    void addText(const QString &text);
    void addTries(const QStringList &tries);
    void addSuggestion(const CodeHighlighter &highlighter, const Runner::Suggestion &suggestion,
                       Suggested suggested);
    void addHeading(const QString &text);

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QPushButton *m_take = nullptr;
};

/// All of it as plain text, to be pasted elsewhere.
[[nodiscard]] QString explanationAsText(const Runner::Explanation &explanation);

/// The same with the mended line as a block of code.
[[nodiscard]] QString explanationAsMarkdown(const Runner::Explanation &explanation);

/// What happened, with "may" where it is not certain.
[[nodiscard]] QString whatHappened(const Runner::Explanation &explanation);

} // namespace Skillet::Ui
