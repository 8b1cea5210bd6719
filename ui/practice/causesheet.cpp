// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/causesheet.h"

#include "practice/choices.h"
#include "theme/rolelabel.h"

#include <QVBoxLayout>

namespace Skillet::Ui {

CauseSheet::CauseSheet(const Course::Cause &cause, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
    , m_choices(new Choices(cause.ask, cause.choices, theme, this))
{
    (void)addWords(cause.ask, FontRole::InterfaceBold);
    column().addWidget(m_choices);
    connect(m_choices, &Choices::changed, this, &CauseSheet::answersChanged);
}

QJsonObject CauseSheet::answers() const
{
    const QString chosen = m_choices->chosen();
    return chosen.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("cause"), chosen}};
}

void CauseSheet::setAnswers(const QJsonObject &answers)
{
    m_choices->choose(answers.value(QLatin1String("cause")).toString());
}

} // namespace Skillet::Ui
