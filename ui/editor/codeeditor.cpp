// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/codeeditor.h"

#include "editor/bookmarks.h"
#include "editor/bracketpairs.h"
#include "editor/editorsearch.h"
#include "editor/folding.h"
#include "editor/kslexer.h"
#include "editor/positions.h"
#include "editor/scintilla.h"
#include "editor/typingaid.h"
#include "names/dottedname.h"

#include <QFontInfo>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace Skillet::Ui {

namespace {

constexpr int longestLine = 88;
// Scintilla counts the fractions of a point in hundredths.
constexpr double sizeUnits = 100.0;
constexpr int numberMargin = 0;

/// Commands of Scintilla's that stay on Control and a letter; the others would take keys away from the
/// window.
bool staysBound(int key)
{
    const int code = key & ~static_cast<int>(Qt::KeyboardModifierMask);
    const bool control = (key & static_cast<int>(Qt::ControlModifier)) != 0;
    const bool printable = code < static_cast<int>(Qt::Key_Escape);
    if (!control || !printable)
        return true;
    static constexpr std::array kept = {Qt::Key_Z, Qt::Key_Y, Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_A};
    return std::any_of(kept.begin(), kept.end(), [key](Qt::Key letter) {
        return key == (static_cast<int>(Qt::ControlModifier) | letter);
    });
}

QString normalized(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    return text;
}

} // namespace

CodeEditor::CodeEditor(const Theme &theme, const CodeHighlighter &highlighter, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_lexer(new KsLexer(highlighter, this))
    , m_errors(nullptr)
    , m_problems(nullptr)
    , m_bookmarks(nullptr)
    , m_folding(nullptr)
    , m_typing(new TypingAid(*this))
{
    setUpBehaviour();
    releaseShortcuts();
    m_errors = new ErrorMarks(*this, theme);
    m_problems = new ProblemMarks(*this, theme);
    m_bookmarks = new Bookmarks(*this, theme);
    m_folding = new Folding(*this, theme);
    m_lexer->setFileName(QString());
    setLexer(m_lexer);
    new BracketPairs(*this, *m_lexer);
    applyTheme();
    connect(&highlighter, &CodeHighlighter::changed, this, &CodeEditor::applyTheme);
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::fitLineNumbers);
    connect(this, &QsciScintilla::cursorPositionChanged, this, [this] {
        const EditorPlace place = caretPlace();
        Q_EMIT caretMoved(place.line, place.column + 1);
    });
}

CodeEditor::~CodeEditor()
{
    setLexer(nullptr); // before the lexer, a child, goes
}

void CodeEditor::setUpBehaviour()
{
    setUtf8(true);
    setEolMode(EolUnix);
    setFrameShape(QFrame::NoFrame);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(false); // TypingAid knows Python
    setIndentationGuides(true);
    setWrapMode(WrapNone);
    SendScintilla(SCI_SETSCROLLWIDTH, 1UL);
    setScrollWidthTracking(true);
    setEdgeMode(EdgeLine);
    setEdgeColumn(longestLine);
    // Tabs are seen, spaces are not: their dots have no size.
    setWhitespaceVisibility(WsVisible);
    setWhitespaceSize(0);
    setTabDrawMode(TabLongArrow);
    setCaretLineVisible(true);
    setMarginType(numberMargin, NumberMargin);
    setMarginType(ErrorMarks::margin, SymbolMargin);
    setMarginMarkerMask(ErrorMarks::margin, (1 << ErrorMarks::marker) | (1 << Bookmarks::marker));
    setMarginMarkerMask(numberMargin, 0);
    for (int margin = ErrorMarks::margin + 1; margin < margins(); ++margin)
        setMarginWidth(margin, 0);
    // Carets by Control and click, columns by Alt and drag.
    SendScintilla(SCI_SETMULTIPLESELECTION, 1UL);
    SendScintilla(SCI_SETADDITIONALSELECTIONTYPING, 1UL);
    SendScintilla(SCI_SETMULTIPASTE, static_cast<unsigned long>(SC_MULTIPASTE_EACH));
    SendScintilla(SCI_SETVIRTUALSPACEOPTIONS, static_cast<unsigned long>(SCVS_RECTANGULARSELECTION));
    setAccessibleName(tr("Code editor"));
}

void CodeEditor::releaseShortcuts()
{
    const QList<QsciCommand *> commands = standardCommands()->commands();
    for (QsciCommand *command : commands) {
        if (!staysBound(command->key()))
            command->setKey(0);
        if (!staysBound(command->alternateKey()))
            command->setAlternateKey(0);
    }
}

