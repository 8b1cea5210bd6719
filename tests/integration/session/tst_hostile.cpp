// SPDX-License-Identifier: GPL-3.0-or-later
#include "heartbeat.h"
#include "realsession.h"

#include <QElapsedTimer>
#include <QTest>
#include <QVersionNumber>

using namespace Skillet::Runner;

namespace {

constexpr qint64 megabyte = 1000000;

/// What a row's program may end in when Stop is pressed.
const QList<RunOutcome> byStop{RunOutcome::Interrupted};
const QList<RunOutcome> byKill{RunOutcome::Killed};
const QList<RunOutcome> byEither{RunOutcome::Interrupted, RunOutcome::Killed};
const QList<RunOutcome> byItself{RunOutcome::Failed, RunOutcome::Finished, RunOutcome::Interrupted};

} // namespace

/// Programs that mean harm: the event loop goes on while they run, Stop ends them, the words say what
/// happened, and `1 + 1` is 2 afterwards.
class TestHostile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void afterStop_thePromptAnswers_data();
    void afterStop_thePromptAnswers();
    void memoryOfAllTheProgramsTogether_isLimited();
    void forksWithoutEnd_areEnded();
    void programsWithoutEnd_areEnded();

private:
    void checkUsable(const QElapsedTimer &sinceStop, const Heartbeat &heartbeat);

    RealSession m_real;
};

void TestHostile::init()
{
    SessionOptions options = m_real.options();
    options.interruptGraceMs = SessionOptions().interruptGraceMs;
    options.processLimit = 80;
    m_real.start(options);
}

void TestHostile::cleanup()
{
    m_real.end();
}

void TestHostile::afterStop_thePromptAnswers_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<RunOutcome>>("outcomes");
    QTest::addColumn<QString>("words"); // of the loss; empty: any
    QTest::addColumn<QString>("mending"); // what a learner types afterwards, as in a terminal
    const auto add = [](const char *name, const char *source, const QList<RunOutcome> &outcomes,
                        const char *words = "", const char *mending = "") {
        QTest::newRow(name) << QString::fromUtf8(source) << outcomes << QString::fromUtf8(words)
                            << QString::fromUtf8(mending);
    };
    add("flood of lines", "while True: print('x' * 1000)\n", byStop);
    add("a million short prints", "for i in range(1000000): print(i)\n", byItself);
    add("one long string", "print('x' * 200_000_000)\n", byItself);
    add("bytes that are no text", "import os\nwhile True: os.write(1, b'\\0\\xff\\xfe\\xc3(\\x1b[' * 1000)\n",
        byStop);
    add("many threads",
        "import threading, time\nfor i in range(10000):\n"
        "    threading.Thread(target=time.sleep, args=(1000,)).start()\n",
        byItself);
    add("sleep", "import time\ntime.sleep(1e9)\n", byStop);
    add("large power", "pow(10, 10**8)\n", byEither);
    add("loop in C", "sum(range(10**12))\n", byKill, "did not react to Stop");
    add("interrupts blocked",
        "import signal, time\nsignal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])\n"
        "while True: time.sleep(1)\n",
        byKill, "did not react to Stop");
    add("interrupts caught",
        "import time\nwhile True:\n    try:\n        time.sleep(60)\n    except BaseException: pass\n",
        byKill, "did not react to Stop");
    add("no stdout", "import sys\nsys.stdout = sys.stderr = None\nwhile True: pass\n", byStop, "",
        "sys.stdout = sys.__stdout__");
    add("closed descriptors", "import os\nos.closerange(0, 4096)\nwhile True: pass\n", byEither);
    add("no builtins",
        "import builtins\nd = delattr\nfor name in list(vars(builtins)): d(builtins, name)\nwhile True: "
        "pass\n",
        byStop);
    add("a tracer without end",
        "import sys\ndef trace(*rest):\n    while True: pass\nsys.settrace(trace)\n(lambda: 1)()\n",
        byEither);
    add("a tracer that fails",
        "import sys\ndef trace(*rest): raise ValueError\nsys.settrace(trace)\n(lambda: 1)()\n"
        "while True: pass\n",
        byItself);
    add("faulthandler off", "import faulthandler, ctypes\nfaulthandler.disable()\nctypes.string_at(0)\n",
        byKill, "crashed in C code (signal 11, segmentation fault). ");
    add("faulthandler that ends the program",
        "import faulthandler\nfaulthandler.dump_traceback_later(0.1, exit=True)\nwhile True: pass\n", byKill,
        "ended at once");
    add("recursion in C",
        "import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    def __repr__(self): return repr(self)\n"
        "repr(A())\n",
        byKill, "crashed in C code");
    add("address nought", "import ctypes\n\nctypes.string_at(0)\n", byKill,
        "at line 3 of what was typed, in string_at");
    add("kill of itself", "import os\nos.kill(os.getpid(), 9)\n", byKill,
        "killed by signal 9. The program sent it to itself");
    add("hostile repr", "class A:\n    def __repr__(self):\n        while True: pass\nA()\n", byStop);
    add("hostile class",
        "class A:\n    @property\n    def __class__(self):\n        while True: pass\n"
        "    def __del__(self): raise KeyboardInterrupt\n    def __repr__(self): raise SystemExit\n"
        "a = A()\nb = A()\ndel b\nisinstance(a, int)\n",
        byStop);
}

