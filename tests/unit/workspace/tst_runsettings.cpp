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
        row("a\xC2\xA0"
            "b c",
            {s("a\xC2\xA0"
               "b"),
             s("c")});
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

    void arguments_canBeJoinedAgain()
    {
        QCOMPARE(joinArguments({s("-n"), s("3"), s("a=b")}), s("-n 3 a=b"));
        const QStringList words{s("two words"), s("it's"),     s(""), s("$HOME"),
                                s("a\\b"),      s("\xC2\xA0"), s("*")};
        QCOMPARE(splitArguments(joinArguments(words)).value(), words);
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
        const Core::Result<QString> aside = store.set(s("/a.py"), {s("-n"), {}, {}, {}});
        QVERIFY(aside.ok());
        QCOMPARE(store.of(s("/a.py")).arguments, s("-n"));
        QFile damaged(aside.value());
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        QCOMPARE(damaged.readAll(), QByteArray("{\"/a.py\": [1, 2"));
        QVERIFY(store.set(s("/a.py"), {}).value().isEmpty());
    }

    void settings_followAFileAndAFolder()
    {
        const QTemporaryDir folder;
        RunSettingsStore store(folder.filePath(s("run-settings.json")));
        QVERIFY(store.followRename(s("/a"), s("/b")).ok());
        QVERIFY(!QFile::exists(folder.filePath(s("run-settings.json"))));
        QVERIFY(store.set(s("/a/one.py"), {s("1"), {}, {}, {}}).ok());
        QVERIFY(store.set(s("/ab/one.py"), {s("2"), {}, {}, {}}).ok());
        QVERIFY(store.followRename(s("/a"), s("/c")).ok());
        QVERIFY(store.followRename(s("/ab/one.py"), s("/ab/two.py")).ok());
        QVERIFY(store.of(s("/a/one.py")).isEmpty());
        QCOMPARE(store.of(s("/c/one.py")).arguments, s("1"));
        QCOMPARE(store.of(s("/ab/two.py")).arguments, s("2"));
    }
};

QTEST_GUILESS_MAIN(RunSettingsTest)
#include "tst_runsettings.moc"