void CodeEditor::setFileName(const QString &fileName)
{
    m_lexer->setFileName(fileName);
}

void CodeEditor::setCode(const QString &code)
{
    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    clearErrors();
    setText(normalized(code));
    // A line too long to be shown whole is to be known as one before it is measured.
    SendScintilla(SCI_COLOURISE, 0UL, SendScintilla(SCI_GETLINEENDPOSITION, 0UL));
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setModified(false);
    setReadOnly(wasReadOnly);
    setCursorPosition(0, 0);
}

void CodeEditor::markChanged()
{
    const auto end = static_cast<uintptr_t>(SendScintilla(SCI_GETLENGTH));
    SendScintilla(SCI_INSERTTEXT, end, " ");
    SendScintilla(SCI_DELETERANGE, end, 1L);
}

void CodeEditor::replaceCode(const QString &code)
{
    const QByteArray bytes = normalized(code).toUtf8();
    const long caret = SendScintilla(SCI_GETCURRENTPOS);
    const int firstLine = firstVisibleLine();
    beginUndoAction();
    SendScintilla(SCI_TARGETWHOLEDOCUMENT);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    endUndoAction();
    SendScintilla(SCI_GOTOPOS,
                  static_cast<unsigned long>(std::min<long>(caret, SendScintilla(SCI_GETLENGTH))));
    setFirstVisibleLine(firstLine);
}

bool CodeEditor::replaceLine(int line, const QString &before, const QString &after)
{
    const auto at = static_cast<unsigned long>(line - 1);
    if (line < 1 || line > lines() || isReadOnly())
        return false;
    const long start = SendScintilla(SCI_POSITIONFROMLINE, at);
    const long end = SendScintilla(SCI_GETLINEENDPOSITION, at);
    QString current = text(line - 1);
    if (current.endsWith(u'\n'))
        current.chop(1);
    if (current != before)
        return false;
    // Without a text the line's end goes too, which the last line has in front.
    const bool goes = after.isEmpty();
    const long next = SendScintilla(SCI_POSITIONFROMLINE, at + 1);
    const long from =
        goes && line == lines() && line > 1 ? SendScintilla(SCI_GETLINEENDPOSITION, at - 1) : start;
    const QByteArray text = normalized(after).toUtf8();
    beginUndoAction();
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), goes && line < lines() ? next : end);
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(text.size()), text.constData());
    endUndoAction();
    return true;
}

QString CodeEditor::code() const
{
    return text();
}

QString CodeEditor::firstLines(int count) const
{
    const long end = count >= lines()
        ? SendScintilla(SCI_GETLENGTH)
        : SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(count));
    QByteArray bytes(end + 1, '\0'); // Scintilla appends a NUL
    SendScintilla(SCI_GETTEXTRANGE, 0L, end, bytes.data());
    return QString::fromUtf8(bytes.constData(), end);
}

QString CodeEditor::nameAtCaret() const
{
    // Without a selection it starts at the caret.
    const EditorPlace place = editorPlace(*this, static_cast<int>(SendScintilla(SCI_GETSELECTIONSTART)));
    return dottedNameAt(text(place.line - 1), place.column);
}

void CodeEditor::goTo(int line, int column)
{
    const int position = bytePosition(*this, {line, column});
    ensureLineVisible(std::clamp(line, 1, std::max(1, lines())) - 1);
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(position));
    SendScintilla(SCI_VERTICALCENTRECARET);
    setFocus(Qt::OtherFocusReason);
}

EditorPlace CodeEditor::caretPlace() const
{
    return editorPlace(*this, caretByte());
}

int CodeEditor::caretByte() const
{
    return static_cast<int>(SendScintilla(SCI_GETCURRENTPOS));
}

void CodeEditor::toggleComment()
{
    m_typing->toggleComment();
}

void CodeEditor::showError(const Runner::SourceRange &range, const QString &message)
{
    m_errors->show(range, message);
    ensureLineVisible(std::max(0, errorLine() - 1));
}

void CodeEditor::clearErrors()
{
    m_errors->clear();
}

int CodeEditor::errorLine() const
{
    return m_errors->line() + 1;
}

