// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

class QProcess;

namespace Skillet::Runner {

/// What to run: a tool that reads a text and says something about it.
struct ToolCommand
{
    QString program;
    QStringList arguments;
    QString folder; ///< to run in; empty: the home
    QByteArray input;
    int limitMs = 15'000; ///< then it is killed
};

enum class ToolEnd {
    Finished, ///< exitCode says how
    NotStarted,
    Crashed,
    TimedOut,
    TooMuch, ///< it wrote more than anybody reads, and was killed
};

struct ToolOutcome
{
    ToolEnd end = ToolEnd::Finished;
    int exitCode = 0;
    QByteArray output;
    QByteArray errors;
};

/// Runs one tool at a time in a process of its own. A tool that crashes, hangs or floods ends in an outcome;
/// nobody waits for it. Runs no code of the learner's by itself.
class ToolRun final : public QObject
{
    Q_OBJECT

public:
    explicit ToolRun(QObject *parent = nullptr);
    ~ToolRun() override;

    /// In place of one that is under way, whose outcome nobody gets then.
    void start(const ToolCommand &command);
    void stop();

    /// The program `name` of the virtual environment (may be empty), else of `path`, a list of folders
    /// separated by colons; empty: there is none.
    [[nodiscard]] static QString inEnvironment(const QString &environment, const QString &name);
    [[nodiscard]] static QString onPath(const QString &path, const QString &name);
    /// $PATH, and where pip installs for one user.
    [[nodiscard]] static QString usualPath();

Q_SIGNALS:
    /// What it writes, as it comes: errors too.
    void wrote(const QByteArray &part);
    /// In a later turn of the event loop than start().
    void ended(const Skillet::Runner::ToolOutcome &outcome);

private:
    void take(QProcess &process);
    void end(ToolEnd how, int exitCode = 0);

    QProcess *m_process = nullptr; ///< under way; none: nothing is
    ToolOutcome m_outcome;
    QTimer m_begin; ///< in a later turn, so that failing to start is told in one too
};

} // namespace Skillet::Runner
