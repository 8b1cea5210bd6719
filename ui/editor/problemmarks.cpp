// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/problemmarks.h"

#include "editor/positions.h"
#include "editor/scintilla.h"
#include "theme/inlinetext.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace Skillet::Ui {

namespace {

// The colour is the style's; the value says which problem it is.
constexpr auto indicators = {ProblemMarks::errorIndicator, ProblemMarks::warningIndicator};

} // namespace

ProblemMarks::ProblemMarks(QsciScintilla &editor, const Theme &theme)
    : QObject(&editor)
    , m_editor(editor)
    , m_theme(theme)
{
    // Different in form as well, for colour is never the only sign.
    m_editor.indicatorDefine(QsciScintilla::SquiggleIndicator, errorIndicator);
    m_editor.indicatorDefine(QsciScintilla::DashesIndicator, warningIndicator);
    m_editor.viewport()->installEventFilter(this);
    applyTheme();
}

void ProblemMarks::applyTheme()
{
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Error), errorIndicator);
    m_editor.setIndicatorForegroundColor(m_theme.color(ColorRole::Warn), warningIndicator);
}

void ProblemMarks::clearLine(int line)
{
    const auto number = static_cast<unsigned long>(line - 1);
    clearRange(m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, number),
               m_editor.SendScintilla(QsciScintillaBase::SCI_LINELENGTH, number));
}

void ProblemMarks::clearRange(long from, long length)
{
    for (const int indicator : indicators) {
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                               static_cast<unsigned long>(indicator));
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORCLEARRANGE, static_cast<unsigned long>(from),
                               length);
    }
}

void ProblemMarks::show(const QList<Runner::Problem> &problems)
{
    if (problems.isEmpty() && m_problems.isEmpty())
        return;
    clearRange(0, m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH));
    m_problems = problems;
    for (qsizetype index = 0; index < problems.size(); ++index) {
        const Runner::Problem &problem = problems.at(index);
        const int line = std::clamp(problem.range.line, 1, std::max(1, m_editor.lines()));
        const int from = bytePosition(m_editor, {line, std::max(0, problem.range.column)});
        const auto number = static_cast<unsigned long>(line - 1);
        const auto lineEnd =
            static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_GETLINEENDPOSITION, number));
        int to = problem.range.endLine == line && problem.range.endColumn >= 0
            ? bytePosition(m_editor, {line, problem.range.endColumn})
            : lineEnd;
        int begin = from;
        if (to <= begin && begin > m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, number))
            begin = static_cast<int>(m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONBEFORE,
                                                            static_cast<unsigned long>(from)));
        to = std::max(to, from);
        const bool isError = problem.kind == Runner::ProblemKind::Error;
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORCURRENT,
                               static_cast<unsigned long>(isError ? errorIndicator : warningIndicator));
        m_editor.SendScintilla(QsciScintillaBase::SCI_SETINDICATORVALUE,
                               static_cast<unsigned long>(index + 1));
        m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin),
                               static_cast<long>(to - begin));
    }
}

QList<ProblemMarks::Mark> ProblemMarks::marks() const
{
    QList<Mark> found;
    const long length = m_editor.SendScintilla(QsciScintillaBase::SCI_GETLENGTH);
    for (const int indicator : m_problems.isEmpty() ? std::initializer_list<int>{} : indicators) {
        const auto number = static_cast<unsigned long>(indicator);
        for (long at = 0; at < length;) {
            const long value = m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATORVALUEAT, number, at);
            const long end = m_editor.SendScintilla(QsciScintillaBase::SCI_INDICATOREND, number, at);
            if (value > 0 && value <= m_problems.size())
                found.append({static_cast<int>(at), static_cast<int>(end), static_cast<int>(value) - 1});
            if (end <= at)
                break; // there are no more
            at = end;
        }
    }
    std::sort(found.begin(), found.end(), [](const Mark &a, const Mark &b) { return a.from < b.from; });
    return found;
}

QString ProblemMarks::at(int bytePosition) const
{
    const auto lineOf = [this](int position) {
        return m_editor.SendScintilla(QsciScintillaBase::SCI_LINEFROMPOSITION,
                                      static_cast<unsigned long>(position));
    };
    const long line = lineOf(bytePosition);
    QString onLine;
    const QList<Mark> all = marks();
    for (const Mark &mark : all) {
        if (mark.from <= bytePosition && bytePosition <= mark.to)
            return m_problems.at(mark.problem).text;
        if (onLine.isEmpty() && lineOf(mark.from) == line)
            onLine = m_problems.at(mark.problem).text;
    }
    return onLine;
}

int ProblemMarks::next(int bytePosition, bool forward) const
{
    const QList<Mark> all = marks();
    if (all.isEmpty())
        return -1;
    if (forward) {
        const auto found = std::find_if(
            all.begin(), all.end(), [bytePosition](const Mark &mark) { return mark.from > bytePosition; });
        return found == all.end() ? all.first().from : found->from;
    }
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [bytePosition](const Mark &mark) { return mark.from < bytePosition; });
    return found == all.rend() ? all.last().from : found->from;
}

bool ProblemMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_problems.isEmpty())
        return QObject::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const long position =
        m_editor.SendScintilla(QsciScintillaBase::SCI_POSITIONFROMPOINTCLOSE,
                               static_cast<unsigned long>(help->pos().x()), help->pos().y());
    const QList<Mark> all = position < 0 ? QList<Mark>() : marks();
    for (const Mark &mark : all) {
        if (mark.from <= position && position <= mark.to) {
            QToolTip::showText(help->globalPos(), inlineHtml(m_theme, m_problems.at(mark.problem).text),
                               &m_editor);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace Skillet::Ui
