// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "openfiles.h"
#include "promptfixture.h"
#include "tinydisk.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>

using namespace Skillet;
using namespace Skillet::Ui;

/// Programs that write more than anybody reads: the pane draws, the window answers, Stop ends it, and all
/// that was written is kept. The bounds are for machines with a lot to do; tests/bench has the numbers.
class PromptFloodsTest final : public PromptFixture
{
    Q_OBJECT

private:
    void startFlood(const QString &source)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Runner::SessionState::Idle, LimitMs);
        m_pane->runCode(source);
        QTRY_VERIFY_WITH_TIMEOUT(m_view->document()->characterCount() > 200, LimitMs);
    }

    [[nodiscard]] qint64 onDisk() const { return bytesInOpenFiles(m_folder.filePath(s("cache"))); }

    enum class From { Start, Anywhere };

    /// All lines are there up to the last that was written before `written`.
    void checkLines(From from)
    {
        const QString name = m_folder.filePath(s("all.txt"));
        QVERIFY(m_pane->saveTranscript(name).ok());
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        qint64 next = from == From::Start ? 0 : -1;
        qint64 written = -1;
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            if (line.startsWith("written "))
                written = line.mid(8).trimmed().toLongLong();
            else if (line.startsWith("line ") && line.contains(" of many") && line.endsWith("\n")) {
                const qint64 number = line.mid(5).split(' ').first().toLongLong();
                QVERIFY2(next < 0 || number == next, line.constData());
                next = number + 1;
            }
        }
        QVERIFY(written > 1000);
        // The last line may have been written, or half of it, when the interrupt came before it was counted.
        QVERIFY2(next == written || next == written + 1, qPrintable(s("%1 of %2").arg(next).arg(written)));
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void windowAnswersDuringAFlood_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("lines") << s("while True: print('x' * 1000)\n");
        QTest::newRow("short prints") << s("while True:\n    for i in range(1000000): print(i)\n");
        QTest::newRow("long strings") << s("while True: print('x' * 200_000_000)\n");
        QTest::newRow("bytes that are no text")
            << s("import os\nwhile True: os.write(1, b'\\0\\xff\\xfe\\xc3(\\x1b[' * 1000)\n");
        QTest::newRow("progress bar") << s("while True: print('working ' * 20, end='\\r')\n");
        QTest::newRow("colours") << s("while True: print('\\x1b[31mred \\x1b[42mgreen\\x1b[0m' * 20)\n");
    }
    void windowAnswersDuringAFlood()
    {
        QFETCH(QString, source);
        startFlood(source);
        double gap = 0;
        {
            const Heartbeat heartbeat;
            QTest::qWait(700);
            gap = heartbeat.longestMs();
        }
        QVERIFY(m_pane->isBusy());
        QElapsedTimer sinceStop;
        qint64 ended = -1;
        connect(m_pane.get(), &PromptPane::runFinished, this, [&] { ended = sinceStop.elapsed(); });
        sinceStop.start();
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(ended >= 0, LimitMs);
        m_pane->disconnect(this);
        qInfo("longest gap of the event loop %.1f ms, usable %lld ms after Stop", gap, ended);
        m_pane->runCode(s("1 + 1"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy() && ends(s("2")), LimitMs);
        QVERIFY2(gap < 250, "the event loop was held up");
        QVERIFY2(ended < 1000, "Stop took too long");
    }

    void everyLineOfAStoppedFloodIsKept_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("plain") << QString();
        QTest::newRow("coloured") << s("\\x1b[31m");
    }
    void everyLineOfAStoppedFloodIsKept()
    {
        QFETCH(QString, before);
        startFlood(s("i = 0\nwhile True:\n    print('%1line', i, 'of many')\n    i += 1\n").arg(before));
        QTest::qWait(300);
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_pane->runCode(s("print('written', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        checkLines(From::Start);
    }

    void aFloodOverTheLimitWaitsUntilThePromptIsCleared()
    {
        m_pane->keepOutput(m_folder.filePath(s("cache")), 1, 2);
        startFlood(s("i = 0\nwhile True:\n    print('line', i, 'of many' * 10)\n    i += 1\n"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("Nothing is lost: the program waits.")), LimitMs);
        QCOMPARE(m_session->state(), Runner::SessionState::Running);
        QVERIFY(onDisk() > 1000000 && onDisk() <= 2000000);
        {
            const QSignalSpy output(m_session.get(), &Runner::Session::outputReceived);
            QTest::qWait(300);
            QCOMPARE(output.size(), 0);
            follow(s("Clear the prompt and go on"));
            QTRY_VERIFY_WITH_TIMEOUT(!output.isEmpty(), LimitMs);
        }
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("Nothing is lost: the program waits.")), LimitMs);
        follow(s("Stop the program"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_pane->runCode(s("print('written', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        checkLines(From::Anywhere);
        QVERIFY(onDisk() <= 2000000);
    }

    void afterAStopTheNextRunShowsWhatItWrites()
    {
        m_pane->keepOutput(m_folder.filePath(s("cache")), 1, 2);
        startFlood(s("while True: print('x' * 1000)\n"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("Nothing is lost: the program waits.")), LimitMs);
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_pane->runCode(s("print('shown', 'at once')\nwhile True: pass"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("shown at once\n")), LimitMs);
        QVERIFY(m_pane->isBusy());
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
    }

    void aFullDiskMakesTheProgramWait()
    {
        const TinyDisk disk("size=4m,mode=777");
        if (!disk.isMounted())
            QSKIP("Only root may mount a small disk.");
        disk.fill();
        m_pane->keepOutput(disk.path("cache"), 1, 1000);
        startFlood(s("i = 0\nwhile True:\n    print('line', i, 'of many' * 10)\n    i += 1\n"));
        QTRY_VERIFY_WITH_TIMEOUT(text().contains(s("has no room for more output")), LimitMs);
        disk.makeRoom();
        {
            const QSignalSpy output(m_session.get(), &Runner::Session::outputReceived);
            follow(s("There is room again"));
            QTRY_VERIFY_WITH_TIMEOUT(!output.isEmpty(), LimitMs);
        }
        m_session->interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        m_pane->runCode(s("print('written', i)"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        checkLines(From::Start);
    }

    void aLongRunThatEndsShowsItsEnd()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), Runner::SessionState::Idle, LimitMs);
        m_pane->runCode(s("for i in range(100000): print('line', i)\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_pane->isBusy(), LimitMs);
        QVERIFY(ends(s("line 99999")));
        const qint64 shown = text().count(s("\nline "));
        QVERIFY2(shown >= 5000, qPrintable(QString::number(shown)));
        QVERIFY(m_view->transcript().foldedLines() + shown >= 100000);
    }
};

QTEST_MAIN(PromptFloodsTest)
#include "tst_promptfloods.moc"
