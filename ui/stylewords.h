// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runner/assistance.h"
#include "runner/linter.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace Skillet::Ui {

/// What ruff and flake8 find, in words for who learns.
class StyleWords final
{
    Q_DECLARE_TR_FUNCTIONS(Skillet::Ui::StyleWords)

public:
    /// In our words where there are some, else in the tool's; with the tool's code for who looks it up.
    [[nodiscard]] static Runner::Problem problem(const Runner::LintFinding &finding);

    /// Both by place. What both say is said once, and of a text with a syntax error nothing else is.
    [[nodiscard]] static QList<Runner::Problem> merged(const QList<Runner::Problem> &problems,
                                                       const QList<Runner::Problem> &style);

private:
    [[nodiscard]] static QString words(const QString &code);
};

} // namespace Skillet::Ui
