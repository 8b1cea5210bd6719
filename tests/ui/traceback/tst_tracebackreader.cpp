// SPDX-License-Identifier: GPL-3.0-or-later
#include "traceback/tracebackreader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <sys/stat.h>

using namespace Skillet;
using namespace Skillet::Ui;

namespace {

constexpr int LongWaitMs = 100'000;

/// Of this thread: what others do on the machine does not count.
double workedMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

QByteArray traceback(int number)
{
    return "Traceback (most recent call last):\n"
           "  File \"/srv/app/orders.py\", line 12, in <module>\n"
           "    print(total(orders))\n"
           "          ~~~~~^^^^^^^^\n"
           "KeyError: 'pirce"
        + QByteArray::number(number) + "'\n";
}

} // namespace

class TracebackReaderTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    TracebackReader m_reader;

    [[nodiscard]] QString write(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QStringLiteral("log.txt")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its own file");
        return file.fileName();
    }
    /// Types and messages of all that is found, in order.
    template <typename Start>
    [[nodiscard]] QStringList read(Start start)
    {
        const QSignalSpy found(&m_reader, &TracebackReader::found);
        const QSignalSpy finished(&m_reader, &TracebackReader::finished);
        start();
        (void)QTest::qWaitFor([&finished] { return !finished.isEmpty(); }, LongWaitMs);
        QStringList messages;
        for (const QList<QVariant> &each : found) {
            for (const Incident::FoundTraceback &one : each.first().value<QList<Incident::FoundTraceback>>())
                messages.append(one.traceback.exceptions.first().message);
        }
        return finished.size() == 1 ? messages : QStringList{QStringLiteral("did not finish once")};
    }
    [[nodiscard]] QStringList readText(const QString &text)
    {
        return read([this, &text] { m_reader.readText(text); });
    }

private Q_SLOTS:
    void aFileIsRead()
    {
        const QString file = write("INFO started\n" + traceback(1) + "INFO on\n" + traceback(2));
        QCOMPARE(read([&] { QVERIFY(m_reader.readFile(file)); }),
                 (QStringList{QStringLiteral("'pirce1'"), QStringLiteral("'pirce2'")}));
    }

    void aTextIsRead()
    {
        QCOMPARE(readText(QString::fromUtf8(traceback(3))), QStringList{QStringLiteral("'pirce3'")});
        QCOMPARE(readText(QStringLiteral("nothing of the sort\n")), QStringList());
        QCOMPARE(readText({}), QStringList());
    }

    void charactersAreNotCutInTwo()
    {
        // The message lies across the border between two pieces; each face is two units of UTF-16.
        for (int shift = 0; shift < 2; ++shift) {
            const QString text = QString(32'600 + shift, u'x') + u'\n'
                + QStringLiteral("Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n")
                + QStringLiteral("ValueError: ") + QStringLiteral("\U0001F600").repeated(300) + u'\n';
            QCOMPARE(readText(text), QStringList{QStringLiteral("\U0001F600").repeated(300)});
        }
    }

    void aNewTextEndsTheOneBefore()
    {
        m_reader.readText(QString::fromUtf8(traceback(1)));
        QCOMPARE(readText(QString::fromUtf8(traceback(2))), QStringList{QStringLiteral("'pirce2'")});
    }

    void stopEndsItSilently()
    {
        const QSignalSpy finished(&m_reader, &TracebackReader::finished);
        m_reader.readText(QString::fromUtf8(traceback(1)));
        m_reader.stop();
        QTest::qWait(30);
        QVERIFY(finished.isEmpty());
    }

    void whatCannotBeReadIsNamed()
    {
        const QString missing = m_folder.filePath(QStringLiteral("no.txt"));
        const auto gone = m_reader.readFile(missing);
        QVERIFY(!gone);
        QVERIFY(gone.error().message.contains(missing));
        QVERIFY(!m_reader.readFile(m_folder.path()));
        const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!m_reader.readFile(pipe)); // and does not wait for a writer
    }

    void aHugeLogDoesNotHoldTheWindowUp()
    {
        const QByteArray line =
            "2024-05-01 12:00:00 INFO request 4711 took 12 ms, all is well with this server\n";
        const QByteArray between = line.repeated(1300); // about 100 kB
        {
            QFile file(m_folder.filePath(QStringLiteral("huge.log")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            for (int i = 0; i < 500; ++i)
                QVERIFY(file.write(between + traceback(i)) > 0);
        }
        // Between two ticks of a timer that is always due: what a window would have to wait for.
        double longest = 0;
        double before = workedMs();
        QTimer window;
        connect(&window, &QTimer::timeout, this, [&longest, &before] {
            longest = std::max(longest, workedMs() - before);
            before = workedMs();
        });
        window.start(0);
        const QStringList messages =
            read([this] { QVERIFY(m_reader.readFile(m_folder.filePath(QStringLiteral("huge.log")))); });
        QCOMPARE(messages.size(), 500);
        QCOMPARE(messages.last(), QStringLiteral("'pirce499'"));
        QVERIFY2(longest > 0 && longest < 250, qPrintable(QString::number(longest)));
    }
};

QTEST_GUILESS_MAIN(TracebackReaderTest)
#include "tst_tracebackreader.moc"
