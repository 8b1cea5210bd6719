// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/predictsheet.h"

#include "practice/choices.h"
#include "theme/rolelabel.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

constexpr int linesOfOutput = 4; // to type it in

/// Code in words, in one line or as a block.
QString quoted(const QString &text)
{
    return QStringLiteral("`%1`").arg(text.isEmpty() ? QStringLiteral(" ") : text);
}

} // namespace

PredictSheet::PredictSheet(const QList<Course::Question> &questions, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
{
    (void)addWords(tr("Read the program in the editor and answer before you run it. Check then runs it and "
                      "compares."),
                   FontRole::Interface, ColorRole::Muted);
    for (int i = 0; i < questions.size(); ++i)
        addRow(questions.at(i), i);
}

void PredictSheet::addRow(const Course::Question &question, int number)
{
    (void)addWords(question.ask, FontRole::InterfaceBold);
    Row row;
    row.why = question.why;
    const QString name = tr("Question %1: %2").arg(number + 1).arg(question.ask);
    if (!question.choices.isEmpty()) {
        row.choices = new Choices(name, question.choices, theme(), this);
        connect(row.choices, &Choices::changed, this, &PredictSheet::answersChanged);
        connect(row.choices, &Choices::changed, this, &PredictSheet::hideResult);
        column().addWidget(row.choices);
    } else if (question.form == Course::QuestionForm::Output && question.answer.trimmed().contains(u'\n')) {
        row.text = new QPlainTextEdit(this);
        row.text->setFont(theme().font(FontRole::Code));
        row.text->setFixedHeight(row.text->fontMetrics().lineSpacing() * linesOfOutput + theme().scaled(16));
        row.text->setTabChangesFocus(true);
        row.text->setAccessibleName(name);
        connect(row.text, &QPlainTextEdit::textChanged, this, &PredictSheet::answersChanged);
        connect(row.text, &QPlainTextEdit::textChanged, this, &PredictSheet::hideResult);
        column().addWidget(row.text);
    } else {
        row.line = new QLineEdit(this);
        row.line->setFont(theme().font(FontRole::Code));
        row.line->setAccessibleName(name);
        connect(row.line, &QLineEdit::textChanged, this, &PredictSheet::answersChanged);
        connect(row.line, &QLineEdit::textChanged, this, &PredictSheet::hideResult);
        column().addWidget(row.line);
    }
    row.told = addWords({});
    m_rows.append(row);
}

QString PredictSheet::answerIn(const Row &row) const
{
    if (row.choices != nullptr)
        return row.choices->chosen();
    return row.text != nullptr ? row.text->toPlainText() : row.line->text();
}

QJsonObject PredictSheet::answers() const
{
    QJsonArray questions;
    for (const Row &row : m_rows) {
        const QString answer = answerIn(row);
        questions.append(answer.isEmpty() ? QJsonValue() : QJsonValue(answer));
    }
    return {{QStringLiteral("questions"), questions}};
}

void PredictSheet::setAnswers(const QJsonObject &answers)
{
    const QJsonArray questions = answers.value(QLatin1String("questions")).toArray();
    for (int i = 0; i < m_rows.size(); ++i) {
        const QString answer = questions.at(i).toString();
        const Row &row = m_rows.at(i);
        if (row.choices != nullptr)
            row.choices->choose(answer);
        else if (row.text != nullptr)
            row.text->setPlainText(answer);
        else
            row.line->setText(answer);
    }
}

bool PredictSheet::isAnswered() const
{
    for (const Row &row : m_rows) {
        if (answerIn(row).isEmpty())
            return false;
    }
    return true;
}

bool PredictSheet::tells(Runner::OutcomePart part) const
{
    return part == Runner::OutcomePart::Question;
}

void PredictSheet::showResult(const Runner::CheckResult &result)
{
    for (const Runner::CheckOutcome &outcome : result.outcomesOf(Runner::OutcomePart::Question)) {
        if (outcome.number < 0 || outcome.number >= m_rows.size())
            continue;
        const Row &row = m_rows.at(outcome.number);
        const bool passed = outcome.status == Runner::CheckStatus::Passed;
        QString words = passed ? tr("✓ So it is.") : tr("✗ It is %1.").arg(quoted(outcome.expected));
        if (!passed && !outcome.message.isEmpty())
            words += u' ' + outcome.message;
        if (!row.why.isEmpty())
            words += u' ' + row.why;
        row.told->setColorRole(passed ? ColorRole::Ok : ColorRole::Error);
        row.told->setInlineText(words);
        row.told->show();
    }
}

void PredictSheet::hideResult()
{
    for (const Row &row : std::as_const(m_rows))
        row.told->hide();
}

} // namespace Skillet::Ui
