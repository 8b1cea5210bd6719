// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/answersheet.h"

class QPushButton;

namespace Skillet::Ui {

class CodeBlock;

/// Of recall: the snippet to keep in mind. It hides as soon as the learner begins to write it.
class RecallSheet final : public AnswerSheet
{
    Q_OBJECT

public:
    RecallSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QJsonObject answers() const override { return {}; }
    void setAnswers(const QJsonObject & /*answers*/) override { }
    void noteTyping() override;

private:
    void setShown(bool shown);

    CodeBlock *m_snippet;
    RoleLabel *m_words;
    QPushButton *m_again;
};

} // namespace Skillet::Ui
