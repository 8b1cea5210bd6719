// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/errormarks.h"

#include "editor/positions.h"
#include "editor/scintilla.h"

#include <QEvent>
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
        &m_editor, &QsciScintilla::textChanged, this, [this] { followText(); }, Qt::QueuedConnection);
    m_editor.viewport()->installEventFilter(this);
}

void ErrorMarks::show(const Runner::SourceRange &range, const QString &message)
{
    clear();
    m_range = range;
    m_message = message;
    const Span bytes = markedBytes(range);
    const int shown = editorPlace(m_editor, bytes.from).line - 1;
    m_lineText = lineText(shown);
    place(shown);
}

void ErrorMarks::place(int line)
{
    const int moved = line + 1 - m_range.line;
    Runner::SourceRange range = m_range;
    range.line = line + 1;
    range.endLine = range.endLine < 0 ? -1 : range.endLine + moved;
    // A place beyond the text is no place on its last line.
    const Span bytes = markedBytes(m_lastLine < 0 ? m_range : range);
    m_range = range;
    m_lastLine = line;
    for (const int indicator : {boxIndicator, underlineIndicator}) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                               static_cast<unsigned long>(indicator));
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE,
                               static_cast<unsigned long>(bytes.from),
                               static_cast<long>(bytes.to - bytes.from));
    }
    m_handle = m_editor.markerAdd(line, marker);
    annotate();
}

void ErrorMarks::annotate()
{
    const int shown = line();
    if (shown < 0 || m_message.isEmpty())
        return;
    const QString text = wrapped(m_message, shown);
    if (annotationOf(m_editor, shown) == text)
        return;
    m_editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONSETTEXT, static_cast<unsigned long>(shown),
                           text.toUtf8().constData());
    m_editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONSETSTYLE, static_cast<unsigned long>(shown),
                           static_cast<long>(annotationStyle));
}

QString ErrorMarks::annotationOf(const QsciScintilla &editor, int line)
{
    const auto number = static_cast<unsigned long>(line);
    const long size =
        editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, number, static_cast<void *>(nullptr));
    QByteArray bytes(size + 1, '\0');
    editor.SendScintilla(QsciScintillaBase::SCI_ANNOTATIONGETTEXT, number, bytes.data());
    return QString::fromUtf8(bytes.constData(), size);
}

void ErrorMarks::clear()
{
    m_lastLine = -1;
    hide();
}

void ErrorMarks::hide()
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

// The message wraps at the edge, wherever that is now; a tab that was never seen has another width at first.
bool ErrorMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_handle >= 0)
        QMetaObject::invokeMethod(
            this, [this] { annotate(); }, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

int ErrorMarks::line() const
{
    return m_handle < 0 ? -1 : m_editor.markerLine(m_handle);
}

bool ErrorMarks::readsAsBefore(int line) const
{
    return line >= 0 && line < m_editor.lines() && lineText(line) == m_lineText;
}

/// A line that was replaced by its like has lost its marks.
bool ErrorMarks::isMarkedAt(int line) const
{
    const long begin =
        m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    const long marked = m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT,
                                               static_cast<unsigned long>(boxIndicator), begin);
    const long next = m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATOREND,
                                             static_cast<unsigned long>(boxIndicator), begin);
    const long end =
        begin + m_editor.SendScintilla(QsciScintillaBase::SCI_LINELENGTH, static_cast<unsigned long>(line));
    return marked != 0 || (next > begin && next < end) || m_lineText.trimmed().isEmpty();
}

void ErrorMarks::followText()
{
    if (m_handle >= 0 && readsAsBefore(line()) && isMarkedAt(line())) {
        m_lastLine = line();
        return;
    }
    hide();
    if (!m_lineText.trimmed().isEmpty() && readsAsBefore(m_lastLine))
        place(m_lastLine);
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
