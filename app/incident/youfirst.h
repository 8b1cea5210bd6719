// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/explanation.h"
#include "runner/traceback.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Skillet::Incident {

/// Code in which the learner looks for the line that failed.
struct CodeExcerpt
{
    QString file;
    QString function; ///< as TracebackFrame::function
    int firstLine = 1;
    QStringList lines;

    friend bool operator==(const CodeExcerpt &, const CodeExcerpt &) = default;
};

/// The learner finds an error before its explanation is told: first the line, then the cause. What can't be
/// asked sensibly is not asked: a line when there is only one, a cause when none is known.
class YouFirst final
{
public:
    enum class Step { Line, Cause, Done };
    enum class Answer { NotAsked, Right, Wrong, GivenUp };
    /// Of a file, the whole text; empty when it is not at hand or has changed since.
    using SourceOf = std::function<QString(const Runner::TracebackFrame &frame)>;

    YouFirst(const Runner::ExceptionInfo &raised, const SourceOf &sourceOf);

    [[nodiscard]] const Runner::ExceptionInfo &raised() const { return m_raised; }
    [[nodiscard]] const QList<CodeExcerpt> &excerpts() const { return m_excerpts; }
    [[nodiscard]] Step step() const { return m_step; }
    /// The cause is next, and its explanation has not come.
    [[nodiscard]] bool isWaiting() const { return m_step == Step::Cause && !m_isExplained; }
    /// To choose from, in Step::Cause.
    [[nodiscard]] const QStringList &causes() const { return m_causes; }

    void explain(const Runner::Explanation &explanation);
    /// A line of the file as it is numbered there.
    void pickLine(const QString &file, int line);
    void pickCause(qsizetype index);
    /// What is not answered yet is given up.
    void giveUp();

    [[nodiscard]] Answer lineAnswer() const;
    [[nodiscard]] Answer causeAnswer() const { return m_causeAnswer; }
    [[nodiscard]] int rightLine() const;
    [[nodiscard]] int pickedLine() const { return m_pickedLine; }
    /// The line that was picked is one of the calls that led to the right one.
    [[nodiscard]] bool pickedACall() const;
    [[nodiscard]] const QString &rightCause() const { return m_explanation.name; }

private:
    void collect(const SourceOf &sourceOf);
    void add(const CodeExcerpt &excerpt);
    [[nodiscard]] bool canAskLine() const;
    [[nodiscard]] bool isRight(const QString &file, int line) const;
    void goOn();

    Runner::ExceptionInfo m_raised;
    QList<CodeExcerpt> m_excerpts; ///< in the order of the calls
    Runner::Explanation m_explanation;
    bool m_isExplained = false;
    QStringList m_causes;
    Step m_step = Step::Line;
    Answer m_lineAnswer = Answer::NotAsked;
    Answer m_causeAnswer = Answer::NotAsked;
    QString m_pickedFile;
    int m_pickedLine = -1;
};

} // namespace Skillet::Incident
