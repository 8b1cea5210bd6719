// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/promptassist.h"

#include "prompt/completer.h"
#include "prompt/helpreader.h"

namespace Skillet::Ui {

PromptAssist::PromptAssist(PromptView &view, Runner::Session &session, const Theme &theme, QWidget *pane)
    : QObject(pane)
    , m_reader(new HelpReader(theme, pane))
    , m_completer(new Completer(view, session, theme, this))
{ }

} // namespace Skillet::Ui
