// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

namespace Skillet::Ui {

class Choices;

/// Of fix: what the failure comes from, to be named beside mending it.
class CauseSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    CauseSheet(const Course::Cause &cause, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override;
    void setAnswers(const QJsonObject &answers) override;

private:
    Choices *m_choices;
};

} // namespace Skillet::Ui
