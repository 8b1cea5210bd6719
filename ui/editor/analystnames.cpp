// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/analystnames.h"

#include "runner/analyst.h"

#include <utility>

namespace Skillet::Ui {

AnalystNames::AnalystNames(Runner::Analyst &analyst, std::function<QString()> file, QObject *parent)
    : NameSource(parent)
    , m_analyst(analyst)
    , m_file(std::move(file))
{
    connect(&m_analyst, &Runner::Analyst::completionsKnown, this, &NameSource::completionsKnown);
    connect(&m_analyst, &Runner::Analyst::callTipKnown, this, &NameSource::callTipKnown);
}

quint32 AnalystNames::askCompletions(const QString &source, int caret)
{
    return m_analyst.askCompletions(source, caret, m_file());
}

quint32 AnalystNames::askCallTip(const QString &source, int caret)
{
    return m_analyst.askCallTip(source, caret, m_file());
}

QString AnalystNames::nothingKnown() const
{
    return tr("Nothing is known that goes on like this.");
}

} // namespace Skillet::Ui
