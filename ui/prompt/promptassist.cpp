// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptassist.h"

#include "assist/calltipper.h"
#include "assist/completer.h"
#include "names/dottedname.h"
#include "prompt/helpreader.h"
#include "prompt/prompttext.h"
#include "prompt/sessionnames.h"

#include <QApplication>
#include <QTextBlock>

namespace Skillet::Ui {

PromptAssist::PromptAssist(PromptView &view, Runner::Session &session, const Theme &theme, QWidget *pane)
    : QObject(pane)
    , m_view(view)
    , m_session(session)
    , m_reader(new HelpReader(theme, pane))
    , m_text(new PromptText(view, this))
    , m_names(new SessionNames(session, this))
    , m_tipper(
          new CallTipper(*m_text, *m_names, theme, this)) // before the completer, which sees keys first then
    , m_completer(new Completer(*m_text, *m_names, theme, this))
{
    m_completer->setAvoided([this] { return m_tipper->place(); });
    connect(&session, &Runner::Session::helpShown, this,
            [this](quint32 request, const QString &title, const QString &text) {
                if (request != 0 && request != m_help)
                    return;
                // A run's own help() has nothing to go back to but the prompt.
                if (request == 0)
                    m_before = nullptr;
                m_help = 0;
                showHelp(title, text);
            });
    connect(m_reader, &HelpReader::closed, this, [this] {
        QWidget *before = m_before.data();
        if (before != nullptr && !m_view.parentWidget()->isAncestorOf(before))
            before->setFocus(Qt::OtherFocusReason);
    });
}

void PromptAssist::askHelp(const QString &topic)
{
    m_before = QApplication::focusWidget();
    const Runner::SessionState state = m_session.state();
    if (state == Runner::SessionState::Idle || state == Runner::SessionState::Starting)
        m_help = m_session.askHelp(topic);
    else
        showHelp(topic, tr("Help can be looked up when the run has ended."));
}

void PromptAssist::showHelp(const QString &title, const QString &text)
{
    m_completer->close();
    m_tipper->close();
    Q_EMIT helpOpened();
    m_reader->showText(title, text);
}

QString PromptAssist::nameAtCaret() const
{
    const QTextCursor cursor = m_view.textCursor();
    const int caret =
        cursor.selectionStart() - cursor.document()->findBlock(cursor.selectionStart()).position();
    return dottedNameAt(cursor.document()->findBlock(cursor.selectionStart()).text(), caret);
}

void PromptAssist::insert(const QString &text)
{
    if (m_view.input().mode() == InputBlock::Mode::Secret)
        return;
    QTextCursor cursor = m_view.textCursor();
    if (!m_view.input().contains(std::min(cursor.position(), cursor.anchor())))
        cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    m_view.setTextCursor(cursor);
    m_view.ensureCursorVisible();
    m_view.setFocus(Qt::OtherFocusReason);
}

} // namespace Skillet::Ui
