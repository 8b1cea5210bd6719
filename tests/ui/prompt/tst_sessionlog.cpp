// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/sessionlog.h"

#include <QTest>

using namespace Skillet::Ui;
using Skillet::Runner::Program;
using Skillet::Runner::ProgramKind;
using Skillet::Runner::RunOutcome;

namespace {

Program typed(const QString &code)
{
    Program program;
    program.source = code;
    return program;
}

} // namespace

class SessionLogTest final : public QObject
{
    Q_OBJECT

    Skillet::Runner::RunId m_run = 0;

    void ran(SessionLog &log, const char *code, RunOutcome outcome = RunOutcome::Finished)
    {
        log.begin(++m_run, typed(QString::fromUtf8(code)), QString::fromUtf8(code));
        log.end(m_run, outcome);
    }
    [[nodiscard]] static QStringList replayed(const SessionLog &log)
    {
        QStringList shown;
        for (const SessionLog::Entry &entry : log.toReplay())
            shown.append(entry.shown);
        return shown;
    }

private Q_SLOTS:
    void theProgramHasWhatRanAndTellsWhatFailed()
    {
        SessionLog log;
        ran(log, "x = 1");
        ran(log, "def f():\n    return x");
        ran(log, "if x:\n    1/0", RunOutcome::Failed);
        Program file;
        file.kind = ProgramKind::File;
        file.file = QStringLiteral("/a/b.py");
        log.begin(++m_run, file, QStringLiteral("Running b.py"));
        log.end(m_run, RunOutcome::Finished);
        QCOMPARE(
            log.asProgram(),
            QStringLiteral("x = 1\ndef f():\n    return x\n# This did not end well:\n# if x:\n#     1/0\n"
                           "# Ran the file /a/b.py.\n"));
    }

    void onlyWhatEndedWellIsReplayed()
    {
        SessionLog log;
        ran(log, "x = 1");
        ran(log, "1/0", RunOutcome::Failed);
        ran(log, "y = 2");
        ran(log, "exit()", RunOutcome::Exited);
        QCOMPARE(replayed(log), (QStringList{QStringLiteral("x = 1"), QStringLiteral("y = 2")}));
    }

    void theReplayIsOfTheLastSessionThatHadAny()
    {
        SessionLog log;
        ran(log, "old = 1");
        log.pythonBegan();
        QCOMPARE(replayed(log), QStringList{QStringLiteral("old = 1")});
        log.pythonBegan();
        QCOMPARE(replayed(log), QStringList{QStringLiteral("old = 1")});
        ran(log, "new = 1");
        QCOMPARE(replayed(log), QStringList{QStringLiteral("new = 1")});
        log.pythonBegan();
        QCOMPARE(replayed(log), QStringList{QStringLiteral("new = 1")});
    }

    void whatWaitsForAFreshPythonBelongsToIt()
    {
        SessionLog log;
        ran(log, "old = 1");
        log.begin(++m_run, typed(QStringLiteral("new = 1")), QStringLiteral("new = 1"));
        log.pythonBegan();
        log.end(m_run, RunOutcome::Finished);
        QCOMPARE(replayed(log), QStringList{QStringLiteral("new = 1")});
    }

    void anInputIsFoundByOneOfItsLines()
    {
        SessionLog log;
        QCOMPARE(log.inputWithLine(1, QStringLiteral("x")), QString());
        ran(log, "x = 1");
        ran(log, "x = 2\nx");
        ran(log, "y = 1\nx");
        Program file;
        file.kind = ProgramKind::File;
        file.source = QStringLiteral("z\nx");
        log.begin(99, file, {});
        QCOMPARE(log.inputWithLine(2, QStringLiteral("x")), QStringLiteral("y = 1\nx"));
        QCOMPARE(log.inputWithLine(1, QStringLiteral("x = 2")), QStringLiteral("x = 2\nx"));
        QCOMPARE(log.inputWithLine(1, QStringLiteral("z")), QString());
        QCOMPARE(log.inputWithLine(0, QStringLiteral("x = 1")), QString());
    }
};

QTEST_APPLESS_MAIN(SessionLogTest)
#include "tst_sessionlog.moc"
