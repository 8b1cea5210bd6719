// SPDX-License-Identifier: GPL-3.0-or-later
#include "outlinecontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "outline/gotosymbol.h"
#include "outline/outlinepane.h"
#include "runner/analyst.h"

#include <QAction>

#include <utility>

namespace Skillet::Ui {

namespace {

constexpr int PauseMs = 300;
constexpr int MostChanges = 100; // at once: a replacement of many lines, or its undo
constexpr int LongestText = 1'000'000; // bytes; what is longer is data

QString languageOf(const CodeEditor &editor)
{
    return QString::fromUtf8(editor.codeLexer().language());
}

} // namespace

OutlineController::OutlineController(Runner::Analyst &analyst, EditorArea &editor, OutlinePane &pane,
                                     const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_editor(editor)
    , m_pane(pane)
    , m_theme(theme)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    m_moving.setSingleShot(true);
    m_moving.setInterval(0);
    connect(&m_pause, &QTimer::timeout, this, &OutlineController::look);
    connect(&m_moving, &QTimer::timeout, this, [this] {
        moveLines();
        show();
    });
    connect(&m_analyst, &Runner::Analyst::outlineKnown, this, &OutlineController::take);
    connect(&m_editor, &EditorArea::currentChanged, this, &OutlineController::attend);
    connect(&m_editor, &EditorArea::textEdited, this, [this] {
        m_request = 0; // the answer would be of an older text
        m_pause.start();
    });
    connect(&m_editor, &EditorArea::cursorMoved, this, [this](int line) { m_pane.follow(line); });
    connect(&m_pane, &OutlinePane::symbolChosen, this, &OutlineController::go);
    attend();
}

void OutlineController::connectActions(const Actions &actions)
{
    m_goTo = actions[ActionId::GoToSymbol];
    connect(m_goTo, &QAction::triggered, this, &OutlineController::goToSymbol);
    enableActions();
}

void OutlineController::enableActions()
{
    if (m_goTo != nullptr)
        m_goTo->setEnabled(m_attended != nullptr);
}

void OutlineController::attend()
{
    CodeEditor *editor = m_editor.currentEditor();
    if (editor != m_attended) {
        disconnect(m_lines);
        m_attended = editor;
        m_symbols.clear();
        m_changes.clear();
        m_isKnown = false;
        if (editor != nullptr) {
            m_lines = connect(editor, &QsciScintillaBase::SCN_MODIFIED, this,
                              [this, editor](int position, int, const char *, int, int linesAdded) {
                                  if (linesAdded == 0)
                                      return;
                                  const EditorPlace place = editorPlace(*editor, position);
                                  noteLines({place.line, place.column == 0, linesAdded});
                              });
        }
    }
    enableActions();
    look(); // also after another name, which may be of another language
}

const QList<Runner::Symbol> &OutlineController::symbols()
{
    moveLines();
    return m_symbols;
}

void OutlineController::noteLines(const LineChange &change)
{
    m_changes.append(change);
    m_moving.start();
}

void OutlineController::moveLines()
{
    if (m_changes.size() > MostChanges)
        m_symbols.clear(); // the answer is there sooner than they are counted
    for (const LineChange &change : std::as_const(m_changes))
        m_symbols = afterChange(m_symbols, change);
    m_changes.clear();
}

void OutlineController::look()
{
    m_request = 0;
    CodeEditor *editor = m_attended;
    if (editor == nullptr) {
        m_pane.showNothing(OutlinePane::Nothing::NoFile);
        Q_EMIT changed();
        return;
    }
    const QString language = languageOf(*editor);
    m_isOther = language != QLatin1String("Python") && language != QLatin1String("Markdown");
    if (m_isOther || editor->length() > LongestText) {
        m_symbols.clear();
        show();
    } else {
        m_request = m_analyst.askOutline(editor->code(), language);
    }
}

void OutlineController::take(quint32 request, const Runner::Outline &outline)
{
    if (request != m_request || m_request == 0 || m_attended == nullptr)
        return;
    m_request = 0;
    moveLines();
    if (outline.isKnown) {
        m_isKnown = true;
        m_symbols = outline.entries;
    }
    show(); // not known: what was known stays, and has gone with the text
}

void OutlineController::show()
{
    if (m_attended != nullptr) {
        m_pane.follow(m_attended->caretPlace().line);
        if (m_isOther)
            m_pane.showNothing(OutlinePane::Nothing::OtherLanguage);
        else if (!m_isKnown)
            m_pane.showNothing(OutlinePane::Nothing::Unread);
        else
            m_pane.showSymbols(m_symbols);
    }
    Q_EMIT changed();
}

void OutlineController::goToSymbol()
{
    if (m_attended == nullptr)
        return;
    auto *dialog = new GoToSymbol(m_theme, &m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSymbols(symbols());
    connect(this, &OutlineController::changed, dialog, [this, dialog] { dialog->setSymbols(symbols()); });
    connect(dialog, &GoToSymbol::chosen, this, &OutlineController::go);
    if (m_pause.isActive()) { // who asks does not wait for the pause
        m_pause.stop();
        look();
    }
    dialog->open();
}

void OutlineController::go(const Runner::Symbol &symbol)
{
    if (m_attended == nullptr)
        return;
    Q_EMIT leaving();
    m_attended->goTo(symbol.line, symbol.column);
}

} // namespace Skillet::Ui
