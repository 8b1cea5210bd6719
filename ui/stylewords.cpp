// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylewords.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Skillet::Ui {

using Runner::Problem;
using Runner::ProblemKind;

namespace {

struct Words
{
    const char *code; ///< of all codes that begin so, the longest counts
    const char *words;
};

constexpr std::array allWords{
    Words{"E1",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "The indentation is unusual. Python is written with four "
                            "blanks a step; Code, Format This File does it.")},
    Words{"E101",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "Tabs and blanks are mixed in the indentation. Use four blanks a step.")},
    Words{"E12",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This line goes on from the one before. Indent it so that it is seen to.")},
    Words{"E13",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This line goes on from the one before. Indent it so that it is seen to.")},
    Words{"E20",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "There is a blank here that Python is written without.")},
    Words{"E204",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "There is no blank behind the `@` of a decorator.")},
    Words{"E211",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "There is no blank before this bracket: `f(x)`.")},
    Words{"E22",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "One blank on each side of an operator is enough.")},
    Words{"E225",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "An operator reads better with a blank on each side: `x = 1`.")},
    Words{"E226",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "An operator reads better with a blank on each side: `a + b`.")},
    Words{"E227",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "An operator reads better with a blank on each side: `a | b`.")},
    Words{"E228",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "An operator reads better with a blank on each side: `a % b`.")},
    Words{"E231",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "A blank is missing behind this sign: `f(a, b)`.")},
    Words{"E24", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "One blank behind a comma is enough.")},
    Words{"E251",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "Between brackets of a call, `=` has no blanks around it: `f(x=1)`.")},
    Words{"E252",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "A default behind an annotation has blanks around its `=`: `x: int = 1`.")},
    Words{"E261",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Put two blanks before a comment behind code.")},
    Words{"E26", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Begin a comment with `#` and one blank.")},
    Words{"E27", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Put one blank on each side of this word.")},
    Words{"E30",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "Functions and classes stand apart: two empty lines around them, one between "
                            "methods.")},
    Words{"E303",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "There are more empty lines than needed: two at most, one within functions.")},
    Words{"E401", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Write each import on a line of its own.")},
    Words{"E402", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Imports stand at the top of the file.")},
    Words{"E501",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This line is too long to be read well. Break it within brackets.")},
    Words{"E502",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "Within brackets a line goes on by itself: the backslash can go.")},
    Words{"E70", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Write each statement on a line of its own.")},
    Words{"E703", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Python needs no `;` at the end of a line.")},
    Words{"E711",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Ask for None by `is None` or `is not None`.")},
    Words{"E712",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "What is true or false is a condition already: `if ready:`, `if not ready:`.")},
    Words{"E713",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Write `x not in y` in place of `not x in y`.")},
    Words{"E714",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Write `x is not y` in place of `not x is y`.")},
    Words{"E721", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "Ask for a type by `isinstance(x, int)`.")},
    Words{"E722",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This catches every error, also Ctrl-C. Name the one that you expect: `except "
                            "ValueError:`.")},
    Words{"E731", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "To give a function a name, write `def`.")},
    Words{"E74",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "`l`, `O` and `I` look like digits. Choose a name that tells more.")},
    Words{"W191",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This line is indented with tabs. Python is written with four blanks a step.")},
    Words{"W29", QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "There are blanks at the end of this line.")},
    Words{"W292",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "End the last line with Enter, as the others.")},
    Words{"W391",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords", "There are empty lines at the end of the file.")},
    Words{"C901",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "This function has many ways through it. Make several of it.")},
    Words{"I001",
          QT_TRANSLATE_NOOP("Skillet::Ui::StyleWords",
                            "Imports are sorted: Python's own first, then packages, then your files.")},
};

struct Same
{
    const char *tools; ///< code
    const char *ours;
};

constexpr std::array theSame{
    Same{"E722", "error-swallowed"}, Same{"S110", "error-swallowed"},   Same{"B006", "shared-default"},
    Same{"A001", "builtin-hidden"},  Same{"B015", "comparison-unused"}, Same{"B018", "result-unused"},
    Same{"B018", "call-forgotten"},
};

bool isSaid(const QList<Problem> &problems, const Problem &style)
{
    return std::any_of(problems.begin(), problems.end(), [&style](const Problem &said) {
        return said.range.line == style.range.line
            && std::any_of(theSame.begin(), theSame.end(), [&](const Same &same) {
                   return style.code == QLatin1String(same.tools) && said.code == QLatin1String(same.ours);
               });
    });
}

} // namespace

QString StyleWords::words(const QString &code)
{
    const Words *best = nullptr;
    for (const Words &one : allWords) {
        const bool fits = code.startsWith(QLatin1String(one.code));
        if (fits && (best == nullptr || qstrlen(one.code) > qstrlen(best->code)))
            best = &one;
    }
    return best == nullptr ? QString() : tr(best->words);
}

Problem StyleWords::problem(const Runner::LintFinding &finding)
{
    QString said = words(finding.code);
    if (said.isEmpty()) {
        said = finding.message;
        said.replace(0, 1, said.left(1).toUpper());
        if (!said.endsWith(u'.') && !said.endsWith(u'?') && !said.endsWith(u'!'))
            said.append(u'.');
    }
    return {ProblemKind::Warning, finding.code, tr("%1 (%2)").arg(said, finding.code), finding.range};
}

QList<Problem> StyleWords::merged(const QList<Problem> &problems, const QList<Problem> &style)
{
    const bool isBroken = std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return problem.code.startsWith(QLatin1String("syntax"));
    });
    QList<Problem> all = problems;
    if (isBroken)
        return all;
    std::copy_if(style.begin(), style.end(), std::back_inserter(all),
                 [&problems](const Problem &one) { return !isSaid(problems, one); });
    std::stable_sort(all.begin(), all.end(), [](const Problem &one, const Problem &other) {
        return std::pair(one.range.line, one.range.column) < std::pair(other.range.line, other.range.column);
    });
    return all;
}

} // namespace Skillet::Ui
