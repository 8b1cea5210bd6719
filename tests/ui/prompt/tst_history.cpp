// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/history.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Skillet::Core::Result<void> kept(History &history, const QString &entry)
{
    history.add(entry);
    return history.save();
}

} // namespace

class HistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksComeBackWholeAfterARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(s("deep/history.txt"));
        const QStringList entries{s("x = 1"), s("def f():\n    return \"a\\nb\""), s("größe = '😀'")};
        History first;
        QVERIFY(first.open(file).ok());
        for (const QString &entry : entries)
            QVERIFY(kept(first, entry).ok());
        History second;
        QVERIFY(second.open(file).ok());
        QCOMPARE(second.entries(), entries);
    }

    void upAndDownWalkAndKeepTheDraft()
    {
        History history;
        QVERIFY(kept(history, s("one")).ok());
        QVERIFY(kept(history, s("two")).ok());
        QCOMPARE(history.previous(s("")).value(), s("two"));
        QCOMPARE(history.previous(s("two")).value(), s("one"));
        QVERIFY(!history.previous(s("one")).has_value());
        QCOMPARE(history.next(s("one")).value(), s("two"));
        QCOMPARE(history.next(s("two")).value(), s(""));
        QVERIFY(!history.next(s("")).has_value());
    }

    void onlyEntriesThatBeginSoAreOffered()
    {
        History history;
        for (const char *entry : {"import math", "x = 1", "import random", "y = 2"})
            QVERIFY(kept(history, s(entry)).ok());
        QCOMPARE(history.previous(s("imp")).value(), s("import random"));
        QCOMPARE(history.previous(s("import random")).value(), s("import math"));
        QVERIFY(!history.previous(s("import math")).has_value());
        QCOMPARE(history.next(s("import math")).value(), s("import random"));
        QCOMPARE(history.next(s("import random")).value(), s("imp"));
    }

    void anEditedEntryBeginsANewWalk()
    {
        History history;
        QVERIFY(kept(history, s("print(1)")).ok());
        QVERIFY(kept(history, s("pass")).ok());
        QCOMPARE(history.previous(s("")).value(), s("pass"));
        QCOMPARE(history.previous(s("pr")).value(), s("print(1)"));
    }

    void blankAndRepeatedEntriesAreNotKept()
    {
        History history;
        for (const char *entry : {"a", "a", "  ", "", "b", "a"})
            QVERIFY(kept(history, s(entry)).ok());
        QCOMPARE(history.entries(), (QStringList{s("a"), s("b"), s("a")}));
    }

    void itDoesNotGrowForEver()
    {
        History history;
        for (int i = 0; i < History::MaxEntries + 10; ++i)
            QVERIFY(kept(history, QString::number(i)).ok());
        QCOMPARE(history.entries().size(), History::MaxEntries);
        QCOMPARE(history.entries().first(), s("10"));
        QVERIFY(kept(history, QString(History::MaxEntryLength + 1, u'x')).ok());
        QCOMPARE(history.entries().last(), QString::number(History::MaxEntries + 9));
    }

    void twoWindowsLoseNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(s("history.txt"));
        History one;
        History other;
        QVERIFY(one.open(file).ok());
        QVERIFY(other.open(file).ok());
        QVERIFY(kept(one, s("a = 1")).ok());
        QVERIFY(kept(other, s("b = 2")).ok());
        QVERIFY(kept(one, s("c = 3")).ok());
        History next;
        QVERIFY(next.open(file).ok());
        QCOMPARE(next.entries(), (QStringList{s("a = 1"), s("b = 2"), s("c = 3")}));
    }

    void aLineThatWasCutOffDoesNotSwallowTheNext()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("history.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("good\nhal");
        file.close();
        History history;
        QVERIFY(history.open(file.fileName()).ok());
        QVERIFY(kept(history, s("next")).ok());
        History again;
        QVERIFY(again.open(file.fileName()).ok());
        QCOMPARE(again.entries(), (QStringList{s("good"), s("hal"), s("next")}));
    }

    void whatCouldNotBeSavedIsSavedWithTheNext()
    {
        const QTemporaryDir folder;
        const QString blocker = folder.filePath(s("deep"));
        QFile(blocker).open(QIODevice::WriteOnly);
        History history;
        QVERIFY(history.open(blocker + s("/history.txt")).ok());
        QVERIFY(!kept(history, s("first")).ok());
        QVERIFY(QFile::remove(blocker));
        QVERIFY(kept(history, s("second")).ok());
        History again;
        QVERIFY(again.open(blocker + s("/history.txt")).ok());
        QCOMPARE(again.entries(), (QStringList{s("first"), s("second")}));
    }

    void aLongFileIsShortened()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("history.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < History::MaxEntries * 3; ++i)
            file.write(QByteArray::number(i) + '\n');
        file.close();
        const qint64 before = file.size();
        History history;
        QVERIFY(history.open(file.fileName()).ok());
        QVERIFY(QFileInfo(file.fileName()).size() < before / 2);
        History again;
        QVERIFY(again.open(file.fileName()).ok());
        QCOMPARE(again.entries(), history.entries());
        QCOMPARE(again.entries().last(), QString::number(History::MaxEntries * 3 - 1));
    }

    void aPartIsFoundBackAndOn()
    {
        History history;
        for (const char *entry : {"import math", "x = 1", "print(Math)", "y = 2"})
            QVERIFY(kept(history, s(entry)).ok());
        const auto found = history.findBefore(s("math"), 4);
        QVERIFY(found.has_value());
        QCOMPARE(found->entry, 2);
        QCOMPARE(found->position, 6);
        QCOMPARE(history.findBefore(s("math"), 2)->entry, 0);
        QVERIFY(!history.findBefore(s("math"), 0).has_value());
        QCOMPARE(history.findAfter(s("math"), 0)->entry, 2);
        QVERIFY(!history.findAfter(s("math"), 2).has_value());
    }

    void linesThatCannotBeReadAreSkipped()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(s("history.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("good\nbad\\x\nbad\\\n\nfine\\nblock\n");
        file.close();
        History history;
        QVERIFY(history.open(file.fileName()).ok());
        QCOMPARE(history.entries(), (QStringList{s("good"), s("fine\nblock")}));
    }

    void anUnwritablePlaceIsToldAndNothingIsForgotten()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath(s("file")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        History history;
        const QString file = blocker.fileName() + s("/history.txt");
        QVERIFY(history.open(file).ok());
        const auto saved = kept(history, s("x = 1"));
        QVERIFY(!saved.ok());
        QVERIFY(saved.error().message.contains(QDir::toNativeSeparators(file)));
        QCOMPARE(history.entries(), QStringList{s("x = 1")});
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
