// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PromptPane that deals with what the learner types: Enter, history, links, stop.
#include "names/dottedname.h"
#include "prompt/exceptionlines.h"
#include "prompt/indentation.h"
#include "prompt/promptassist.h"
#include "prompt/promptpane.h"
#include "prompt/promptview.h"
#include "prompt/repainthold.h"
#include "prompt/runindicator.h"

#include <utility>

namespace Skillet::Ui {

namespace {
constexpr int SaveHistoryMs = 300;
}

using Runner::Completeness;
using Runner::ProgramKind;

void PromptPane::enter(bool force)
{
    if (m_view->input().mode() == InputBlock::Mode::Code) {
        enterCode(force);
        return;
    }
    const QString answer = m_view->commitAnswer();
    m_ansi.reset();
    m_session.sendInput(answer);
}

void PromptPane::enterCode(bool force)
{
    const QString code = m_view->input().text();
    if (code.trimmed().isEmpty()) {
        m_view->setInputText(QString());
        if (!isBusy())
            m_view->write([](Transcript &transcript) { transcript.addCode(QString()); });
        return;
    }
    if (const QString topic = helpTopic(code); !topic.isEmpty()) {
        m_view->setInputText(QString());
        remember(code);
        m_view->write([&](Transcript &transcript) { transcript.addCode(code); });
        m_assist->askHelp(topic);
        return;
    }
    if (force) {
        submitInput(code.contains(u'\n') ? ProgramKind::Lines : ProgramKind::Interactive);
        return;
    }
    const qsizetype newline = code.lastIndexOf(u'\n');
    const bool blankEnd = code.mid(newline + 1).trimmed().isEmpty();
    // A paste is whole as it is; only an open bracket or string asks for more.
    m_asked = blankEnd ? code.left(newline + 1) : m_view->holdsPaste() ? code + u'\n' : code;
    if (isBusy()) {
        decideCompleteness(looksComplete(m_asked) ? Completeness::Complete : Completeness::Incomplete);
        return;
    }
    m_repaint->begin();
    if (isSimpleStatement(m_asked)) {
        decideCompleteness(Completeness::Complete);
        return;
    }
    m_view->setHeld(true);
    m_askLimit.start();
    m_request = m_session.askCompleteness(m_asked);
}

void PromptPane::decideCompleteness(Completeness completeness)
{
    m_request = 0;
    m_askLimit.stop();
    if (completeness == Completeness::Incomplete) {
        m_view->moveCursor(QTextCursor::End);
        m_view->insertNewLine();
        m_repaint->end();
    } else {
        // Several statements are no interactive input, but a fine paste.
        const bool several = m_asked.trimmed().contains(u'\n');
        const bool pasted = m_view->holdsPaste() || (several && completeness == Completeness::Invalid);
        submitInput(pasted ? ProgramKind::Lines : ProgramKind::Interactive);
    }
    m_view->setHeld(false);
}

void PromptPane::submitInput(ProgramKind kind)
{
    QString code = m_view->input().text();
    const qsizetype newline = code.lastIndexOf(u'\n');
    if (code.mid(newline + 1).trimmed().isEmpty())
        code.truncate(newline + 1);
    QString shown = code;
    while (shown.endsWith(u'\n'))
        shown.chop(1);
    remember(shown);
    Submission submission;
    submission.isInput = true;
    submission.program.kind = kind;
    submission.program.source = code;
    submission.echo = shown;
    submit(submission);
}

void PromptPane::walkHistory(bool back)
{
    const QString current = m_view->input().text();
    const std::optional<QString> entry = back ? m_history.previous(current) : m_history.next(current);
    if (entry)
        m_view->setInputText(*entry);
}

PromptPane::~PromptPane()
{
    (void)m_history.save(); // nobody is left to be told
}

void PromptPane::openHistory(const QString &file)
{
    m_saveHistory.setSingleShot(true);
    m_saveHistory.setInterval(SaveHistoryMs);
    const auto tell = [this](const Core::Result<void> &result) {
        if (!result && !std::exchange(m_toldHistory, true))
            Q_EMIT problemOccurred(result.error());
    };
    connect(&m_saveHistory, &QTimer::timeout, this, [this, tell] { tell(m_history.save()); });
    // Told after the constructor, when the owner listens.
    QTimer::singleShot(0, this, [tell, opened = m_history.open(file)] { tell(opened); });
}

void PromptPane::remember(const QString &entry)
{
    m_history.add(entry);
    // Not at once: the program that was typed must not wait for the disk.
    m_saveHistory.start();
}

void PromptPane::stop()
{
    m_waiting.clear();
    if (isBusy())
        m_repaint->begin();
    m_session.interrupt();
    showBusy();
}

void PromptPane::activateLink(const QString &link)
{
    if (link == QLatin1String("folded:show"))
        return showFolded();
    if (link == QLatin1String("folded:save"))
        return chooseAndSave(false);
    if (link == QLatin1String("output:again"))
        return m_keeper.tryAgain();
    if (link == QLatin1String("output:clear"))
        return clear();
    if (link == QLatin1String("output:stop"))
        return stop();
    if (link == QLatin1String("session:replay"))
        return restartAndReplay();
    if (const std::optional<FileLink> place = fileLink(link)) {
        Q_EMIT locationActivated(place->file, place->line);
        return;
    }
    const int number = link.mid(link.indexOf(u':') + 1).toInt();
    const auto found = m_tracebacks.constFind(number);
    if (found != m_tracebacks.constEnd())
        Q_EMIT tracebackRequested(*found);
}

} // namespace Skillet::Ui
