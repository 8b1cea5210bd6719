// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/promptview.h"
#include "runner/session.h"

#include <QObject>
#include <QPointer>

namespace Skillet::Ui {

class CallTipper;
class Completer;
class HelpReader;
class PromptText;
class SessionNames;

/// What Python knows about names, at the prompt: completion, call tips and help.
class PromptAssist final : public QObject
{
    Q_OBJECT

public:
    /// The reader covers `pane`.
    PromptAssist(PromptView &view, Runner::Session &session, const Theme &theme, QWidget *pane);

    [[nodiscard]] HelpReader &reader() { return *m_reader; }
    [[nodiscard]] Completer &completer() { return *m_completer; }

    /// Opens the reader with the help on `topic` as soon as Python has told it.
    void askHelp(const QString &topic);
    /// The name that the caret is at, in the input or above it; empty when there is none.
    [[nodiscard]] QString nameAtCaret() const;
    /// Puts `text` in at the caret, or at the end of what is typed.
    void insert(const QString &text);

Q_SIGNALS:
    /// The reader came up.
    void helpOpened();

private:
    void showHelp(const QString &title, const QString &text);

    PromptView &m_view;
    Runner::Session &m_session;
    HelpReader *m_reader = nullptr;
    PromptText *m_text = nullptr;
    SessionNames *m_names = nullptr;
    CallTipper *m_tipper = nullptr;
    Completer *m_completer = nullptr;
    QPointer<QWidget> m_before; ///< had the focus when help was asked for
    quint32 m_help = 0; ///< 0: nothing asked
};

} // namespace Skillet::Ui