void TestHostile::afterStop_thePromptAnswers()
{
    QFETCH(QString, source);
    QFETCH(QList<RunOutcome>, outcomes);
    QFETCH(QString, words);
    const RunId run = m_real.execute(source, ProgramKind::Pasted);
    QVERIFY(m_real.log->waitForState(SessionState::Running));
    const Heartbeat heartbeat;
    handleEvents(500);
    // Making the string takes a busy machine a while, in C code that no interrupt reaches.
    const bool makesFirst = qstrcmp(QTest::currentDataTag(), "one long string") == 0;
    QTRY_VERIFY_WITH_TIMEOUT(!makesFirst || !m_real.log->runs[run].out.isEmpty(), 20000);
    QElapsedTimer sinceStop;
    sinceStop.start();
    m_real.session->interrupt();
    const auto ended = m_real.log->waitFor(run);
    QCOMPARE(ended.finishes, 1);
    // Since 3.12 Python counts calls in C too, and raises RecursionError whatever the limit.
    if (qstrcmp(QTest::currentDataTag(), "recursion in C") == 0
        && QVersionNumber::fromString(m_real.session->interpreter().version) >= QVersionNumber(3, 12)) {
        outcomes = {RunOutcome::Failed};
        words.clear();
        QCOMPARE(m_real.log->runs[run].tracebacks.size(), 1);
        QCOMPARE(m_real.log->runs[run].tracebacks.at(0).exceptions.at(0).type,
                 QStringLiteral("RecursionError"));
    }
    QVERIFY2(outcomes.contains(ended.outcome), qPrintable(QString::number(static_cast<int>(ended.outcome))));
    if (!words.isEmpty()) {
        QCOMPARE(m_real.log->losses.size(), 1);
        QVERIFY2(m_real.log->losses.at(0).contains(words), qPrintable(m_real.log->losses.at(0)));
    }
    QFETCH(QString, mending);
    if (!mending.isEmpty())
        (void)m_real.log->run(mending);
    checkUsable(sinceStop, heartbeat);
}

void TestHostile::checkUsable(const QElapsedTimer &sinceStop, const Heartbeat &heartbeat)
{
    // The first answer may still go to the worker that is just breaking.
    auto answer = m_real.log->run(QStringLiteral("1 + 1"));
    if (answer.outcome == RunOutcome::Killed)
        answer = m_real.log->run(QStringLiteral("1 + 1"));
    const qint64 usable = sinceStop.elapsed();
    qInfo("usable %lld ms after Stop, longest gap of the event loop %.1f ms", usable, heartbeat.longestMs());
    QCOMPARE(answer.out, QStringLiteral("2\n"));
    QVERIFY2(heartbeat.longestMs() < 500, "the event loop was held up");
    QVERIFY2(usable < 5000, "the prompt was not usable again");
}

void TestHostile::memoryOfAllTheProgramsTogether_isLimited()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("A sanitizer needs more memory than the limit of this test.");
#endif
    SessionOptions options = m_real.options();
    options.memoryLimit = 500 * megabyte;
    m_real.start(options);

    const auto alone =
        m_real.log->run(QStringLiteral("data = []\nwhile True: data.append(bytearray(10_000_000))\n"), 60000,
                        ProgramKind::Pasted);
    QCOMPARE(alone.outcome, RunOutcome::Failed);
    QCOMPARE(alone.tracebacks.at(0).exceptions.at(0).type, QStringLiteral("MemoryError"));
    QCOMPARE(m_real.log->run(QStringLiteral("data = None; 1 + 1")).outcome, RunOutcome::Finished);

    const auto together = m_real.log->run(QStringLiteral("import os, time\n"
                                                         "for number in range(4):\n"
                                                         "    if os.fork() == 0:\n"
                                                         "        data = bytearray(b'x') * 200_000_000\n"
                                                         "        time.sleep(100)\n"
                                                         "time.sleep(100)\n"),
                                          60000, ProgramKind::Pasted);
    QCOMPARE(together.outcome, RunOutcome::Killed);
    QVERIFY2(m_real.log->losses.at(0).contains(QLatin1String("more than 500.0 MB of memory")),
             qPrintable(m_real.log->losses.at(0)));
    QCOMPARE(m_real.log->run(QStringLiteral("1 + 1")).out, QStringLiteral("2\n"));
}

void TestHostile::forksWithoutEnd_areEnded()
{
    const Heartbeat heartbeat;
    const auto run =
        m_real.log->run(QStringLiteral("import os\nwhile True: os.fork()\n"), 60000, ProgramKind::Pasted);
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QVERIFY2(m_real.log->losses.at(0).contains(QLatin1String("were ended. Start fewer")),
             qPrintable(m_real.log->losses.at(0)));
    QElapsedTimer sinceEnd;
    sinceEnd.start();
    checkUsable(sinceEnd, heartbeat);
}

void TestHostile::programsWithoutEnd_areEnded()
{
    const auto run = m_real.log->run(QStringLiteral("import subprocess, time\n"
                                                    "for number in range(100):\n"
                                                    "    subprocess.Popen(['sleep', '300'])\n"
                                                    "time.sleep(100)\n"),
                                     60000, ProgramKind::Pasted);
    QCOMPARE(run.outcome, RunOutcome::Killed);
    QVERIFY2(m_real.log->losses.at(0).contains(QLatin1String("More than 80 programs")),
             qPrintable(m_real.log->losses.at(0)));
    QCOMPARE(m_real.log->run(QStringLiteral("1 + 1")).out, QStringLiteral("2\n"));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
