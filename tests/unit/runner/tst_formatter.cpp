// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/formatter.h"

#include "faketool.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Skillet::Runner;
using Skillet::TestSupport::makeTool;

class TestFormatter final : public QObject
{
    Q_OBJECT

    static constexpr int LimitMs = 20'000;

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString folder(const char *name) const
    {
        return m_folder->filePath(QString::fromUtf8(name));
    }

    [[nodiscard]] static FormatAnswer answerOf(Formatter &formatter, const FormatQuestion &question)
    {
        QSignalSpy answered(&formatter, &Formatter::answered);
        formatter.format(question);
        if (answered.isEmpty() && !answered.wait(LimitMs))
            return {FormatEnd::Failed, {}, {}, 0, QStringLiteral("no answer")};
        return answered.first().first().value<FormatAnswer>();
    }

    /// Of a tool that does what the script says.
    [[nodiscard]] FormatAnswer answerOf(const char *script, const QString &source = QStringLiteral("x=1\n"),
                                        int limitMs = LimitMs) const
    {
        if (!makeTool(folder("bin"), QStringLiteral("black"), script))
            return {};
        Formatter formatter(folder("bin"), limitMs);
        return answerOf(formatter, {source, {}, {}});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void realBlack_formats()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("black")).isEmpty())
            QSKIP("black is not installed here");
        Formatter formatter;
        FormatAnswer answer =
            answerOf(formatter, {QStringLiteral("gr\u00f6\u00dfe = { 'a':1 }\nu'x'\n"), {}, {}});
        QCOMPARE(answer.end, FormatEnd::Formatted);
        QCOMPARE(answer.tool, QStringLiteral("black"));
        QCOMPARE(answer.text, QStringLiteral("gr\u00f6\u00dfe = {\"a\": 1}\n\"x\"\n"));
        answer = answerOf(formatter, {QStringLiteral("x = 1\ny = (1\nz = 2\n"), {}, {}});
        QCOMPARE(answer.end, FormatEnd::Unreadable);
        QCOMPARE(answer.line, 3);
        QFile settings(folder("pyproject.toml"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[tool.black]\nskip-string-normalization = true\n");
        settings.close();
        answer = answerOf(formatter, {QStringLiteral("x='a'\n"), folder("a.py"), {}});
        QCOMPARE(answer.text, QStringLiteral("x = 'a'\n")); // as the project has it
    }

    void theEnvironment_comesFirst_andBlackBeforeRuff()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("black"), "cat"));
        QVERIFY(makeTool(folder("bin"), QStringLiteral("ruff"), "cat"));
        Formatter formatter(folder("bin"));
        const FormatQuestion question{QStringLiteral("format = 1\n"), {}, folder("venv")};
        QVERIFY(makeTool(folder("venv/bin"), QStringLiteral("ruff"), "echo \"$1=1\""));
        FormatAnswer answer = answerOf(formatter, question);
        QCOMPARE(answer.tool, QStringLiteral("ruff"));
        QCOMPARE(answer.text, QStringLiteral("format=1\n"));
        QVERIFY(makeTool(folder("venv/bin"), QStringLiteral("black"), "cat"));
        answer = answerOf(formatter, question);
        QCOMPARE(answer.tool, QStringLiteral("black"));
        QCOMPARE(answer.text, question.source);
        answer = answerOf(formatter, {QStringLiteral("x=1\n"), {}, folder("none")});
        QCOMPARE(answer.tool, QStringLiteral("black"));
    }

    void withoutATool_thatIsSaid()
    {
        Formatter formatter(folder("bin"));
        QCOMPARE(answerOf(formatter, {QStringLiteral("x=1\n"), {}, {}}).end, FormatEnd::NoTool);
    }

    void aToolThatGoesWrong_isToldApart_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("line");
        QTest::newRow("error") << QByteArray("echo 'no module named click' >&2; exit 1")
                               << int(FormatEnd::Failed) << 0;
        QTest::newRow("crash") << QByteArray("kill -SEGV $$") << int(FormatEnd::Failed) << 0;
        QTest::newRow("other words") << QByteArray("echo 'y = 1'") << int(FormatEnd::Refused) << 0;
        QTest::newRow("nothing") << QByteArray("exit 0") << int(FormatEnd::Refused) << 0;
        QTest::newRow("no UTF-8") << QByteArray("printf 'x = 1 \\377\\n'") << int(FormatEnd::Refused) << 0;
        QTest::newRow("flood") << QByteArray("yes") << int(FormatEnd::Refused) << 0;
        QTest::newRow("black's words") << QByteArray("echo 'error: cannot format -: Cannot parse for target "
                                                     "version Python 3.13: 7:4: x' >&2; exit 123")
                                       << int(FormatEnd::Unreadable) << 7;
        QTest::newRow("ruff's words")
            << QByteArray("echo 'error: Failed to parse at 3:5: Expected' >&2; exit 2")
            << int(FormatEnd::Unreadable) << 3;
        QTest::newRow("does not read")
            << QByteArray("exec 0<&-; echo 'x = 1'") << int(FormatEnd::Formatted) << 0;
    }

    void aToolThatGoesWrong_isToldApart()
    {
        QFETCH(QByteArray, script);
        QFETCH(int, end);
        QFETCH(int, line);
        const FormatAnswer answer = answerOf(script.constData());
        QCOMPARE(int(answer.end), end);
        QCOMPARE(answer.line, line);
        QCOMPARE(answer.text.isEmpty(), answer.end != FormatEnd::Formatted);
    }

    void aToolThatHangs_isEndedWithAllItStarted()
    {
        QElapsedTimer clock;
        clock.start();
        const FormatAnswer answer =
            answerOf("sleep 60 & echo $! > \"$0.id\"; wait", QStringLiteral("x=1\n"), 500);
        QCOMPARE(answer.end, FormatEnd::TimedOut);
        QVERIFY(clock.elapsed() < 15'000);
        QFile id(folder("bin/black.id"));
        QVERIFY(id.open(QIODevice::ReadOnly));
        const QString process =
            QStringLiteral("/proc/%1/status").arg(QString::fromUtf8(id.readAll().trimmed()));
        const auto runs = [&process] {
            QFile status(process);
            return status.open(QIODevice::ReadOnly) && !status.readAll().contains("State:\tZ");
        };
        QTRY_VERIFY(!runs());
    }

    void aToolThatCannotBeStarted_failed()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("black"), ""));
        QFile broken(folder("bin/black"));
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write("#!/nowhere/python\n"); // as in an environment that was moved
        broken.close();
        Formatter formatter(folder("bin"));
        QCOMPARE(answerOf(formatter, {QStringLiteral("x=1\n"), {}, {}}).end, FormatEnd::Failed);
    }

    void aNewerQuestion_takesThePlaceOfTheOlder()
    {
        QVERIFY(makeTool(folder("bin"), QStringLiteral("black"),
                         "cat > \"$0.in\"; grep -q slow \"$0.in\" && sleep 30; cat \"$0.in\""));
        Formatter formatter(folder("bin"));
        const QSignalSpy answered(&formatter, &Formatter::answered);
        formatter.format({QStringLiteral("slow\n"), {}, {}});
        formatter.format({QStringLiteral("quick\n"), {}, {}});
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, LimitMs);
        QCOMPARE(answered.first().first().value<FormatAnswer>().text, QStringLiteral("quick\n"));
    }
};

QTEST_GUILESS_MAIN(TestFormatter)
#include "tst_formatter.moc"
