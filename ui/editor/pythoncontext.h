// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Skillet::Ui {

/// What Python source ends in: enough to indent the next line and to know code from text. Understands
/// strings, comments and brackets, not grammar; broken code gives a sensible answer too.
struct PythonContext
{
    bool inString = false; ///< a triple-quoted one, or one that the last line does not close
    QChar quote; ///< of that string
    bool isTriple = false; ///< so is that string quoted
    bool inComment = false;
    bool joined = false; ///< the last line ends with a backslash
    bool afterColon = false; ///< the last sign of code is a colon outside brackets
    QString firstWord; ///< of the statement that the end lies in
    QString statementIndent; ///< white space before that statement
    QString lineIndent; ///< white space before the last line
    int openBrackets = 0;
    bool bracketOpenedOnLastLine = false; ///< the innermost open one
};

/// `before`: all source before the place in question.
[[nodiscard]] PythonContext pythonContext(QStringView before);

/// White space for a new line begun after `before`: deeper after a colon or an open bracket, shallower after
/// return, pass, break, continue and raise, else as the statement.
[[nodiscard]] QString indentForNewLine(QStringView before);

/// White space for the last line of `before` when it is an else, elif, except, finally that a colon is about
/// to end: that of the statement it goes on from, which stands nearest above. Else the line's own.
[[nodiscard]] QString indentForClause(QStringView before);

} // namespace Skillet::Ui
