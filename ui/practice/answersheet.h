// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "runner/checkresult.h"
#include "theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace Skillet::Ui {

class RoleLabel;

/// What a kind of exercise asks for beside code, above the result of its checks. Its answers have the form of
/// answers.json, see curriculum/README.md.
class AnswerSheet : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerSheet(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] virtual QJsonObject answers() const = 0;
    /// Those of earlier; what does not fit is left out.
    virtual void setAnswers(const QJsonObject &answers) = 0;
    /// Whether there is enough to be judged.
    [[nodiscard]] virtual bool isAnswered() const { return true; }
    /// What the sheet says itself of a result needs no card below it.
    [[nodiscard]] virtual bool tells(Runner::OutcomePart /*part*/) const { return false; }
    virtual void showResult(const Runner::CheckResult & /*result*/) { }
    /// The learner writes code.
    virtual void noteTyping() { }

Q_SIGNALS:
    void answersChanged();
    /// Words to be read where tasks are, as Markdown in a file.
    void textWanted(const QString &title, const QString &file);

protected:
    [[nodiscard]] RoleLabel *addWords(const QString &words, FontRole font = FontRole::Interface,
                                      ColorRole color = ColorRole::Text);
    [[nodiscard]] QVBoxLayout &column() { return *m_column; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    void restyle();

    const Theme &m_theme;
    QVBoxLayout *m_column;
};

/// The sheet of the exercise's kind; null for kinds that ask for code alone.
[[nodiscard]] AnswerSheet *makeAnswerSheet(const Course::Exercise &exercise, const Theme &theme,
                                           QWidget *parent = nullptr);

} // namespace Skillet::Ui
