// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/transcript.h"

#include "prompt/picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBlock>
#include <QTextCursor>

namespace Skillet::Ui {

namespace {

/// Lines that go at once when there are too many, so that a flood does not fold line by line.
constexpr int FoldStep = 500;

LineData *newData(const StyledLine &line, LineKind kind)
{
    const bool plain = kind == LineKind::Output && line.runs.isEmpty() && !line.wraps && !line.slice.picture;
    if (plain)
        return nullptr;
    auto data = std::make_unique<LineData>(kind, line.runs, line.wraps);
    data->slice = line.slice;
    return data.release(); // the block owns it
}

StyledLine foldNote(qint64 folded)
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("Skillet::Ui::Transcript", text);
    };
    StyledLine line;
    const auto add = [&line](const QString &text, const TextLook &look) {
        line.runs.append({line.text.size(), text.size(), look});
        line.text += text;
    };
    TextLook quiet;
    quiet.color = ColorRole::Muted;
    quiet.italic = true;
    TextLook link;
    link.color = ColorRole::Accent;
    add(say("Earlier lines folded away to keep the prompt quick: %1.").arg(QLocale().toString(folded)),
        quiet);
    line.text += QLatin1String("  ");
    link.link = QStringLiteral("folded:show");
    add(say("Show"), link);
    line.text += QLatin1String("  ");
    link.link = QStringLiteral("folded:save");
    add(say("Save all to a file"), link);
    return line;
}

} // namespace

Transcript::Transcript(QTextDocument &document, InputBlock &input, const LineStyler &styler)
    : m_document(document)
    , m_input(input)
    , m_styler(styler)
{ }

void Transcript::setLimits(int lines, int characters)
{
    m_maxLines = lines;
    m_maxCharacters = characters;
}

// The lines go in as one text; the block that held the beginning of the input now holds the first of them.
void Transcript::insert(const QList<StyledLine> &lines, LineKind kind)
{
    if (lines.isEmpty())
        return;
    QString text;
    for (const StyledLine &line : lines)
        text += line.text + u'\n';
    const int number = m_input.firstBlock().blockNumber();
    m_input.insertInFront(text);
    QTextBlock block = m_document.findBlockByNumber(number);
    for (const StyledLine &line : lines) {
        LineData *data = newData(line, kind);
        if (kind == LineKind::Input || kind == LineKind::Continuation)
            data->prompt = kind == LineKind::Input ? primaryPrompt() : m_secondary;
        block.setUserData(data);
        m_styler.style(block);
        block = block.next();
    }
    m_input.restyle();
}

void Transcript::add(const QList<StyledLine> &lines, LineKind kind)
{
    endOpenLine();
    insert(lines, kind);
    foldOldest();
}

void Transcript::setPrompts(const QString &primary, const QString &secondary)
{
    m_primary = primary;
    m_secondary = secondary;
}

void Transcript::addCode(const QString &code)
{
    QList<StyledLine> lines;
    for (const QString &line : code.split(u'\n'))
        lines.append({line, {}, false});
    endOpenLine();
    insert(lines.first(1), LineKind::Input);
    const QTextBlock first = m_input.firstBlock().previous();
    insert(lines.sliced(1), LineKind::Continuation);
    m_styler.styleCode(first, m_input.firstBlock().previous());
    foldOldest();
}

void Transcript::addOutput(const QList<StyledLine> &finished, const StyledLine &open, int takenBack)
{
    QList<StyledLine> lines = finished;
    const bool staysOpen = !open.text.isEmpty();
    if (staysOpen)
        lines.append(open);
    dropOpenLine();
    dropLines(takenBack);
    insert(lines, LineKind::Output);
    m_open = staysOpen;
    foldOldest();
}

StyledLine Transcript::takeOpenLine()
{
    StyledLine line;
    const QTextBlock block = m_input.firstBlock().previous();
    if (m_open && block.isValid()) {
        line.text = block.text();
        if (const LineData *data = lineData(block))
            line.runs = data->runs;
    }
    dropOpenLine();
    return line;
}

void Transcript::dropOpenLine()
{
    if (m_open)
        dropLines(1);
    m_open = false;
}

