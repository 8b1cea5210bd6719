// SPDX-License-Identifier: GPL-3.0-or-later
#include "running/systemterminal.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class SystemTerminalTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly))
            qFatal("the test cannot write its own file");
        file.write(text);
        file.close();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        return file.fileName();
    }

private Q_SLOTS:
    void theChosenTerminal_comesFirst_thenTheUsualOnes()
    {
        const QString bin = m_folder.filePath(s("bin"));
        const QString xterm = write(s("bin/xterm"), "#!/bin/sh\n");
        const QString gnome = write(s("bin/gnome-terminal"), "#!/bin/sh\n");
        const QString own = write(s("bin/myterm"), "#!/bin/sh\n");
        QCOMPARE(terminalCommand(s("myterm"), bin, s("true")).program, own);
        const TerminalCommand usual = terminalCommand({}, bin, s("true"));
        QCOMPARE(usual.program, gnome);
        QCOMPARE(usual.arguments, (QStringList{s("--"), s("sh"), s("-c"), s("true")}));
        QVERIFY(QFile::remove(gnome));
        // Each has its own way to say what runs in it, and may be chosen with options of its own.
        write(s("bin/xfce4-terminal"), "#!/bin/sh\n");
        QCOMPARE(terminalCommand(s("xfce4-terminal"), bin, s("true")).arguments.first(), s("-x"));
        const QStringList own2{s("-fa"), s("Mono Space"), s("-e"), s("sh"), s("-c"), s("true")};
        QCOMPARE(terminalCommand(s("xterm -fa \"Mono Space\""), bin, s("true")).arguments, own2);
        QVERIFY(QFile::remove(m_folder.filePath(s("bin/xfce4-terminal"))));
        QCOMPARE(terminalCommand(s("not-there"), bin, s("true")).program, xterm);
        QVERIFY(terminalCommand({}, s("/nowhere"), s("true")).program.isEmpty());
    }

    void theScript_runsTheFileAsThePromptWould()
    {
        Runner::Program program;
        program.kind = Runner::ProgramKind::File;
        program.file = write(s("it's here/show.py"),
                             "import os, sys\n"
                             "print(sys.argv[1:], os.getcwd(), os.environ['SHOP'], sys.stdin.read())\n");
        program.workingFolder = m_folder.filePath(s("it's here"));
        program.arguments = {s("two words"), s("$HOME"), s("'")};
        program.environment = {s("SHOP=tea & cake")};
        program.input = {s("first"), s("100 %s")};
        QProcess shell;
        // Without a terminal of its own the last line cannot read; what comes before it counts.
        shell.start(s("sh"), {s("-c"), terminalScript(s("/usr/bin/python3"), program)});
        QVERIFY(shell.waitForFinished(20000));
        const QString out = QString::fromUtf8(shell.readAllStandardOutput());
        const QString expected =
            QStringLiteral("['two words', '$HOME', \"'\"] %1 tea & cake first\n100 %s\n\n")
                .arg(QFileInfo(program.workingFolder).canonicalFilePath());
        QVERIFY2(out.startsWith(expected), qPrintable(out + QString::fromUtf8(shell.readAllStandardError())));
        QVERIFY(out.contains(s("Press Enter to close")));
    }

    void inputOfAnyLength_reachesTheProgram()
    {
        const QString mark = m_folder.filePath(s("length"));
        write(s("fake/runner"), "#!/bin/sh\nshift\nexec \"$@\" > '" + mark.toUtf8() + "' 2>&1\n");
        qputenv("TERMINAL", "runner");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_folder.filePath(s("fake"))) + ":/usr/bin:/bin");
        qputenv("TMPDIR", QFile::encodeName(m_folder.path()));
        Runner::Program program;
        program.file = write(s("count.py"), "import sys\nprint(len(sys.stdin.read()))\n");
        program.workingFolder = m_folder.path();
        program.input = QStringList(40'000, s("nine char"));
        QVERIFY(runInTerminal(s("/usr/bin/python3"), program).ok());
        const auto written = [&mark] {
            QFile file(mark);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(written().startsWith("400000\n"), 20000);
        QVERIFY(QDir(m_folder.path()).entryList({s("skillet-run-*")}).isEmpty());
        qputenv("PATH", path);
        qunsetenv("TERMINAL");
        qunsetenv("TMPDIR");
    }

    void aTerminal_isStarted_orItsAbsenceTold()
    {
        const QString mark = m_folder.filePath(s("mark"));
        write(s("fake/faketerm"), "#!/bin/sh\nprintf '%s' \"$1 $2 $3\" > '" + mark.toUtf8() + "'\n");
        qputenv("TERMINAL", "faketerm");
        qputenv("PATH", QFile::encodeName(m_folder.filePath(s("fake"))) + ":/usr/bin:/bin");
        Runner::Program program;
        program.file = s("/tmp/a.py");
        program.workingFolder = m_folder.path();
        QVERIFY(runInTerminal(s("/usr/bin/python3"), program).ok());
        QTRY_VERIFY(QFileInfo(mark).size() > 0);
        QFile file(mark);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("-e sh -c"));
        qunsetenv("TERMINAL");
        qputenv("PATH", "/nowhere");
        const Core::Result<void> none = runInTerminal(s("/usr/bin/python3"), program);
        QVERIFY(!none.ok());
        QVERIFY(none.error().message.contains(s("apt install")));
    }
};

QTEST_GUILESS_MAIN(SystemTerminalTest)
#include "tst_systemterminal.moc"
