// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanationcontroller.h"

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "incident/savedsource.h"
#include "prompt/promptpane.h"
#include "traceback/picture.h"
#include "traceback/tracebackpane.h"

#include <QFileInfo>

namespace Skillet::Ui {

ExplanationController::ExplanationController(Runner::Analyst &analyst, const Panes &panes, QObject *parent)
    : QObject(parent)
    , m_analyst(analyst)
    , m_panes(panes)
{
    connect(&m_panes.traceback, &TracebackPane::tracebackShown, this, &ExplanationController::ask);
    connect(&m_panes.traceback, &TracebackPane::suggestionAccepted, this,
            &ExplanationController::putIntoFile);
    connect(&m_analyst, &Runner::Analyst::explained, this,
            [this](quint32 request, const Runner::Explanation &explanation) {
                if (request != m_request)
                    return;
                m_panes.traceback.showExplanation(explanation);
                Q_EMIT answered(m_panes.traceback.current(), explanation);
            });
}

void ExplanationController::ask(const Runner::Traceback &traceback)
{
    Runner::ExplanationQuestion question;
    question.traceback = traceback;
    question.wantsChoices = m_wantsChoices;
    const Runner::ExceptionInfo &raised = traceback.exceptions.constFirst();
    if (const qsizetype where = raised.whereToLook(); where >= 0) {
        const Runner::TracebackFrame &frame = raised.frames.at(where);
        question.source = sourceOf(frame);
        if (opensInEditor(frame))
            question.folder = QFileInfo(frame.file).absolutePath();
    }
    m_request = m_analyst.explain(question);
    Q_EMIT asked(traceback);
}

QString ExplanationController::sourceOf(const Runner::TracebackFrame &frame) const
{
    if (!opensInEditor(frame)) {
        return isTypedAtPrompt(frame) ? m_panes.prompt.log().inputWithLine(frame.range.line, frame.sourceLine)
                                      : QString();
    }
    const CodeEditor *editor = m_panes.editor.editorFor(frame.file);
    if (editor == nullptr && m_panes.editor.currentFile().isEmpty() && !QFileInfo::exists(frame.file))
        editor = m_panes.editor.currentEditor(); // ran without ever having been saved
    if (editor != nullptr) {
        const QString open = editor->code();
        if (Incident::stillHas(open, frame))
            return open;
    }
    return Incident::savedSource(frame);
}

void ExplanationController::putIntoFile(const QString &file, const Runner::Suggestion &suggestion)
{
    const Core::Result<void> done =
        m_panes.editor.replaceLine(file, suggestion.line, suggestion.before, suggestion.after);
    if (done)
        m_panes.traceback.markSuggestionTaken();
    else
        Q_EMIT problemOccurred(done.error());
}

} // namespace Skillet::Ui
