// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/inputblock.h"

namespace Skillet::Ui {

namespace {

constexpr char16_t Dot = u'\u2022';
/// Shown for every secret once it was given, so that its length stays secret too.
constexpr int CommittedDots = 6;

} // namespace

InputBlock::InputBlock(QTextDocument &document, const LineStyler &styler)
    : m_document(document)
    , m_styler(styler)
    , m_start(&document)
{
    m_start.movePosition(QTextCursor::End);
    // What is typed at the very start is the learner's text too.
    m_start.setKeepPositionOnInsert(true);
}

int InputBlock::end() const
{
    return m_document.characterCount() - 1;
}

// Not a copy of m_start: its anchor goes along with what is typed.
QTextCursor InputBlock::cursorAtStart() const
{
    QTextCursor cursor(&m_document);
    cursor.setPosition(start());
    return cursor;
}

QTextBlock InputBlock::firstBlock() const
{
    return m_start.block();
}

bool InputBlock::isEmpty() const
{
    return start() == end();
}

QString InputBlock::text() const
{
    if (m_mode == Mode::Secret)
        return m_secret;
    QTextCursor cursor = cursorAtStart();
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    return cursor.selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

void InputBlock::setText(const QString &text)
{
    QTextCursor cursor = cursorAtStart();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    if (m_mode == Mode::Secret) {
        m_secret = text;
        cursor.insertText(QString(text.size(), QChar(Dot)));
    } else {
        cursor.insertText(text);
    }
    restyle();
    cursor.endEditBlock();
}

void InputBlock::insertInFront(const QString &lines)
{
    QTextCursor cursor(firstBlock());
    cursor.block().setUserData(nullptr);
    m_start.setKeepPositionOnInsert(false);
    cursor.insertText(lines);
    m_start.setKeepPositionOnInsert(true);
}

void InputBlock::beginAnswer(const StyledLine &prompt, bool secret)
{
    // A line typed ahead is an answer given early; several lines are code, which the caller has taken away.
    const QString typed = text();
    setText(QString());
    m_secret.clear();
    cursorAtStart().insertText(prompt.text);
    m_start.movePosition(QTextCursor::End);
    m_mode = secret ? Mode::Secret : Mode::Answer;
    m_promptRuns = prompt.runs;
    setText(typed);
}

void InputBlock::typeSecret(const QString &text)
{
    setText(m_secret + text);
}

void InputBlock::eraseSecret(int characters)
{
    qsizetype keep = std::max<qsizetype>(m_secret.size() - characters, 0);
    if (keep > 0 && keep < m_secret.size() && m_secret[keep].isLowSurrogate())
        --keep;
    setText(m_secret.first(keep));
}

QString InputBlock::commitAnswer()
{
    const QString typed = text();
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    if (m_mode == Mode::Secret)
        setText(QString(CommittedDots, u'*'));
    const int firstNumber = firstBlock().blockNumber();
    const qsizetype promptLength = start() - firstBlock().position();
    cursor.movePosition(QTextCursor::End);
    cursor.insertBlock();
    QTextBlock block = m_document.findBlockByNumber(firstNumber);
    QList<LookRun> runs = m_promptRuns;
    TextLook answer;
    answer.color = ColorRole::Accent;
    runs.append({promptLength, block.length() - 1 - promptLength, answer});
    block.setUserData(new LineData(LineKind::Answer, runs, false));
    m_styler.style(block);
    m_document.lastBlock().setUserData(nullptr);
    m_mode = Mode::Code;
    m_secret.clear();
    m_promptRuns.clear();
    m_start.movePosition(QTextCursor::End);
    restyle();
    cursor.endEditBlock();
    return typed;
}

void InputBlock::restyle() const
{
    if (m_mode == Mode::Code) {
        m_styler.styleCode(firstBlock(), m_document.lastBlock());
        return;
    }
    QTextBlock block = firstBlock();
    block.setUserData(new LineData(LineKind::Answer, m_promptRuns, false));
    m_styler.style(block);
}

QTextCursor InputBlock::clamped(QTextCursor cursor) const
{
    const int anchor = std::max(cursor.anchor(), start());
    const int position = std::max(cursor.position(), start());
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    return cursor;
}

bool InputBlock::isOnFirstLine(const QTextCursor &cursor) const
{
    return cursor.block() == firstBlock();
}

bool InputBlock::isOnLastLine(const QTextCursor &cursor) const
{
    return cursor.block() == m_document.lastBlock();
}

} // namespace Skillet::Ui