QSize CodeEditor::minimumSizeHint() const
{
    return {m_theme.scaled(60), m_theme.scaled(28)};
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool control = key->modifiers() == Qt::ControlModifier;
        // While the caret is here these keys are the editor's, also when the window's menu names them too.
        if (control && (key->key() == Qt::Key_F || key->key() == Qt::Key_Slash)) {
            event->accept();
            return true;
        }
    }
    return QsciScintilla::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_typing->handle(*event)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_F && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT findRequested();
    } else if (event->key() == Qt::Key_F3
               && (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::ShiftModifier)) {
        Q_EMIT findAgainRequested(event->modifiers() == Qt::NoModifier);
    } else if (event->key() == Qt::Key_Escape && SendScintilla(SCI_GETSELECTIONS) > 1) {
        SendScintilla(SCI_SETEMPTYSELECTION, static_cast<unsigned long>(caretByte()));
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed();
    } else {
        QsciScintilla::keyPressEvent(event);
    }
}

void CodeEditor::wheelEvent(QWheelEvent *event)
{
    // The window zooms everything together; an editor of a size of its own would not follow.
    if (event->modifiers().testFlag(Qt::ControlModifier))
        event->ignore();
    else
        QsciScintilla::wheelEvent(event);
}

void CodeEditor::applyTheme()
{
    applyStyles();
    setCaretForegroundColor(m_theme.color(ColorRole::Text));
    setCaretWidth(std::max(1, m_theme.scaled(2)));
    SendScintilla(SCI_SETADDITIONALCARETFORE, m_theme.color(ColorRole::Accent));
    setCaretLineBackgroundColor(m_theme.color(ColorRole::CurrentLine));
    setSelectionBackgroundColor(m_theme.color(ColorRole::Selection));
    resetSelectionForegroundColor();
    setEdgeColor(m_theme.color(ColorRole::Border));
    setWhitespaceForegroundColor(m_theme.color(ColorRole::Muted));
    setExtraAscent(m_theme.scaled(2));
    setExtraDescent(m_theme.scaled(2));
    setMarginWidth(ErrorMarks::margin, m_theme.scaled(16));
    setMarginBackgroundColor(ErrorMarks::margin, m_theme.color(ColorRole::Code));
    SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(m_theme.scaled(4)));
    m_errors->applyTheme();
    m_problems->applyTheme();
    m_bookmarks->applyTheme();
    m_folding->applyTheme();
    applyFoundMarks();
    fitLineNumbers();
    m_lexer->restyle();
}

/// A frame, not a colour alone.
void CodeEditor::applyFoundMarks()
{
    constexpr auto indicator = static_cast<unsigned long>(EditorSearch::indicator);
    indicatorDefine(FullBoxIndicator, EditorSearch::indicator);
    setIndicatorDrawUnder(true, EditorSearch::indicator);
    setIndicatorForegroundColor(m_theme.color(ColorRole::Warn), EditorSearch::indicator);
    SendScintilla(SCI_INDICSETALPHA, indicator, 50L);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, indicator, 200L);
}

void CodeEditor::applyStyles()
{
    const QFont font = m_theme.font(FontRole::Code);
    const auto setColors = [this](int style, ColorRole text, ColorRole ground) {
        SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(style), m_theme.color(text));
        SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(style), m_theme.color(ground));
    };
    // Scintilla wants points; the theme's fonts are in pixels.
    SendScintilla(SCI_STYLESETFONT, static_cast<unsigned long>(STYLE_DEFAULT),
                  QFontInfo(font).family().toUtf8().constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, static_cast<unsigned long>(STYLE_DEFAULT),
                  static_cast<long>(QFontInfo(font).pointSizeF() * sizeUnits));
    SendScintilla(SCI_STYLESETBOLD, static_cast<unsigned long>(STYLE_DEFAULT), 0L);
    SendScintilla(SCI_STYLESETITALIC, static_cast<unsigned long>(STYLE_DEFAULT), 0L);
    setColors(STYLE_DEFAULT, ColorRole::Text, ColorRole::Code);
    SendScintilla(SCI_STYLECLEARALL);
    setColors(STYLE_LINENUMBER, ColorRole::Muted, ColorRole::Code);
    setColors(STYLE_INDENTGUIDE, ColorRole::Border, ColorRole::Code);
    setColors(STYLE_BRACELIGHT, ColorRole::Text, ColorRole::AccentSoft);
    setColors(STYLE_BRACEBAD, ColorRole::Error, ColorRole::ErrorSoft);
    SendScintilla(SCI_STYLESETBOLD, static_cast<unsigned long>(STYLE_BRACELIGHT), 1L);
}

void CodeEditor::fitLineNumbers()
{
    const qsizetype digits = std::max<qsizetype>(3, QString::number(lines()).size());
    setMarginWidth(numberMargin, QString(digits + 1, u'0'));
}

} // namespace Skillet::Ui
