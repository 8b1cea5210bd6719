// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

class QListWidget;

namespace Skillet::Ui {

/// Of review: the code as it was handed in, in which the learner marks the faulty line.
class FlawSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    FlawSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override;
    void setAnswers(const QJsonObject &answers) override;

private:
    void mark(int line);
    void updateLook();

    QListWidget *m_lines;
    RoleLabel *m_marked;
    int m_line = 0; ///< from 1; 0: none is marked
};

} // namespace Skillet::Ui