// The last ones of the program's; never what it did not write.
void Transcript::dropLines(int lines)
{
    QTextBlock first = m_input.firstBlock();
    for (QTextBlock block = first.previous(); lines > 0 && block.isValid();
         block = block.previous(), --lines) {
        const LineData *data = lineData(block);
        if (lineKind(block) != LineKind::Output || (data && data->slice.picture))
            break;
        first = block;
    }
    if (first == m_input.firstBlock())
        return;
    QTextCursor cursor(&m_document);
    cursor.setPosition(first.position());
    cursor.setPosition(m_input.firstBlock().position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QTextBlock left = cursor.block();
    left.setUserData(nullptr);
    m_input.restyle();
}

void Transcript::countFolded(qint64 lines)
{
    m_folded += lines;
    if (lines > 0)
        showFolded();
}

void Transcript::foldOldest()
{
    const int transcriptLines = m_input.firstBlock().blockNumber();
    int excess = transcriptLines - m_maxLines;
    if (excess > 0)
        excess += FoldStep;
    else if (m_document.characterCount() > m_maxCharacters)
        excess = transcriptLines / 4;
    const int keep = m_hasFoldNote ? 1 : 0;
    excess = std::min(excess, transcriptLines - keep - (m_open ? 1 : 0));
    if (excess > 0)
        fold(excess);
}

QString Transcript::textOf(int from, int to) const
{
    QString text;
    QTextBlock block = m_document.findBlockByNumber(from);
    for (int number = from; number < to && block.isValid(); ++number, block = block.next()) {
        const LineData *data = lineData(block);
        if (data)
            text += data->prompt;
        if (data && data->slice.picture) {
            if (data->slice.index == 0)
                text += data->slice.picture->text() + u'\n';
            continue;
        }
        text += block.text();
        if (!data || !data->wraps)
            text += u'\n';
    }
    return text;
}

QString Transcript::text() const
{
    return textOf(m_hasFoldNote ? 1 : 0, m_input.firstBlock().blockNumber());
}

void Transcript::foldAll()
{
    dropOpenLine();
    const int lines = m_input.firstBlock().blockNumber() - (m_hasFoldNote ? 1 : 0);
    if (lines > 0)
        fold(lines);
}

void Transcript::fold(int excess)
{
    const int keep = m_hasFoldNote ? 1 : 0;
    if (m_sink)
        m_sink(textOf(keep, keep + excess));
    const QTextBlock first = m_document.findBlockByNumber(keep);
    const QTextBlock last = m_document.findBlockByNumber(keep + excess);
    const LineData *data = lineData(last);
    LineData *kept = data ? data->copy().release() : nullptr;
    QTextCursor cursor(&m_document);
    cursor.setPosition(first.position());
    cursor.setPosition(last.position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QTextBlock merged = m_document.findBlockByNumber(keep);
    merged.setUserData(kept);
    if (kept && kept->kind == LineKind::Input)
        m_styler.styleCode(merged, merged);
    else if (merged != m_input.firstBlock())
        m_styler.style(merged);
    m_input.restyle();
    m_folded += excess;
    showFolded();
}

void Transcript::showFolded()
{
    const StyledLine line = foldNote(m_folded);
    QTextCursor cursor(&m_document);
    if (m_hasFoldNote) {
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(line.text);
    } else {
        // A new first line: the data of the old one stays with its text.
        const LineData *data = lineData(m_document.firstBlock());
        LineData *moved = data ? data->copy().release() : nullptr;
        if (m_input.firstBlock() == m_document.firstBlock())
            m_input.insertInFront(line.text + u'\n');
        else
            cursor.insertText(line.text + u'\n');
        QTextBlock second = m_document.firstBlock().next();
        second.setUserData(moved);
        if (lineKind(second) == LineKind::Input)
            m_styler.styleCode(second, second);
        else
            m_styler.style(second);
        m_hasFoldNote = true;
    }
    QTextBlock first = m_document.firstBlock();
    first.setUserData(newData(line, LineKind::Notice));
    m_styler.style(first);
}

void Transcript::setGreeting(const StyledLine &line)
{
    QTextBlock first = m_document.firstBlock();
    if (lineKind(first) != LineKind::Greeting)
        return;
    QTextCursor cursor(first);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(line.text);
    first = m_document.firstBlock();
    first.setUserData(newData(line, LineKind::Greeting));
    m_styler.style(first);
}

void Transcript::clear()
{
    QTextCursor cursor(&m_document);
    cursor.setPosition(m_input.firstBlock().position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QTextBlock first = m_document.firstBlock();
    first.setUserData(nullptr);
    m_input.restyle();
    m_open = false;
    m_hasFoldNote = false;
    m_folded = 0;
}

void Transcript::restyle() const
{
    m_styler.styleAll(m_document, m_input.firstBlock());
    m_input.restyle();
}

} // namespace Skillet::Ui
