// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

#include <QList>

class QLineEdit;
class QPlainTextEdit;

namespace Skillet::Ui {

class Choices;

/// Of predict: what the learner expects of the program in the editor, said before it runs; then what really
/// happens, and why.
class PredictSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    PredictSheet(const QList<Course::Question> &questions, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override;
    void setAnswers(const QJsonObject &answers) override;
    [[nodiscard]] bool isAnswered() const override;
    [[nodiscard]] bool tells(Runner::OutcomePart part) const override;
    void showResult(const Runner::CheckResult &result) override;

private:
    struct Row
    {
        Choices *choices = nullptr; ///< or one of the two lines below
        QLineEdit *line = nullptr;
        QPlainTextEdit *text = nullptr; ///< for output of several lines
        RoleLabel *told = nullptr;
        QString why;
    };

    void addRow(const Course::Question &question, int number);
    [[nodiscard]] QString answerIn(const Row &row) const;
    void hideResult();

    QList<Row> m_rows;
};

} // namespace Skillet::Ui
