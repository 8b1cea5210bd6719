// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentlog.h"

#include "progress/recorder.h"
#include "progress/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using Progress::IncidentSource;
using Ui::IncidentLog;

class IncidentLogTest final : public QObject
{
    Q_OBJECT

    struct Setup;
    std::unique_ptr<Setup> m_setup;

private Q_SLOTS:
    void init();
    void cleanup();

    void anError_isRecordedOnceItIsExplained();
    void anErrorNobodyCanName_isUnknown();
    void anErrorThatIsShownAgain_isNotRecordedAgain();
    void theNextError_endsTheWaitForTheEarlier();
    void anotherQuestion_endsTheWait();
    void theEnd_endsTheWait();
    void theAnswerToAnother_isNotTaken();
    void aPastedText_isOneIncident();
    void pressingStop_isNone();
    void places_saveFoldersOfOthers_data();
    void places_saveFoldersOfOthers();
    void exercises_areThoseOfTheFile_data();
    void exercises_areThoseOfTheFile();

private:
    static Runner::Traceback error(const QString &file, const char *type = "KeyError");
    static Runner::Explanation cause(const char *id);
    [[nodiscard]] QList<Progress::Incident> recorded() const;
};

struct IncidentLogTest::Setup
{
    QTemporaryDir folder;
    std::unique_ptr<Progress::Store> store =
        Progress::Store::open(folder.filePath(QStringLiteral("progress.sqlite"))).value();
    Progress::Recorder recorder{*store, folder.filePath(QStringLiteral("spill"))};
    IncidentLog::Where where{QStringLiteral("python"), QStringLiteral("1.2.0"), QStringLiteral("basics/e1"),
                             QUuid::createUuid()};
    std::unique_ptr<IncidentLog> log = std::make_unique<IncidentLog>(
        recorder, QStringLiteral("/home/ann/skillet"), [this] { return where; }, nullptr);
};

void IncidentLogTest::init()
{
    m_setup = std::make_unique<Setup>();
}

void IncidentLogTest::cleanup()
{
    m_setup.reset();
}

Runner::Traceback IncidentLogTest::error(const QString &file, const char *type)
{
    Runner::TracebackFrame frame;
    frame.file = file;
    frame.range.line = 7;
    frame.sourceLine = QStringLiteral("secret = ages['ann']");
    Runner::ExceptionInfo raised;
    raised.type = QLatin1String(type);
    raised.message = QStringLiteral("'ann'");
    raised.frames = {frame};
    Runner::Traceback traceback;
    traceback.exceptions = {raised};
    traceback.plainText = file + QLatin1String(type);
    return traceback;
}

Runner::Explanation IncidentLogTest::cause(const char *id)
{
    Runner::Explanation explanation;
    explanation.cause = QLatin1String(id);
    explanation.title = QStringLiteral("There is no such key.");
    return explanation;
}

QList<Progress::Incident> IncidentLogTest::recorded() const
{
    return m_setup->store->incidents(100).value();
}

void IncidentLogTest::anError_isRecordedOnceItIsExplained()
{
    const Runner::Traceback met = error(QStringLiteral("/home/ann/skillet/basics/e1/main.py"));
    m_setup->log->begin(IncidentSource::File, met);
    m_setup->log->expect(met);
    QVERIFY(recorded().isEmpty());
    m_setup->log->settle(met, cause("key-error.missing"));
    m_setup->log->settle(met, cause("key-error.near-key"));
    QCOMPARE(recorded().size(), 1);
    const Progress::Incident incident = recorded().constFirst();
    QCOMPARE(incident.errorClass, QStringLiteral("KeyError"));
    QCOMPARE(incident.cause, QStringLiteral("key-error.missing"));
    QCOMPARE(incident.source, IncidentSource::File);
    QCOMPARE(incident.course, QStringLiteral("python"));
    QCOMPARE(incident.exercise, QStringLiteral("basics/e1"));
    QCOMPARE(incident.place, QStringLiteral("basics/e1/main.py"));
    QCOMPARE(incident.line, 7);
    QCOMPARE(incident.courseVersion, QStringLiteral("1.2.0"));
    QVERIFY(incident.attempt.isNull());
}

void IncidentLogTest::anErrorNobodyCanName_isUnknown()
{
    const Runner::Traceback met = error(QStringLiteral("<stdin>"));
    m_setup->log->begin(IncidentSource::Prompt, met);
    m_setup->log->settle(met, {});
    QCOMPARE(recorded().size(), 1);
    QCOMPARE(recorded().constFirst().cause, QString(Progress::unknownCause));
}

void IncidentLogTest::anErrorThatIsShownAgain_isNotRecordedAgain()
{
    const Runner::Traceback met = error(QStringLiteral("<stdin>"));
    m_setup->log->begin(IncidentSource::Prompt, met);
    for (int i = 0; i < 3; ++i) {
        m_setup->log->expect(met);
        m_setup->log->settle(met, cause("key-error.missing"));
    }
    QCOMPARE(recorded().size(), 1);
}

void IncidentLogTest::theNextError_endsTheWaitForTheEarlier()
{
    m_setup->log->begin(IncidentSource::Prompt, error(QStringLiteral("<stdin>"), "KeyError"));
    const Runner::Traceback next = error(QStringLiteral("<stdin>"), "TypeError");
    m_setup->log->begin(IncidentSource::Prompt, next);
    m_setup->log->settle(next, cause("type-error.text-plus-number"));
    QCOMPARE(recorded().size(), 2);
    QCOMPARE(recorded().at(0).cause, QStringLiteral("type-error.text-plus-number"));
    QCOMPARE(recorded().at(1).cause, QString(Progress::unknownCause));
}

