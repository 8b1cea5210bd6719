// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

#include <QList>

class QCheckBox;
class QPlainTextEdit;
class QPushButton;

namespace Skillet::Ui {

/// Of explain: the learner's own words first; then a model answer beside them, and the learner says which of
/// its points the own words have.
class ExplainSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    ExplainSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override;
    void setAnswers(const QJsonObject &answers) override;
    [[nodiscard]] bool isAnswered() const override { return m_isCompared; }

private:
    void reveal();
    void updateButton();

    QPlainTextEdit *m_text;
    QPushButton *m_compare;
    QWidget *m_model;
    QList<QCheckBox *> m_points;
    bool m_isCompared = false;
};

} // namespace Skillet::Ui
