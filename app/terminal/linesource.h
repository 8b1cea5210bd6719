// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Skillet::Terminal {

/// What a line is wanted for.
enum class LineKind {
    Command, ///< Python code, at the prompt
    Input, ///< an answer to input(), or to whatever else reads standard input
    Secret, ///< an answer to getpass()
};

/// Lines from a person or a file, each asked for when it is wanted. Knows nothing of Python.
class LineSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Shows `prompt` and wants one line: answered by one lineRead() or ended(), never within this call.
    /// Not to be called again before the answer or withdraw().
    virtual void ask(const QString &prompt, LineKind kind) = 0;

    /// Takes the question back; what has been typed of the answer is dropped.
    virtual void withdraw() = 0;

    /// To be called before and after something is written while a question stands.
    virtual void stepAside() { }
    virtual void comeBackAfter(const QString & /*written*/) { }

Q_SIGNALS:
    /// Without its last newline. Has newlines inside when several lines were pasted at once.
    void lineRead(const QString &line);
    /// The end of the input. A person may go on after it, so it may be asked again.
    void ended();
};

} // namespace Skillet::Terminal
