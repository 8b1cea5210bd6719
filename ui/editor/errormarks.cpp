// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/errormarks.h"

#include "editor/positions.h"
#include "editor/scintilla.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <algorithm>

namespace Skillet::Ui {

namespace {

// Scintilla counts the fractions of a point in hundredths.
constexpr double sizeUnits = 100.0;

} // namespace

ErrorMarks::ErrorMarks(QsciScintilla &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    m_editor.markerDefine(QsciScintilla::RightTriangle, marker);
    m_editor.indicatorDefine(QsciScintilla::StraightBoxIndicator, boxIndicator);
    m_editor.setIndicatorDrawUnder(true, boxIndicator);
    // The underline tells the range apart where the tint does not: colour is never the only sign.
    m_editor.indicatorDefine(QsciScintilla::ThickCompositionIndicator, underlineIndicator);
    m_editor.setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    // Queued: nothing may be changed from within Scintilla's notification.
    connect(
        &m_editor, &QsciScintilla::textChanged, this, [this] { clearWhenChanged(); }, Qt::QueuedConnection);
}

void ErrorMarks::show(const Runner::SourceRange &range, const QString &message)
{
    clear();
    const Span bytes = markedBytes(range);
    const int shown = editorPlace(m_editor, bytes.from).line - 1;
    for (const int indicator : {boxIndicator, underlineIndicator}) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                               static_cast<unsigned long>(indicator));
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE,
                               static_cast<unsigned long>(bytes.from),
                               static_cast<long>(bytes.to - bytes.from));
    }
    m_handle = m_editor.markerAdd(shown, marker);
    m_lineText = lineText(shown);
    if (!message.isEmpty()) {
        const QByteArray text = wrapped(message, shown).toUtf8();
        m_editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONSETTEXT, static_cast<unsigned long>(shown),
                               text.constData());
        m_editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONSETSTYLE, static_cast<unsigned long>(shown),
                               static_cast<long>(annotationStyle));
    }
}

void ErrorMarks::clear()
{
    if (m_handle < 0)
        return;
    m_handle = -1;
    m_editor.markerDeleteAll(marker);
    m_editor.clearAnnotations();
    const long length = m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH);
    for (const int indicator : {boxIndicator, underlineIndicator}) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                               static_cast<unsigned long>(indicator));
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0UL, length);
    }
}

int ErrorMarks::line() const
{
    return m_handle < 0 ? -1 : m_editor.markerLine(m_handle);
}

void ErrorMarks::clearWhenChanged()
{
    if (m_handle >= 0 && (line() < 0 || lineText(line()) != m_lineText))
        clear();
}

void ErrorMarks::applyTheme()
{
    const QColor error = m_theme.color(ColorRole::Error);
    m_editor.setMarkerForegroundColor(error, marker);
    m_editor.setMarkerBackgroundColor(error, marker);
    m_editor.setIndicatorForegroundColor(error, boxIndicator);
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICSETALPHA, static_cast<unsigned long>(boxIndicator),
                           36L);
    m_editor.SendScintilla(QsciScintillaBase::SCI_INDICSETOUTLINEALPHA,
                           static_cast<unsigned long>(boxIndicator), 150L);
    m_editor.setIndicatorForegroundColor(error, underlineIndicator);

    const QFont font = m_theme.font(FontRole::InterfaceSmall);
    const auto style = static_cast<unsigned long>(annotationStyle);
    m_editor.SendScintilla(QsciScintillaBase::SCI_STYLESETFONT, style, font.family().toUtf8().constData());
    m_editor.SendScintilla(QsciScintillaBase::SCI_STYLESETSIZEFRACTIONAL, style,
                           static_cast<long>(QFontInfo(font).pointSizeF() * sizeUnits));
    m_editor.SendScintilla(QsciScintillaBase::SCI_STYLESETFORE, style, m_theme.color(ColorRole::Text));
    m_editor.SendScintilla(QsciScintillaBase::SCI_STYLESETBACK, style, m_theme.color(ColorRole::ErrorSoft));
}

ErrorMarks::Span ErrorMarks::markedBytes(const Runner::SourceRange &range) const
{
    const int line = std::clamp(range.line, 1, std::max(1, m_editor.lines()));
    const QString text = lineText(line - 1);
    EditorPlace from{line, range.column};
    EditorPlace to{range.endLine < line ? line : range.endLine, range.endColumn};
    if (range.column < 0 || range.line != line || (to.line == line && range.column >= text.size())) {
        // No exact place: the line without the white space around it.
        const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
        from = {line, static_cast<int>(first - text.begin())};
        to = {line, static_cast<int>(text.size())};
        while (to.column > from.column && text[to.column - 1].isSpace())
            --to.column;
    } else if (range.endColumn < 0 || (to.line == line && to.column <= from.column)) {
        to = {line, from.column + 1}; // only its beginning is known, as with most syntax errors
    }
    return {bytePosition(m_editor, from), bytePosition(m_editor, to)};
}

QString ErrorMarks::lineText(int line) const
{
    QString text = m_editor.text(line);
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

/// Scintilla does not wrap annotations; beyond the edge nobody reads them.
QString ErrorMarks::wrapped(const QString &message, int shownLine) const
{
    const QFontMetrics metrics(m_theme.font(FontRole::InterfaceSmall));
    int left = 0; // of the annotation, which begins where the line's text does
    for (int each = 0; each < m_editor.margins(); ++each)
        left += m_editor.marginWidth(each);
    const auto number = static_cast<unsigned long>(shownLine);
    const long space = m_editor.SendScintilla(QsciScintillaBase::SCI_GETLINEINDENTATION, number);
    left += static_cast<int>(space) * QFontMetrics(m_theme.font(FontRole::Code)).horizontalAdvance(u' ');
    const int width = std::max(m_theme.scaled(200), m_editor.viewport()->width() - left - m_theme.scaled(48));
    QString result;
    QString line;
    const auto words = message.simplified().left(1000).split(u' ');
    for (const QString &word : words) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
            result += QStringLiteral(" %1 \n").arg(line);
            line = word;
        } else {
            line = longer;
        }
    }
    return result + QStringLiteral(" %1 ").arg(line);
}

} // namespace Skillet::Ui
