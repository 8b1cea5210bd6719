// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/runsettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Workspace;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class RunSettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What a POSIX shell and Python's shlex.split() make of them.
    void arguments_arePartedAsAShellDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *text, const QStringList &words) {
            QTest::newRow(text) << s(text) << words;
        };
        row("", {});
        row("  ", {});
        row("-n 3  --all", {s("-n"), s("3"), s("--all")});
        row("'two words' \"and two\"", {s("two words"), s("and two")});
        row("a'b'\"c\"d", {s("abcd")});
        row("''", {QString()});
        row("a\\ b \\\\ \\\"", {s("a b"), s("\\"), s("\"")});
        row("'a\\b' \"a\\b\" \"\\\"q\\\"\"", {s("a\\b"), s("a\\b"), s("\"q\"")});
        row("*.txt $HOME", {s("*.txt"), s("$HOME")});
        row("gr\xC3\xBC\xC3\x9F"
            "e",
            {s("gr\xC3\xBC\xC3\x9F"
               "e")});
    }

    void arguments_arePartedAsAShellDoes()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        const Core::Result<QStringList> split = splitArguments(text);
        QVERIFY(split.ok());
        QCOMPARE(split.value(), words);
    }

    void anEndThatIsMissing_isTold()
    {
        QVERIFY(splitArguments(s("a 'b c")).error().message.contains(s("quote '")));
        QVERIFY(splitArguments(s("a \"b c")).error().message.contains(s("quote \"")));
        QVERIFY(splitArguments(s("a \\")).error().message.contains(s("backslash")));
    }

    void variables_areReadLineByLine()
    {
        const Core::Result<QStringList> read =
            environmentSettings(s("# mine\n\n NAME = Ada Lovelace \nEMPTY=\nURL=http://a/?b=c\n"));
        QVERIFY(read.ok());
        const QStringList expected{s("NAME=Ada Lovelace"), s("EMPTY="), s("URL=http://a/?b=c")};
        QCOMPARE(read.value(), expected);
        const Core::Result<QStringList> wrong = environmentSettings(s("A=1\nB 2\n"));
        QVERIFY(!wrong.ok());
        QVERIFY2(wrong.error().message.contains(s("Line 2")), qPrintable(wrong.error().message));
        QVERIFY(!environmentSettings(s("2A=1")).ok());
    }

    void input_isReadAsOfAFile()
    {
        QCOMPARE(inputLines(s("a\nb")), (QStringList{s("a"), s("b")}));
        QCOMPARE(inputLines(s("a\nb\n")), (QStringList{s("a"), s("b")}));
        QCOMPARE(inputLines(s("\n")), QStringList{QString()});
    }

    void settings_areKeptByFile()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(s("deep/run-settings.json"));
        const RunSettings one{s("-n 3"), s("Ada\n"), s("/srv"), s("A=1")};
        {
            RunSettingsStore store(file);
            QVERIFY(store.of(s("/a.py")).isEmpty());
            QVERIFY(store.set(s("/a.py"), one).ok());
            QVERIFY(store.set(s("/b.py"), {s("-x"), {}, {}, {}}).ok());
        }
        RunSettingsStore store(file);
        QCOMPARE(store.of(s("/a.py")), one);
        QCOMPARE(store.of(s("/b.py")).arguments, s("-x"));
        QVERIFY(store.set(s("/a.py"), {}).ok());
        QVERIFY(store.of(s("/a.py")).isEmpty());
        QCOMPARE(store.of(s("/b.py")).arguments, s("-x"));
    }

    void aDamagedStore_countsAsEmpty()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("run-settings.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"/a.py\": [1, 2");
        file.close();
        RunSettingsStore store(file.fileName());
        QVERIFY(store.of(s("/a.py")).isEmpty());
        QVERIFY(store.set(s("/a.py"), {s("-n"), {}, {}, {}}).ok());
        QCOMPARE(store.of(s("/a.py")).arguments, s("-n"));
    }
};

QTEST_GUILESS_MAIN(RunSettingsTest)
#include "tst_runsettings.moc"
