// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prompt/promptview.h"
#include "runner/session.h"

#include <QObject>

namespace Skillet::Ui {

class Completer;
class HelpReader;

/// What Python knows about names, at the prompt: completion and the help reader.
class PromptAssist final : public QObject
{
    Q_OBJECT

public:
    /// The reader covers `pane`.
    PromptAssist(PromptView &view, Runner::Session &session, const Theme &theme, QWidget *pane);

    [[nodiscard]] HelpReader &reader() { return *m_reader; }
    [[nodiscard]] Completer &completer() { return *m_completer; }

private:
    HelpReader *m_reader = nullptr;
    Completer *m_completer = nullptr;
};

} // namespace Skillet::Ui
