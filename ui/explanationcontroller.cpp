// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanationcontroller.h"

#include "editor/codeeditor.h"
#include "editor/editorarea.h"
#include "prompt/promptpane.h"
#include "traceback/picture.h"
#include "traceback/tracebackpane.h"

#include <QFile>
#include <QFileInfo>

namespace Skillet::Ui {

namespace {

constexpr qint64 LongestSource = 1'000'000;

QString contentOf(const QString &path)
{
    QFile file(path);
    // Nothing that a traceback names is waited for: a pipe or a device would be.
    if (!QFileInfo(path).isFile() || file.size() > LongestSource || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

/// A text that has changed since would explain another program.
bool stillHas(const QString &source, const Runner::TracebackFrame &frame)
{
    QString line = source.split(u'\n').value(frame.range.line - 1);
    if (line.endsWith(u'\r'))
        line.chop(1);
    return frame.range.line > 0 && !source.isEmpty()
        && (frame.sourceLine.isEmpty() || line.trimmed() == frame.sourceLine.trimmed());
}

} // namespace

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
                if (request == m_request)
                    m_panes.traceback.showExplanation(explanation);
            });
}

void ExplanationController::ask(const Runner::Traceback &traceback)
{
    Runner::ExplanationQuestion question;
    question.traceback = traceback;
    const Runner::ExceptionInfo &raised = traceback.exceptions.constFirst();
    if (const qsizetype where = raised.whereToLook(); where >= 0) {
        const Runner::TracebackFrame &frame = raised.frames.at(where);
        question.source = sourceOf(frame);
        if (opensInEditor(frame))
            question.folder = QFileInfo(frame.file).absolutePath();
    }
    m_request = m_analyst.explain(question);
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
        if (stillHas(open, frame))
            return open;
    }
    const QString saved = contentOf(frame.file);
    return stillHas(saved, frame) ? saved : QString();
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
