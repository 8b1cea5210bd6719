// SPDX-License-Identifier: GPL-3.0-or-later
#include "prompt/outputspool.h"

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

    void aFullDiskIsToldOnce()
    {
        const TinyDisk disk;
        if (!disk.isMounted())
            QSKIP("Only root may mount a small disk.");
        disk.fill();
        OutputSpool spool;
        spool.setFolder(disk.path("cache"));
        const auto told = spool.append(QString(100000, u'x') + u'\n');
        QVERIFY(!told.ok());
        QVERIFY(told.error().message.contains(disk.path("cache")));
        QVERIFY(spool.append(s("more\n")).ok());
        QVERIFY(spool.isEmpty());
        disk.makeRoom();
        spool.clear();
        QVERIFY(spool.append(s("more\n")).ok());
        QCOMPARE(spool.tail(100), s("more\n"));
    }
};

QTEST_GUILESS_MAIN(OutputSpoolTest)
#include "tst_outputspool.moc"
