// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputspool.h"

#include "openfiles.h"
#include "tinydisk.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet::Ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString contents(const OutputSpool &spool)
{
    QBuffer copy;
    if (!copy.open(QIODevice::WriteOnly) || !spool.copyTo(copy).ok())
        return {};
    return QString::fromUtf8(copy.data());
}

} // namespace

class OutputSpoolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        const QTemporaryDir folder;
        OutputSpool spool;
        spool.setFolder(folder.path());
        QVERIFY(spool.isEmpty());
        QString all;
        for (int i = 0; i < 200; ++i) {
            const QString line = s("größe %1\n").arg(i);
            QVERIFY(spool.append(line).ok());
            all += line;
        }
        QBuffer copy;
        QVERIFY(copy.open(QIODevice::WriteOnly));
        QVERIFY(spool.copyTo(copy).ok());
        QCOMPARE(QString::fromUtf8(copy.data()), all);
        QCOMPARE(spool.tail(30), s("größe 198\ngröße 199\n"));
        QCOMPARE(spool.tail(1000000), all);
        QCOMPARE(spool.read(0, 15), s("größe 0\n").toUtf8());
        QVERIFY(spool.append(s("more\n")).ok());
        QVERIFY(spool.tail(100).endsWith(s("199\nmore\n")));
    }

    void theFileGoesWithTheProgram()
    {
        const QTemporaryDir folder;
        {
            OutputSpool spool;
            spool.setFolder(folder.path());
            QVERIFY(spool.append(s("line\n")).ok());
            QCOMPARE(spool.tail(100), s("line\n"));
            spool.clear();
            QVERIFY(spool.isEmpty());
            QVERIFY(spool.append(s("line\n")).ok());
        }
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }

    void filesOfProgramsThatDiedGo()
    {
        const QTemporaryDir folder;
        const QString ours = s("output-%1-abc.txt").arg(QCoreApplication::applicationPid());
        for (const QString &name : {s("output-999999999-abc.txt"), ours, s("other.txt")})
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        OutputSpool spool;
        spool.setFolder(folder.path());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), (QStringList{s("other.txt"), ours}));
    }

    void aFullDiskIsToldOnce_andNothingIsLost()
    {
        const TinyDisk disk;
        if (!disk.isMounted())
            QSKIP("Only root may mount a small disk.");
        disk.fill();
        OutputSpool spool;
        spool.setFolder(disk.path("cache"));
        const QString first = QString(20000, u'x') + u'\n';
        const auto told = spool.append(first);
        QVERIFY(!told.ok());
        QVERIFY(told.error().message.contains(disk.path("cache")));
        QCOMPARE(spool.room(), OutputSpool::Room::DiskFull);
        QVERIFY(spool.append(s("more\n")).ok());
        QCOMPARE(contents(spool), first + s("more\n"));
        QVERIFY(!spool.writeWaiting().ok());
        disk.makeRoom();
        QVERIFY(spool.writeWaiting().ok());
        QCOMPARE(spool.room(), OutputSpool::Room::Enough);
        QVERIFY(spool.append(s("and more\n")).ok());
        QCOMPARE(contents(spool), first + s("more\nand more\n"));
    }

    void someOfTheDiskIsLeftForOthers()
    {
        const TinyDisk disk("size=400k,mode=777");
        if (!disk.isMounted())
            QSKIP("Only root may mount a small disk.");
        QFile filler(disk.path("filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QCOMPARE(filler.write(QByteArray(380 * 1024, 'x')), qint64{380} * 1024);
        filler.close();
        OutputSpool spool;
        spool.setFolder(disk.path(""));
        QVERIFY(!spool.append(s("line\n")).ok());
        disk.makeRoom();
        QVERIFY(spool.writeWaiting().ok());
    }

    void noMoreThanTheLimitIsOnDisk_theRestIsInMemory()
    {
        const QTemporaryDir folder;
        OutputSpool spool;
        spool.setFolder(folder.path());
        spool.setLimit(1000);
        const QString first = s("0123456789abcde\n").repeated(40);
        const QString second = s("second of them.\n").repeated(40);
        QVERIFY(spool.append(first).ok());
        const auto told = spool.append(second);
        QVERIFY(!told.ok());
        QVERIFY2(told.error().message.contains(s("640")), qPrintable(told.error().message));
        QCOMPARE(spool.room(), OutputSpool::Room::LimitReached);
        QVERIFY(spool.append(s("third\n")).ok());
        QCOMPARE(bytesInOpenFiles(folder.path()), 640);
        QCOMPARE(contents(spool), first + second + s("third\n"));
        QCOMPARE(spool.tail(670), s("0123456789abcde\n") + second + s("third\n"));
        spool.clear();
        QVERIFY(spool.isEmpty());
        QVERIFY(spool.append(first).ok());
    }
};

QTEST_GUILESS_MAIN(OutputSpoolTest)
#include "tst_outputspool.moc"
