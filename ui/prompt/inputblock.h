// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/linestyler.h"

#include <QString>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace Skillet::Ui {

/// The end of the prompt's document, which the learner edits: a block of code, or the answer to input(). What
/// stands before it is the transcript, which is only read. Knows nothing of keys or of the session.
class InputBlock final
{
public:
    enum class Mode { Code, Answer, Secret };

    InputBlock(QTextDocument &document, const LineStyler &styler);

    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Where the learner's text begins and ends.
    [[nodiscard]] int start() const { return m_start.position(); }
    [[nodiscard]] int end() const;
    [[nodiscard]] QTextBlock firstBlock() const;
    [[nodiscard]] bool contains(int position) const { return position >= start(); }
    [[nodiscard]] bool isEmpty() const;

    /// What was typed; of a secret the real text, not the dots.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);

    /// Puts whole lines (the last one ended too) into the transcript, in front of the block.
    void insertInFront(const QString &lines);

    /// Turns into the field for an answer, behind `prompt` on the same line.
    void beginAnswer(const StyledLine &prompt, bool secret);
    /// Adds to (takes from) the end of a secret, which is edited only there.
    void typeSecret(const QString &text);
    void eraseSecret(int characters);

    /// The answer becomes part of the transcript, and an empty block of code follows it.
    QString commitAnswer();

    /// Colours for the code as it stands.
    void restyle() const;

    /// `cursor` moved into the block, its anchor too.
    [[nodiscard]] QTextCursor clamped(QTextCursor cursor) const;
    [[nodiscard]] bool isOnFirstLine(const QTextCursor &cursor) const;
    [[nodiscard]] bool isOnLastLine(const QTextCursor &cursor) const;

private:
    [[nodiscard]] QTextCursor cursorAtStart() const;

    QTextDocument &m_document;
    const LineStyler &m_styler;
    QTextCursor m_start;
    Mode m_mode = Mode::Code;
    QString m_secret;
    QList<LookRun> m_promptRuns;
};

} // namespace Skillet::Ui
