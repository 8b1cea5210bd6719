// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/inputblock.h"
#include "prompt/linestyler.h"
#include "prompt/styledline.h"

#include <QList>
#include <QTextDocument>

#include <functional>

namespace Skillet::Ui {

/// Writes lines into the prompt's document, in front of the input block, and folds the oldest away when there
/// are too many. The last line may be open: the program has not ended it yet and may still rewrite it.
class Transcript final
{
public:
    Transcript(QTextDocument &document, InputBlock &input, const LineStyler &styler);

    void setLimits(int lines, int characters);
    /// Takes the lines that are folded away, whole and with their prompts.
    void setFoldSink(std::function<void(const QString &lines)> sink) { m_sink = std::move(sink); }

    /// Ends an open line first.
    void add(const QList<StyledLine> &lines, LineKind kind);
    /// What stands before code that is added from here on, with its blank.
    void setPrompts(const QString &primary, const QString &secondary);
    /// Stands before the first of them while it is not empty: where the answers come from.
    void setPlace(const QString &place) { m_place = place; }
    [[nodiscard]] QString primaryPrompt() const { return m_place + m_primary; }
    [[nodiscard]] const QString &secondaryPrompt() const { return m_secondary; }
    /// Code as if it had been typed.
    void addCode(const QString &code);
    /// Program output: `finished` lines, the first of them in place of the open line and of as many lines
    /// before it as were taken back; then the new open line.
    void addOutput(const QList<StyledLine> &finished, const StyledLine &open, int takenBack = 0);
    /// Leaves the open line as it is; what comes next begins a new one.
    void endOpenLine() { m_open = false; }
    /// Takes the open line out of the transcript: input() writes its prompt behind it.
    [[nodiscard]] StyledLine takeOpenLine();

    /// Lines that were folded away before they got here, for the note at the top.
    void countFolded(qint64 lines);
    /// Folds all lines but the open one, which is dropped: who writes it still has it.
    void foldAll();
    /// What is shown, with prompts, without the input and the note about folded lines.
    [[nodiscard]] QString text() const;
    /// The greeting, when it is still there, gets another text.
    void setGreeting(const StyledLine &line);
    void clear();
    void restyle() const;

    [[nodiscard]] qint64 foldedLines() const { return m_folded; }

private:
    void insert(const QList<StyledLine> &lines, LineKind kind);
    void dropOpenLine();
    void dropLines(int lines);
    void foldOldest();
    void fold(int lines);
    [[nodiscard]] QString textOf(int from, int to) const;
    void showFolded();

    QTextDocument &m_document;
    InputBlock &m_input;
    const LineStyler &m_styler;
    int m_maxLines = 10000;
    int m_maxCharacters = 10 * 1000 * 1000;
    std::function<void(const QString &)> m_sink;
    bool m_open = false;
    bool m_hasFoldNote = false;
    qint64 m_folded = 0;
    QString m_primary = QStringLiteral(">>> ");
    QString m_secondary = QStringLiteral("... ");
    QString m_place;
};

} // namespace Skillet::Ui
