// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/kslexer.h"

#include "editor/foldlevels.h"
#include "editor/scintilla.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <utility>

namespace Skillet::Ui {

namespace {

// 32 to 39 are Scintilla's own, 40 to 63 are left to annotations.
constexpr int firstReservedStyle = 32;
constexpr int firstFreeStyle = 64;
constexpr int styleCount = 256;
// A longer line is data, not code: a pattern could take seconds for it. Of what is longer, no more is shown:
// Scintilla measures every sign of a line for each key in it, but none that is not seen.
constexpr qsizetype longestLine = KsLexer::longestShownLine;
constexpr int hiddenStyle = 62;

/// Bytes in UTF-8 of the first `count` units of `text` from `from` on.
qsizetype utf8Size(QStringView text, qsizetype from, qsizetype count)
{
    qsizetype bytes = 0;
    const qsizetype end = std::min(from + count, text.size());
    for (qsizetype i = from; i < end; ++i) {
        const char16_t c = text[i].unicode();
        // A surrogate is half of four bytes.
        const bool isTwo = (c >= 0x80 && c < 0x800) || QChar::isSurrogate(c);
        bytes += c < 0x80 ? 1 : isTwo ? 2 : 3;
    }
    return bytes;
}

/// Would code fonts draw the two as one: signs as in !=, and the letters in 0x1F and www?
bool formsLigature(char before, char after)
{
    const auto isSign = [](char byte) {
        return byte > ' ' && byte < 127 && std::isalnum(static_cast<uchar>(byte)) == 0;
    };
    return (isSign(before) && isSign(after)) || (before == '0' && after == 'x')
        || (before == 'w' && after == 'w');
}

} // namespace

/// Hands the formats of a line on to the lexer.
class KsLexer::Highlighter final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit Highlighter(KsLexer &lexer)
        : m_lexer(lexer)
    { }
    using AbstractHighlighter::highlightLine;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        m_lexer.applyFormat(offset, length, format);
    }

private:
    KsLexer &m_lexer;
};

KsLexer::KsLexer(const CodeHighlighter &highlighter, QObject *parent)
    : QsciLexerCustom(parent)
    , m_codeHighlighter(highlighter)
    , m_highlighter(std::make_unique<Highlighter>(*this))
{ }

KsLexer::~KsLexer() = default;

void KsLexer::setFileName(const QString &fileName)
{
    const KSyntaxHighlighting::Definition definition = m_codeHighlighter.definitionForFile(fileName);
    if (!m_language.isEmpty() && definition == m_highlighter->definition())
        return;
    m_highlighter->setDefinition(definition);
    m_language = definition.isValid() ? definition.name().toUtf8() : QByteArrayLiteral("Text");
    restyle();
}

void KsLexer::restyle()
{
    m_highlighter->setTheme(m_codeHighlighter.codeTheme());
    m_styleOfFormat.clear();
    m_styleOfLook.clear();
    m_twins.clear();
    m_nextStyle = 1;
    forgetStates();
    if (editor() != nullptr) {
        defineStyles();
        editor()->SendScintilla(QsciScintillaBase::SCI_STARTSTYLING, 0UL);
        editor()->viewport()->update();
    }
}

/// All at once: a style changed while Scintilla paints, and so asks for styling, ends the program by an
/// assertion of Scintilla's.
void KsLexer::defineStyles()
{
    QVector<KSyntaxHighlighting::Definition> definitions = m_highlighter->definition().includedDefinitions();
    definitions.prepend(m_highlighter->definition());
    editor()->SendScintilla(QsciScintillaBase::SCI_STYLESETVISIBLE, static_cast<unsigned long>(hiddenStyle),
                            0L);
    (void)twinOf(0);
    for (const KSyntaxHighlighting::Definition &definition : std::as_const(definitions)) {
        const auto formats = definition.formats();
        for (const KSyntaxHighlighting::Format &format : formats)
            (void)twinOf(styleFor(format));
    }
}

void KsLexer::forgetStates()
{
    m_states.clear();
    m_lastDirty = -1;
}

void KsLexer::setEditor(QsciScintilla *newEditor)
{
    if (editor() != nullptr)
        disconnect(editor(), &QsciScintillaBase::SCN_MODIFIED, this, nullptr);
    QsciLexerCustom::setEditor(newEditor);
    forgetStates();
    if (newEditor == nullptr)
        return;
    const long mask = newEditor->SendScintilla(QsciScintillaBase::SCI_GETMODEVENTMASK);
    newEditor->SendScintilla(QsciScintillaBase::SCI_SETMODEVENTMASK,
                             static_cast<unsigned long>(mask | QsciScintillaBase::SC_MOD_BEFOREINSERT
                                                        | QsciScintillaBase::SC_MOD_BEFOREDELETE));
    connect(newEditor, &QsciScintillaBase::SCN_MODIFIED, this,
            [this](int position, int type) { noteModification(position, type); });
}

