// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/milestonesheet.h"

#include "theme/rolelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

MilestoneSheet::MilestoneSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
    , m_milestones(exercise.parts.milestones)
    , m_states(m_milestones.size(), State::Open)
{
    (void)addWords(tr("The milestones. Choose one to read what it asks for; Check says which are reached."),
                   FontRole::InterfaceBold);
    for (const Course::Milestone &milestone : m_milestones) {
        auto *row = new QPushButton(this);
        row->setFlat(true);
        connect(row, &QPushButton::clicked, this,
                [this, milestone] { Q_EMIT textWanted(milestone.title, milestone.textFile); });
        column().addWidget(row, 0, Qt::AlignLeft);
        m_rows.append(row);
    }
    connect(&theme, &Theme::changed, this, &MilestoneSheet::updateLook);
    updateLook();
}

void MilestoneSheet::updateLook()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Course::Milestone &milestone = m_milestones.at(i);
        const State state = m_states.at(i);
        const QString title = tr("%1. %2 (%3 min)").arg(i + 1).arg(milestone.title).arg(milestone.minutes);
        m_rows.at(i)->setText(QString(title).replace(u'&', QStringLiteral("&&")));
        m_rows.at(i)->setAccessibleName(state == State::Reached      ? tr("%1: reached").arg(title)
                                            : state == State::Missed ? tr("%1: not reached yet").arg(title)
                                                                     : title);
        m_rows.at(i)->setIcon(
            state == State::Reached
                ? theme().icon(QStringLiteral("checkmark"), ColorRole::Ok)
                : theme().icon(QStringLiteral("flag"),
                               state == State::Missed ? ColorRole::Error : ColorRole::Muted));
    }
}

bool MilestoneSheet::tells(Runner::OutcomePart part) const
{
    return part == Runner::OutcomePart::Milestone;
}

void MilestoneSheet::showResult(const Runner::CheckResult &result)
{
    for (const Runner::CheckOutcome &outcome : result.outcomesOf(Runner::OutcomePart::Milestone)) {
        if (outcome.number >= 0 && outcome.number < m_states.size())
            m_states[outcome.number] =
                outcome.status == Runner::CheckStatus::Passed ? State::Reached : State::Missed;
    }
    updateLook();
}

} // namespace Skillet::Ui
