// SPDX-License-Identifier: GPL-3.0-or-later
#include "problemscontroller.h"

#include "actions.h"
#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "editor/kslexer.h"
#include "runner/analyst.h"
#include "stylewords.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace Skillet::Ui {

namespace {

constexpr int PauseMs = 350;
/// A line that nobody went on with for so long is meant as it stands.
constexpr int PatienceMs = 2000;
/// What is longer is data, and takes longer to read than anybody waits.
constexpr qsizetype LongestSource = 500'000;

} // namespace

ProblemsController::ProblemsController(Runner::Analyst &analyst, EditorArea &editor, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_editor(editor)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    m_patience.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ProblemsController::look);
    connect(&m_patience, &QTimer::timeout, this, &ProblemsController::show);
    connect(&m_analyst, &Runner::Analyst::problemsKnown, this, &ProblemsController::take);
    // Queued: nothing may be changed from within Scintilla's notification.
    connect(
        &m_editor, &EditorArea::textEdited, this,
        [this] {
            if (CodeEditor *current = m_editor.currentEditor())
                current->problemMarks().clearLine(current->caretPlace().line);
        },
        Qt::QueuedConnection);
    connect(&m_editor, &EditorArea::textEdited, this, [this] {
        m_sinceKey.start();
        m_request = 0; // the answer would be of an older text
        m_found = {};
        lookSoon();
    });
    connect(&m_editor, &EditorArea::currentChanged, this, &ProblemsController::lookSoon);
    connect(&m_editor, &EditorArea::cursorMoved, this, [this] {
        if (m_found.isKnown)
            show(); // the caret may have left the line
        tellWords();
    });
}

void ProblemsController::connectActions(const Actions &actions)
{
    connect(actions[ActionId::NextProblem], &QAction::triggered, this, [this] { step(true); });
    connect(actions[ActionId::PreviousProblem], &QAction::triggered, this, [this] { step(false); });
}

void ProblemsController::setEnabled(bool enabled)
{
    m_isEnabled = enabled;
    Q_EMIT enabledChanged(enabled);
    m_request = 0;
    m_found = {};
    if (CodeEditor *editor = m_editor.currentEditor(); editor != nullptr && !enabled)
        editor->problemMarks().show({});
    tellWords();
    lookSoon();
}

void ProblemsController::setStyle(const CodeEditor *editor, const QList<Runner::Problem> &problems)
{
    const bool isOther = m_styled != editor || m_style != problems;
    m_styled = editor;
    m_style = m_isEnabled ? problems : QList<Runner::Problem>();
    if (isOther)
        show();
}

void ProblemsController::lookSoon()
{
    if (m_isEnabled)
        m_pause.start();
}

void ProblemsController::look()
{
    CodeEditor *editor = m_editor.currentEditor();
    m_asked = editor;
    m_request = 0;
    m_found = {};
    if (editor == nullptr || !m_isEnabled)
        return;
    const QString code = editor->code();
    if (qstrcmp(editor->codeLexer().language(), "Python") != 0 || code.size() > LongestSource)
        editor->problemMarks().show({});
    else
        m_request = m_analyst.askProblems(code, m_editor.currentFile());
}

void ProblemsController::take(quint32 request, const Runner::ProblemList &found)
{
    if (request != m_request || m_request == 0 || m_asked == nullptr || m_asked != m_editor.currentEditor())
        return;
    m_request = 0;
    if (!found.isKnown)
        return;
    m_found = found;
    show();
    tellWords();
}

// A line that is not finished is no mistake. Nor are its names used up: what it will use counts as unused
// till then.
bool ProblemsController::isBeingWritten(const Runner::Problem &problem, const EditorPlace &caret) const
{
    const bool isThere = problem.range.line <= caret.line
        && caret.line <= std::max(problem.range.endLine, problem.range.line + 1);
    return isThere && m_sinceKey.isValid() && m_sinceKey.elapsed() < PatienceMs;
}

void ProblemsController::show()
{
    CodeEditor *editor = m_asked;
    if (!m_found.isKnown || editor == nullptr)
        return;
    const EditorPlace caret = editor->caretPlace();
    QList<Runner::Problem> shown;
    bool waits = false;
    const QList<Runner::Problem> all =
        m_styled == editor && m_isEnabled ? StyleWords::merged(m_found.entries, m_style) : m_found.entries;
    for (const Runner::Problem &problem : all) {
        if (!isBeingWritten(problem, caret))
            shown.append(problem);
        else
            waits = true;
    }
    if (waits) {
        m_patience.start(std::max(1, PatienceMs - static_cast<int>(m_sinceKey.elapsed())));
        if (shown.isEmpty())
            return; // nothing is known of the rest of a text that cannot be read: what was marked before
                    // stays
    }
    editor->problemMarks().show(shown);
    tellWords();
}

void ProblemsController::tellWords()
{
    const CodeEditor *editor = m_editor.currentEditor();
    const QString words = editor == nullptr ? QString() : editor->problemMarks().at(editor->caretByte());
    if (std::exchange(m_words, words) != words)
        Q_EMIT wordsChanged(words);
}

void ProblemsController::step(bool forward)
{
    CodeEditor *editor = m_editor.currentEditor();
    const int position = editor == nullptr ? -1 : editor->problemMarks().next(editor->caretByte(), forward);
    if (position < 0) {
        Q_EMIT wordsChanged(m_isEnabled ? tr("Nothing wrong was found in this file.")
                                        : tr("Help while writing is switched off, in the Learn menu."));
        return;
    }
    const EditorPlace place = editorPlace(*editor, position);
    editor->goTo(place.line, place.column);
    tellWords();
    Q_EMIT wordsChanged(m_words); // said again when there is only this one
}

} // namespace Skillet::Ui