/// Scintilla scrolls, and so styles, between a change and the word of it. Therefore the place is noted when
/// the change is announced, and the states follow as soon as anybody asks.
void KsLexer::noteModification(int position, int type)
{
    if ((type & (QsciScintillaBase::SC_MOD_BEFOREINSERT | QsciScintillaBase::SC_MOD_BEFOREDELETE)) != 0) {
        m_changeLine = static_cast<int>(editor()->SendScintilla(QsciScintillaBase::SCI_LINEFROMPOSITION,
                                                                static_cast<unsigned long>(position)));
        m_linesBefore = editor()->lines();
        m_lengthBefore = editor()->SendScintilla(QsciScintillaBase::SCI_GETLENGTH);
    } else if ((type & (QsciScintillaBase::SC_MOD_INSERTTEXT | QsciScintillaBase::SC_MOD_DELETETEXT)) != 0) {
        followChange();
    }
}

void KsLexer::followChange()
{
    if (m_changeLine < 0 || editor()->SendScintilla(QsciScintillaBase::SCI_GETLENGTH) == m_lengthBefore)
        return; // none, or announced only
    noteChange(std::exchange(m_changeLine, -1), editor()->lines() - m_linesBefore);
}

const char *KsLexer::language() const
{
    return m_language.constData();
}

QString KsLexer::description(int style) const
{
    // Only the default style is QScintilla's to set; the others are defined here when they are first met.
    return style == 0 ? QStringLiteral("Text") : QString();
}

/// Keeps m_states in step with the lines of the document.
void KsLexer::noteChange(int line, int linesAdded)
{
    const int known = static_cast<int>(m_states.size());
    if (line >= known)
        return; // not styled yet
    const auto at = m_states.begin() + line;
    if (linesAdded > 0)
        m_states.insert(at, static_cast<std::size_t>(linesAdded), KSyntaxHighlighting::State());
    else if (linesAdded < 0)
        m_states.erase(at, at + std::min(-linesAdded, known - line));
    if (m_lastDirty > line)
        m_lastDirty = std::max(line, m_lastDirty + linesAdded);
    m_lastDirty = std::max(m_lastDirty, line + std::max(linesAdded, 0));
}

KSyntaxHighlighting::State KsLexer::stateBefore(int line) const
{
    if (line <= 0 || line > static_cast<int>(m_states.size()))
        return {};
    return m_states[static_cast<std::size_t>(line) - 1];
}

void KsLexer::styleText(int start, int end)
{
    if (editor() == nullptr)
        return;
    followChange();
    const auto send = [this](unsigned int message, int value = 0) {
        return static_cast<int>(editor()->SendScintilla(message, static_cast<unsigned long>(value)));
    };
    // A line whose predecessor is not known yet cannot be coloured: begin earlier then.
    const int first =
        std::min(send(QsciScintillaBase::SCI_LINEFROMPOSITION, start), static_cast<int>(m_states.size()));
    const int last = std::max(first, send(QsciScintillaBase::SCI_LINEFROMPOSITION, std::max(start, end - 1)));
    const int lineCount = send(QsciScintillaBase::SCI_GETLINECOUNT);

    QByteArray styles;
    int line = first;
    bool settled = false;
    for (; line <= last && line < lineCount && !settled; ++line) {
        const auto index = static_cast<std::size_t>(line);
        const bool known = index < m_states.size();
        const KSyntaxHighlighting::State before = known ? m_states[index] : KSyntaxHighlighting::State();
        styleLine(line, styles);
        settled = known && line >= m_lastDirty && before == m_states[index];
    }
    const int known = static_cast<int>(m_states.size());
    if (settled)
        m_lastDirty = -1; // all that was styled before still holds
    else if (line < known)
        m_lastDirty = std::max(m_lastDirty, line); // what follows was styled after another state
    send(QsciScintillaBase::SCI_STARTSTYLING, send(QsciScintillaBase::SCI_POSITIONFROMLINE, first));
    editor()->SendScintilla(QsciScintillaBase::SCI_SETSTYLINGEX, static_cast<unsigned long>(styles.size()),
                            styles.constData());
    setFoldLevels(*editor(), first, line - 1);
    if (!settled || line >= known)
        return;
    const int resume = known >= lineCount ? send(QsciScintillaBase::SCI_GETLENGTH)
                                          : send(QsciScintillaBase::SCI_POSITIONFROMLINE, known);
    send(QsciScintillaBase::SCI_STARTSTYLING, resume);
    if (resume < end)
        styleText(resume, end); // lines beyond all that was ever styled
}

/// Appends the styles of one line, with its end, to `styles` and stores the state it ends in.
void KsLexer::styleLine(int line, QByteArray &styles)
{
    const auto number = static_cast<unsigned long>(line);
    const long start = editor()->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, number);
    const long contentEnd = editor()->SendScintilla(QsciScintillaBase::SCI_GETLINEENDPOSITION, number);
    const long size = editor()->SendScintilla(QsciScintillaBase::SCI_LINELENGTH, number);
    m_lineBytes = contentEnd - start;
    const qsizetype offset = styles.size();
    styles.append(size, '\0');
    m_lineStyles = styles.data() + offset;

    KSyntaxHighlighting::State state = stateBefore(line);
    if (m_lineBytes <= longestLine) {
        m_bytes.resize(m_lineBytes + 1); // Scintilla appends a NUL
        editor()->SendScintilla(QsciScintillaBase::SCI_GETTEXTRANGE, start, contentEnd, m_bytes.data());
        m_text = QString::fromUtf8(m_bytes.constData(), m_lineBytes);
        state = m_highlighter->highlightLine(QStringView(m_text), state);
        partLigatures();
    } else {
        hideEnd(start);
    }
    ++m_linesStyled;
    const auto index = static_cast<std::size_t>(line);
    if (index < m_states.size())
        m_states[index] = state;
    else
        m_states.push_back(state);
}

