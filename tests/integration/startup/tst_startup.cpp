// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"
#include "highlighting/codehighlighter.h"
#include "mainwindow.h"
#include "theme/noticebar.h"
#include "theme/theme.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The program as main() builds it, on a home of its own.
struct Started
{
    explicit Started(const Core::Paths &paths)
        : application(paths)
        , highlighter(theme)
        , window({{application.paths(), application.settings(), application.course(), application.store(),
                   application.progress(), application.checks(), theme},
                  application.session(),
                  application.analyst(),
                  application.journal(),
                  theme,
                  highlighter})
    {
        window.restore({});
        for (const QString &notice : application.notices()) {
            window.showNotice(notice);
        }
        window.show();
    }

    /// All of the window's text labels that can be seen: what a person can read of the notices.
    [[nodiscard]] QString visibleNotices() const
    {
        QString text;
        const auto *bar = window.findChild<Ui::NoticeBar *>();
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
        }
        return text;
    }

    Application application;
    Ui::Theme theme;
    Ui::CodeHighlighter highlighter;
    Ui::MainWindow window;
};

} // namespace

/// What a person meets when something is wrong with the machine or the files: a message in the window that
/// names the file and the way out, a window that works all the same, and nothing overwritten.
class TestStartup : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Core::Paths paths() const
    {
        Core::Paths paths = Core::Paths::standard(QStringLiteral(SKILLET_BINARY_DIR "/bin"));
        paths.data = m_home->path() + QStringLiteral("/data");
        paths.config = m_home->path() + QStringLiteral("/config");
        paths.state = m_home->path() + QStringLiteral("/state");
        paths.workspace = m_home->path() + QStringLiteral("/Skillet");
        return paths;
    }

    [[nodiscard]] QString database() const
    {
        return m_home->path() + QStringLiteral("/data/progress.sqlite");
    }

    /// One earlier session that recorded an attempt.
    void recordOneAttempt() const
    {
        Application application(paths());
        Progress::Attempt attempt;
        attempt.course = application.course().id;
        attempt.exercise = QStringLiteral("workbench/greeting");
        attempt.kind = QStringLiteral("write");
        attempt.outcome = Progress::Outcome::Passed;
        QVERIFY(application.progress().record(attempt).ok());
    }

    std::unique_ptr<QTemporaryDir> m_home;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void healthyHome_hasNothingToSay()
    {
        const Started started(paths());
        QCOMPARE(started.application.notices(), QStringList());
        QVERIFY(started.application.store().isPersistent());
        QCOMPARE(started.visibleNotices(), QString());
    }

    void closedWindow_isGoneAtOnceAndExitHandlersRun()
    {
        Started started(paths());
        Runner::Session &session = started.application.session();
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), Runner::SessionState::Idle, 20000);
        const QString file = m_home->path() + QStringLiteral("/farewell.txt");
        QSignalSpy finished(&session, &Runner::Session::runFinished);
        (void)session.execute(
            {Runner::ProgramKind::Pasted,
             QStringLiteral("import atexit, time\nf = open('%1', 'w')\n"
                            "x = atexit.register(lambda: time.sleep(0.3) or f.write('bye'))\n")
                 .arg(file),
             {},
             {},
             {}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QSignalSpy ended(&session, &Runner::Session::ended);
        QVERIFY(started.window.close());
        QVERIFY(!started.window.isVisible());
        QCOMPARE(ended.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20000);
        QCOMPARE(contentOf(file), QByteArray("bye"));
    }

    void programEnds_whenItsWindowIsClosed()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name :
             {QStringLiteral("HOME"), QStringLiteral("XDG_DATA_HOME"), QStringLiteral("XDG_CONFIG_HOME"),
              QStringLiteral("XDG_STATE_HOME"), QStringLiteral("XDG_CACHE_HOME")}) {
            environment.insert(name, m_home->path());
        }
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SKILLET_BINARY_DIR "/bin/skillet"), {QStringLiteral("--report-start")});
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().startsWith("ready "));
    }

    void missingCourse_isNamedInTheWindow()
    {
        Core::Paths broken = paths();
        broken.curriculum = m_home->path() + QStringLiteral("/no-such-course");
        const Started started(broken);
        QVERIFY2(started.visibleNotices().contains(broken.curriculum), qPrintable(started.visibleNotices()));
    }

    void brokenCourseFile_isNamedWithItsLine()
    {
        Core::Paths broken = paths();
        broken.curriculum = m_home->path() + QStringLiteral("/course");
        QVERIFY(QDir().mkpath(broken.curriculum));
        QVERIFY(writeFile(broken.curriculum + QStringLiteral("/course.toml"),
                          "format = 1\nid = \"x\ntitle = 3\n"));
        const Started started(broken);
        QVERIFY2(started.visibleNotices().contains(QStringLiteral("course.toml:2")),
                 qPrintable(started.visibleNotices()));
    }

    void corruptDatabase_isSetAsideAndSaid()
    {
        recordOneAttempt();
        QVERIFY(writeFile(database(), QByteArray(8192, 'x')));
        const Started started(paths());
        QVERIFY(started.application.store().isPersistent());
        QCOMPARE(started.application.store().recovery(), Progress::Store::Recovery::CorruptFileSetAside);
        const QStringList kept = QDir(m_home->path() + QStringLiteral("/data"))
                                     .entryList({QStringLiteral("progress.sqlite.corrupt-*")});
        QVERIFY(!kept.isEmpty());
        QCOMPARE(contentOf(m_home->path() + QStringLiteral("/data/") + kept.constFirst()),
                 QByteArray(8192, 'x'));
        QVERIFY2(started.visibleNotices().contains(kept.constFirst()), qPrintable(started.visibleNotices()));
    }

    void newerDatabase_isLeftAsItIs()
    {
        recordOneAttempt();
        {
            QSqlDatabase connection =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
            connection.setDatabaseName(database());
            QVERIFY(connection.open());
            QVERIFY(QSqlQuery(connection).exec(QStringLiteral("PRAGMA user_version = 99")));
            QVERIFY(QSqlQuery(connection).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
            connection.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("newer"));
        const QByteArray before = contentOf(database());
        {
            const Started started(paths());
            QVERIFY(!started.application.store().isPersistent());
            QVERIFY2(started.visibleNotices().contains(database()), qPrintable(started.visibleNotices()));
        }
        QCOMPARE(contentOf(database()), before);
    }

    void lockedDatabase_isSaidAndTheSessionsProgressComesLater()
    {
        recordOneAttempt();
        {
            QSqlDatabase connection =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("holder"));
            connection.setDatabaseName(database());
            QVERIFY(connection.open());
            QVERIFY(QSqlQuery(connection).exec(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")));
            QVERIFY(QSqlQuery(connection).exec(QStringLiteral("BEGIN EXCLUSIVE")));
            {
                Started started(paths());
                QVERIFY2(started.visibleNotices().contains(database()), qPrintable(started.visibleNotices()));
                Progress::Attempt attempt;
                attempt.course = started.application.course().id;
                attempt.exercise = QStringLiteral("workbench/opening-hours");
                attempt.kind = QStringLiteral("write");
                attempt.outcome = Progress::Outcome::Passed;
                (void)started.application.progress().record(attempt);
            }
            QVERIFY(QSqlQuery(connection).exec(QStringLiteral("ROLLBACK")));
            connection.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("holder"));
        const Application later(paths());
        const auto states = later.store().states(later.course().id);
        QVERIFY(states.ok());
        QCOMPARE(states.value().value(QStringLiteral("workbench/greeting")), Progress::ItemState::Done);
        QCOMPARE(states.value().value(QStringLiteral("workbench/opening-hours")), Progress::ItemState::Done);
    }

    void unwritableHome_isNamedAndTheWindowWorks()
    {
        // Even root cannot make a folder below a regular file.
        QVERIFY(writeFile(m_home->path() + QStringLiteral("/file"), "x"));
        Core::Paths broken = paths();
        broken.data = m_home->path() + QStringLiteral("/file/data");
        broken.config = m_home->path() + QStringLiteral("/file/config");
        broken.workspace = m_home->path() + QStringLiteral("/file/Skillet");
        const Started started(broken);
        QVERIFY(!started.application.store().isPersistent());
        QVERIFY2(started.visibleNotices().contains(broken.data), qPrintable(started.visibleNotices()));
        QCOMPARE(contentOf(m_home->path() + QStringLiteral("/file")), QByteArray("x"));
    }

    void missingWorker_isNamedWithTheWayOut()
    {
        Core::Paths broken = paths();
        broken.worker = m_home->path() + QStringLiteral("/no-such-worker");
        const Started started(broken);
        QTRY_VERIFY2_WITH_TIMEOUT(started.visibleNotices().contains(broken.worker),
                                  qPrintable(started.visibleNotices()), 10000);
    }

    void pythonWithoutStandardLibrary_isNamedWithTheWayOut()
    {
        Core::Paths broken = paths();
        const QString wrapper = m_home->path() + QStringLiteral("/worker");
        const QString noLibrary = m_home->path() + QStringLiteral("/no-python-here");
        QVERIFY(writeFile(wrapper,
                          QStringLiteral("#!/bin/sh\nexec '%1' --python-home '%2' \"$@\"\n")
                              .arg(broken.worker, noLibrary)
                              .toUtf8()));
        QVERIFY(QFile::setPermissions(wrapper, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        broken.worker = wrapper;
        const Started started(broken);
        QTRY_VERIFY2_WITH_TIMEOUT(started.visibleNotices().contains(noLibrary),
                                  qPrintable(started.visibleNotices()), 10000);
    }
};

QTEST_MAIN(TestStartup)
#include "tst_startup.moc"
