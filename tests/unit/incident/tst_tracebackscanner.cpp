// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundjson.h"
#include "incident/tracebackscanner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Incident;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList samples()
{
    QStringList paths;
    const QDir folder(QStringLiteral(SKILLET_SAMPLES));
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(folder.filePath(name));
    return paths;
}

const QByteArray division = "Traceback (most recent call last):\n"
                            "  File \"/ada/a.py\", line 2, in <module>\n"
                            "    x = 1 / 0\n"
                            "        ~~^~~\n"
                            "ZeroDivisionError: division by zero\n";

} // namespace

class TracebackScannerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreSamples() { QVERIFY(samples().size() >= 130); }

    void eachSampleGivesWhatIsWrittenBesideIt_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : samples())
            QTest::newRow(qPrintable(QFileInfo(path).baseName())) << path;
    }

    void eachSampleGivesWhatIsWrittenBesideIt()
    {
        QFETCH(QString, path);
        const QByteArray now = jsonOf(findTracebacks(bytesOf(path)));
        QFile expected(path.chopped(4) + QStringLiteral(".json"));
        if (qEnvironmentVariableIsSet("SKILLET_BLESS")) {
            QVERIFY(expected.open(QIODevice::WriteOnly));
            expected.write(now);
            return;
        }
        QVERIFY2(expected.open(QIODevice::ReadOnly), "build the target bless-incident, and look at the file");
        QCOMPARE(QString::fromUtf8(now), QString::fromUtf8(expected.readAll()));
    }

    void piecesOfAnySizeGiveTheSame_data() { eachSampleGivesWhatIsWrittenBesideIt_data(); }

    void piecesOfAnySizeGiveTheSame()
    {
        QFETCH(QString, path);
        const QByteArray text = bytesOf(path);
        const QList<FoundTraceback> whole = findTracebacks(text);
        for (qsizetype split = 0; split <= text.size(); ++split) {
            TracebackScanner scanner;
            scanner.feed(QByteArrayView(text).first(split));
            scanner.feed(QByteArrayView(text).sliced(split));
            scanner.finish();
            if (scanner.takeFound() != whole)
                QFAIL(qPrintable(QStringLiteral("another result when split at %1").arg(split)));
        }
        TracebackScanner scanner;
        for (const char &byte : text)
            scanner.feed(QByteArrayView(&byte, 1));
        scanner.finish();
        QVERIFY(scanner.takeFound() == whole);
    }

    void aTextCutOffAnywhereIsRead_data() { eachSampleGivesWhatIsWrittenBesideIt_data(); }

    void aTextCutOffAnywhereIsRead()
    {
        QFETCH(QString, path);
        const QByteArray text = bytesOf(path);
        for (qsizetype size = 0; size <= text.size(); ++size) {
            for (const QByteArrayView part :
                 {QByteArrayView(text).first(size), QByteArrayView(text).sliced(size)}) {
                for (const FoundTraceback &found : findTracebacks(part)) {
                    QVERIFY(found.offset >= 0 && found.offset + found.length <= part.size());
                    QCOMPARE(found.memberOf.size(), found.traceback.exceptions.size());
                }
            }
        }
    }

    void thePlaceIsThatOfTheTraceback()
    {
        const QByteArray text = "one\ntwo\n" + division + "\nend\n";
        const QList<FoundTraceback> found = findTracebacks(text);
        QCOMPARE(found.size(), 1);
        QCOMPARE(text.mid(found[0].offset, found[0].length), division.chopped(1));
        QCOMPARE(found[0].line, 3);
        QCOMPARE(found[0].lines, 5);
        QCOMPARE(found[0].traceback.exceptions[0].frames[0].range, (Runner::SourceRange{2, 2, 4, 9}));
    }

    void manyInOneLogAreAllFound()
    {
        QByteArray text;
        for (int i = 0; i < 500; ++i)
            text += QByteArray(2000, 'x') + "\n2026-01-02 03:04:05,678 INFO all is well\n" + division + "\n";
        QCOMPARE(findTracebacks(text).size(), 500);
    }

    void twoThreadsLinesAreToldApartByTheirPrefixes()
    {
        QByteArray text;
        for (const QByteArray &line : division.chopped(1).split('\n'))
            text += "[worker-1] " + line + "\n[worker-2] " + line + "\n";
        const QList<FoundTraceback> found = findTracebacks(text);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].traceback.plainText, QString::fromUtf8(division));
        QCOMPARE(found[1].traceback.plainText, QString::fromUtf8(division));
    }

    void aMillionHeadersAreReadInLinearTime()
    {
        QByteArray text;
        for (int i = 0; i < 1'000'000; ++i)
            text += "Traceback (most recent call last):\n";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findTracebacks(text).isEmpty());
        QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    }

    void howFastALogIsRead()
    {
        QByteArray text;
        while (text.size() < 20'000'000)
            text += "2026-01-02 03:04:05,678 INFO shop.orders: order 4711 of ada with 3 parts was packed and "
                    "sent\n";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(findTracebacks(text).isEmpty());
        qInfo("%lld MB/s", text.size() / 1000 / std::max<qint64>(1, timer.elapsed()));
    }
};

QTEST_APPLESS_MAIN(TracebackScannerTest)
#include "tst_tracebackscanner.moc"