void KsLexer::hideEnd(long lineStart)
{
    qsizetype from = longestLine;
    const auto isInside = [&] { // of a character of several bytes
        const long byte = editor()->SendScintilla(QsciScintillaBase::SCI_GETCHARAT,
                                                  static_cast<unsigned long>(lineStart + from));
        return (byte & 0xC0) == 0x80;
    };
    while (from > 0 && isInside())
        --from;
    std::memset(m_lineStyles + from, hiddenStyle, static_cast<std::size_t>(m_lineBytes - from));
}

void KsLexer::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const int style = styleFor(format);
    if (style == 0 || length <= 0)
        return;
    qsizetype from = offset;
    qsizetype count = length;
    if (m_text.size() != m_lineBytes) {
        from = utf8Size(m_text, 0, offset);
        count = utf8Size(m_text, offset, length);
    }
    // Bytes that are no UTF-8 count otherwise than the text made of them: never write beyond the line.
    from = std::min(from, m_lineBytes);
    count = std::min(count, m_lineBytes - from);
    std::memset(m_lineStyles + from, style, static_cast<std::size_t>(count));
}

/// Whoever learns must see the characters to type, but code fonts draw != or -> as one sign, and QScintilla
/// has no switch for it. What is styled differently is drawn apart; so neighbours get two styles of one look.
void KsLexer::partLigatures()
{
    for (qsizetype at = 1; at < m_lineBytes; ++at) {
        char &style = m_lineStyles[at];
        if (m_lineStyles[at - 1] == style && formsLigature(m_bytes[at - 1], m_bytes[at]))
            style = static_cast<char>(twinOf(static_cast<uchar>(style)));
    }
}

int KsLexer::twinOf(int style)
{
    const auto found = m_twins.constFind(style);
    if (found != m_twins.constEnd())
        return *found;
    const int twin = newStyle();
    if (twin == 0)
        return style;
    const auto from = static_cast<unsigned long>(style);
    const auto copy = [&](unsigned int get, unsigned int set) {
        editor()->SendScintilla(set, static_cast<unsigned long>(twin), editor()->SendScintilla(get, from));
    };
    copy(QsciScintillaBase::SCI_STYLEGETFORE, QsciScintillaBase::SCI_STYLESETFORE);
    copy(QsciScintillaBase::SCI_STYLEGETBOLD, QsciScintillaBase::SCI_STYLESETBOLD);
    copy(QsciScintillaBase::SCI_STYLEGETITALIC, QsciScintillaBase::SCI_STYLESETITALIC);
    m_twins.insert(style, twin);
    m_twins.insert(twin, style);
    return twin;
}

int KsLexer::styleFor(const KSyntaxHighlighting::Format &format)
{
    const auto found = m_styleOfFormat.constFind(format.id());
    if (found != m_styleOfFormat.constEnd())
        return *found;
    const KSyntaxHighlighting::Theme codeTheme = m_highlighter->theme();
    const int style = format.isDefaultTextStyle(codeTheme)
        ? 0
        : styleForLook(format.textColor(codeTheme).rgb(), format.isBold(codeTheme),
                       format.isItalic(codeTheme));
    m_styleOfFormat.insert(format.id(), style);
    return style;
}

int KsLexer::styleForLook(QRgb color, bool bold, bool italic)
{
    const quint64 key = (static_cast<quint64>(color) << 2) | (bold ? 2U : 0U) | (italic ? 1U : 0U);
    const auto found = m_styleOfLook.constFind(key);
    if (found != m_styleOfLook.constEnd())
        return *found;
    const int style = newStyle();
    if (style == 0)
        return 0; // plain text is readable too
    m_styleOfLook.insert(key, style);
    const auto number = static_cast<unsigned long>(style);
    editor()->SendScintilla(QsciScintillaBase::SCI_STYLESETFORE, number, QColor::fromRgb(color));
    editor()->SendScintilla(QsciScintillaBase::SCI_STYLESETBOLD, number, bold ? 1L : 0L);
    editor()->SendScintilla(QsciScintillaBase::SCI_STYLESETITALIC, number, italic ? 1L : 0L);
    return style;
}

/// 0 where there are more looks than Scintilla has styles.
int KsLexer::newStyle()
{
    if (m_nextStyle >= styleCount)
        return 0;
    const int style = m_nextStyle++;
    if (m_nextStyle == firstReservedStyle)
        m_nextStyle = firstFreeStyle;
    return style;
}

} // namespace Skillet::Ui
