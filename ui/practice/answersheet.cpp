// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/answersheet.h"

#include "practice/causesheet.h"
#include "practice/explainsheet.h"
#include "practice/flawsheet.h"
#include "practice/milestonesheet.h"
#include "practice/predictsheet.h"
#include "practice/recallsheet.h"
#include "theme/rolelabel.h"

#include <QVBoxLayout>

namespace Skillet::Ui {

AnswerSheet::AnswerSheet(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &AnswerSheet::restyle);
    restyle();
}

void AnswerSheet::restyle()
{
    m_column->setSpacing(m_theme.scaled(6));
}

RoleLabel *AnswerSheet::addWords(const QString &words, FontRole font, ColorRole color)
{
    auto *label = new RoleLabel(m_theme, font, color, this);
    label->setWordWrap(true);
    label->setInlineText(words);
    label->setVisible(!words.isEmpty());
    m_column->addWidget(label);
    return label;
}

AnswerSheet *makeAnswerSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent)
{
    switch (exercise.kind) {
    case Course::ExerciseKind::Predict:
        return new PredictSheet(exercise.parts.questions, theme, parent);
    case Course::ExerciseKind::Fix:
        return exercise.parts.cause ? new CauseSheet(*exercise.parts.cause, theme, parent) : nullptr;
    case Course::ExerciseKind::Review:
        return exercise.parts.flaw ? new FlawSheet(exercise, theme, parent) : nullptr;
    case Course::ExerciseKind::Explain:
        return new ExplainSheet(exercise, theme, parent);
    case Course::ExerciseKind::Recall:
        return new RecallSheet(exercise, theme, parent);
    case Course::ExerciseKind::Project:
        return new MilestoneSheet(exercise, theme, parent);
    case Course::ExerciseKind::Write:
    case Course::ExerciseKind::Rewrite:
    case Course::ExerciseKind::Test:
        break;
    }
    return nullptr;
}

} // namespace Skillet::Ui
