// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/explainsheet.h"

#include "course/courseloader.h"
#include "practice/wrappingbutton.h"
#include "theme/rolelabel.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Skillet::Ui {

namespace {

constexpr int shortest = 80; // characters: a sentence or two, as the checks ask for
constexpr int linesShown = 5;

} // namespace

ExplainSheet::ExplainSheet(const Course::Exercise &exercise, const Theme &theme, QWidget *parent)
    : AnswerSheet(theme, parent)
    , m_text(new QPlainTextEdit(this))
    , m_compare(new QPushButton(tr("Compare &with a Model Answer"), this))
    , m_model(new QWidget(this))
{
    (void)addWords(tr("Say in your own words what the program in the editor does, line by line."),
                   FontRole::InterfaceBold);
    m_text->setAccessibleName(tr("Your explanation"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * linesShown + theme.scaled(16));
    column().addWidget(m_text);
    column().addWidget(m_compare, 0, Qt::AlignLeft);
    auto *model = new QVBoxLayout(m_model);
    model->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &words, FontRole font, ColorRole color) {
        auto *label = new RoleLabel(theme, font, color, m_model);
        label->setWordWrap(true);
        label->setInlineText(words);
        model->addWidget(label);
    };
    add(tr("A model answer"), FontRole::InterfaceBold, ColorRole::Text);
    add(Course::readText(exercise.parts.modelFile).valueOr(QString()).trimmed(), FontRole::Interface,
        ColorRole::Text);
    add(tr("Which of these does yours say?"), FontRole::InterfaceBold, ColorRole::Text);
    for (const QString &point : exercise.parts.points) {
        auto *box = new QCheckBox(m_model);
        model->addWidget(new WrappingButton(box, point, theme, m_model));
        connect(box, &QCheckBox::toggled, this, &ExplainSheet::answersChanged);
        m_points.append(box);
    }
    for (const Course::Misreading &misreading : exercise.parts.misreadings)
        add(tr("Did you say “%1”? %2").arg(misreading.says, misreading.feedback), FontRole::Interface,
            ColorRole::Muted);
    column().addWidget(m_model);
    m_model->hide();
    connect(m_text, &QPlainTextEdit::textChanged, this, &ExplainSheet::updateButton);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ExplainSheet::answersChanged);
    connect(m_compare, &QPushButton::clicked, this, &ExplainSheet::reveal);
    updateButton();
}

void ExplainSheet::updateButton()
{
    const auto left = shortest - static_cast<int>(m_text->toPlainText().trimmed().size());
    m_compare->setEnabled(left <= 0);
    m_compare->setToolTip(left > 0 ? tr("First write a little more: %n more characters", nullptr, left)
                                   : tr("Read another explanation and compare yours with it"));
}

void ExplainSheet::reveal()
{
    m_isCompared = true;
    m_model->show();
    m_compare->hide();
    if (!m_points.isEmpty())
        m_points.first()->setFocus();
    Q_EMIT answersChanged();
}

QJsonObject ExplainSheet::answers() const
{
    QJsonObject answers;
    if (!m_text->toPlainText().isEmpty())
        answers.insert(QStringLiteral("text"), m_text->toPlainText());
    if (m_isCompared) {
        QJsonArray points;
        for (int i = 0; i < m_points.size(); ++i) {
            if (m_points.at(i)->isChecked())
                points.append(i);
        }
        answers.insert(QStringLiteral("points"), points);
    }
    return answers;
}

void ExplainSheet::setAnswers(const QJsonObject &answers)
{
    m_text->setPlainText(answers.value(QLatin1String("text")).toString());
    const QJsonValue points = answers.value(QLatin1String("points"));
    if (!points.isArray())
        return;
    m_isCompared = true;
    m_model->show();
    m_compare->hide();
    const QJsonArray numbers = points.toArray();
    for (const auto &number : numbers) {
        const int point = number.toInt(-1);
        if (point >= 0 && point < m_points.size())
            m_points.at(point)->setChecked(true);
    }
}

} // namespace Skillet::Ui
