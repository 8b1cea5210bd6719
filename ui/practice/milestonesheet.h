// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

#include <QList>

class QPushButton;

namespace Skillet::Ui {

/// Of project: the parts of the way, what each asks for, and which are reached.
class MilestoneSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    MilestoneSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override { return {}; }
    void setAnswers(const QJsonObject & /*answers*/) override { }
    [[nodiscard]] bool tells(Runner::OutcomePart part) const override;
    void showResult(const Runner::CheckResult &result) override;

private:
    enum class State { Open, Reached, Missed };

    void updateLook();

    const QList<Course::Milestone> m_milestones;
    QList<QPushButton *> m_rows;
    QList<State> m_states;
};

} // namespace Skillet::Ui