void IncidentLogTest::anotherQuestion_endsTheWait()
{
    m_setup->log->begin(IncidentSource::Prompt, error(QStringLiteral("<stdin>"), "KeyError"));
    m_setup->log->expect(error(QStringLiteral("a.py"), "TypeError")); // an old one is looked at again
    QCOMPARE(recorded().size(), 1);
    QCOMPARE(recorded().constFirst().errorClass, QStringLiteral("KeyError"));
}

void IncidentLogTest::theEnd_endsTheWait()
{
    m_setup->log->begin(IncidentSource::Check, error(QStringLiteral("main.py")));
    m_setup->log.reset();
    QCOMPARE(recorded().size(), 1);
    QCOMPARE(recorded().constFirst().source, IncidentSource::Check);
    QCOMPARE(recorded().constFirst().attempt, m_setup->where.attempt);
}

void IncidentLogTest::theAnswerToAnother_isNotTaken()
{
    m_setup->log->begin(IncidentSource::Prompt, error(QStringLiteral("<stdin>"), "KeyError"));
    m_setup->log->settle(error(QStringLiteral("<stdin>"), "TypeError"), cause("type-error.unary"));
    QVERIFY(recorded().isEmpty());
}

void IncidentLogTest::aPastedText_isOneIncident()
{
    const Runner::Traceback pasted = error(QStringLiteral("/srv/shop/total.py"));
    for (int i = 0; i < 3; ++i) {
        m_setup->log->begin(IncidentSource::Pasted, pasted);
        m_setup->log->settle(pasted, cause("key-error.missing"));
    }
    QCOMPARE(recorded().size(), 1);
    QCOMPARE(recorded().constFirst().source, IncidentSource::Pasted);
    QVERIFY(recorded().constFirst().exercise.isEmpty());
    const Runner::Traceback run = error(QStringLiteral("<stdin>"));
    for (int i = 0; i < 2; ++i) {
        m_setup->log->begin(IncidentSource::Prompt, run);
        m_setup->log->settle(run, cause("key-error.missing"));
    }
    QCOMPARE(recorded().size(), 3); // the same mistake made twice is two
}

void IncidentLogTest::pressingStop_isNone()
{
    const Runner::Traceback stopped = error(QStringLiteral("a.py"), "KeyboardInterrupt");
    m_setup->log->begin(IncidentSource::File, stopped);
    m_setup->log->settle(stopped, {});
    m_setup->log->begin(IncidentSource::Prompt, {});
    m_setup->log->begin(IncidentSource::Pasted, error(QStringLiteral("a.py"), ""));
    m_setup->log.reset();
    QVERIFY(recorded().isEmpty());
}

void IncidentLogTest::places_saveFoldersOfOthers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("place");
    QTest::newRow("in the workspace")
        << QStringLiteral("/home/ann/skillet/notes/a.py") << QStringLiteral("notes/a.py");
    QTest::newRow("elsewhere") << QStringLiteral("/home/ann/letters/a.py") << QStringLiteral("a.py");
    QTest::newRow("beside it") << QStringLiteral("/home/ann/skillet2/a.py") << QStringLiteral("a.py");
    QTest::newRow("by detours") << QStringLiteral("/home/ann/skillet/../b/a.py") << QStringLiteral("a.py");
    QTest::newRow("relative") << QStringLiteral("../ann/a.py") << QStringLiteral("a.py");
    QTest::newRow("typed") << QStringLiteral("<python-input-3>") << QStringLiteral("<python-input-3>");
    QTest::newRow("unknown") << QString() << QString();
}

void IncidentLogTest::places_saveFoldersOfOthers()
{
    QFETCH(QString, file);
    QFETCH(QString, place);
    m_setup->log->begin(IncidentSource::Prompt, error(file));
    m_setup->log.reset();
    QCOMPARE(recorded().constFirst().place, place);
}

void IncidentLogTest::exercises_areThoseOfTheFile_data()
{
    QTest::addColumn<IncidentSource>("source");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("exercise");
    const QString open = QStringLiteral("basics/e1");
    QTest::newRow("its file") << IncidentSource::File << QStringLiteral("/home/ann/skillet/basics/e1/a.py")
                              << open;
    QTest::newRow("another file") << IncidentSource::File
                                  << QStringLiteral("/home/ann/skillet/basics/e12/a.py") << QString();
    QTest::newRow("its check") << IncidentSource::Check << QStringLiteral("/tmp/x/a.py") << open;
    QTest::newRow("tried at the prompt") << IncidentSource::Prompt << QStringLiteral("<stdin>") << open;
    QTest::newRow("pasted") << IncidentSource::Pasted << QStringLiteral("/home/ann/skillet/basics/e1/a.py")
                            << QString();
}

void IncidentLogTest::exercises_areThoseOfTheFile()
{
    QFETCH(IncidentSource, source);
    QFETCH(QString, file);
    QFETCH(QString, exercise);
    m_setup->log->begin(source, error(file));
    m_setup->log.reset();
    QCOMPARE(recorded().constFirst().exercise, exercise);
}

QTEST_MAIN(IncidentLogTest)
#include "tst_incidentlog.moc"
