// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/localhistory.h"

#include "tinydisk.h"
#include "unprivileged.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Skillet;
using namespace Skillet::Workspace;

namespace {

QString file(const QString &folder, const QString &name)
{
    QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

QByteArray contentOf(const QString &path)
{
    QFile opened(path);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile opened(path);
    QVERIFY(opened.open(QIODevice::WriteOnly));
    QCOMPARE(opened.write(bytes), bytes.size());
}

} // namespace

class TestLocalHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keep_isReadBackNewestFirst();
    void sameText_isKeptOnce();
    void fileWithoutVersions_hasNone();
    void anotherWayToTheFile_hasTheSameVersions();
    void largeTextOrNoFile_isRefused();
    void twoWindows_loseNothing();
    void heldLock_isTold();
    void thinning_keepsAWeekThenHoursThenDays();
    void newestTwenty_stayWhateverTheClockSays();
    void clockSetBack_keepsTheOrder();
    void totalLimit_takesTheOldestAndLeavesTheNewestOfEachFile();
    void tornLine_isSkippedAndClosed();
    void damagedIndex_neverYieldsAWrongText();
    void damagedText_isToldAndHealed();
    void fullDisk_isToldAndLeavesWhatWasThere();
    void unwritableFolder_isNamed();
    void killedWriter_leavesWholeVersions();

private:
    [[nodiscard]] LocalHistory history() const { return LocalHistory(m_folder, m_limits); }
    [[nodiscard]] QStringList texts(const QString &path) const;
    void keepAt(LocalHistory &history, const QDateTime &when, const QString &text);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
    QString m_file;
    QDateTime m_now;
    HistoryLimits m_limits;
};

void TestLocalHistory::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->filePath(QStringLiteral("data/history"));
    m_file = m_temporary->filePath(QStringLiteral("orders.py"));
    m_now = QDateTime(QDate(2024, 5, 31), QTime(12, 0));
    m_limits = {};
}

QStringList TestLocalHistory::texts(const QString &path) const
{
    QStringList found;
    const auto versions = history().versions(path);
    for (const FileVersion &version : versions.valueOr({})) {
        found.append(history().text(path, version).valueOr(QStringLiteral("unreadable")));
    }
    return found;
}

void TestLocalHistory::keepAt(LocalHistory &history, const QDateTime &when, const QString &text)
{
    m_now = when;
    const auto kept = history.keep(m_file, text, Occasion::Saved);
    QVERIFY2(kept.ok(), kept ? "" : qPrintable(kept.error().message));
}

void TestLocalHistory::keep_isReadBackNewestFirst()
{
    const QString second = QStringLiteral("\uFEFFs = 'é😀'\n\r\nno newline at the end");
    QVERIFY(history().keep(m_file, QString(), Occasion::Saved).ok());
    QVERIFY(history().keep(m_file, second, Occasion::Run).ok());
    QVERIFY(history().keep(m_file, QStringLiteral("x = 1\n"), Occasion::Checked).ok());
    QVERIFY(history().keep(m_file, second, Occasion::BeforeRestore).ok());
    QCOMPARE(texts(m_file), QStringList({second, QStringLiteral("x = 1\n"), second, QString()}));
    const QList<FileVersion> versions = history().versions(m_file).value();
    QCOMPARE(versions.at(0).occasion, Occasion::BeforeRestore);
    QCOMPARE(versions.at(1).occasion, Occasion::Checked);
    QCOMPARE(versions.at(2).occasion, Occasion::Run);
    QCOMPARE(versions.at(3).occasion, Occasion::Saved);
    QCOMPARE(versions.at(0).bytes, second.toUtf8().size());
    QVERIFY(qAbs(versions.at(0).when.secsTo(QDateTime::currentDateTime())) < 60);
    QCOMPARE(QFile::permissions(m_folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestLocalHistory::sameText_isKeptOnce()
{
    for (const Occasion occasion : {Occasion::Saved, Occasion::Run, Occasion::Checked}) {
        QVERIFY(history().keep(m_file, QStringLiteral("a"), occasion).ok());
    }
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("a")});
}

void TestLocalHistory::fileWithoutVersions_hasNone()
{
    const auto versions = history().versions(m_file);
    QVERIFY(versions.ok());
    QVERIFY(versions.value().isEmpty());
    QVERIFY(!QFile::exists(m_folder));
}

void TestLocalHistory::anotherWayToTheFile_hasTheSameVersions()
{
    write(m_file, "a");
    const QString link = m_temporary->filePath(QStringLiteral("link.py"));
    QVERIFY(QFile::link(m_file, link));
    QVERIFY(history().keep(link, QStringLiteral("a"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("a")});
    QVERIFY(QFile::remove(m_file));
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("a")});
    QVERIFY(texts(m_temporary->filePath(QStringLiteral("other.py"))).isEmpty());
}

void TestLocalHistory::largeTextOrNoFile_isRefused()
{
    m_limits.largestText = 10;
    QVERIFY(history().keep(m_file, QString(10, QLatin1Char('a')), Occasion::Saved).ok());
    const auto large = history().keep(m_file, QString(11, QLatin1Char('a')), Occasion::Saved);
    QVERIFY(!large.ok());
    QCOMPARE(large.error().code, Core::ErrorCode::Invalid);
    QVERIFY(large.error().message.contains(m_file));
    QVERIFY(!history().keep(QString(), QStringLiteral("a"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file).size(), 1);
}

void TestLocalHistory::twoWindows_loseNothing()
{
    LocalHistory one = history();
    LocalHistory other = history();
    QStringList expected;
    for (int i = 0; i < 10; ++i) {
        const QString text = QString::number(i);
        QVERIFY((i % 2 == 0 ? one : other).keep(m_file, text, Occasion::Saved).ok());
        expected.prepend(text);
    }
    QCOMPARE(texts(m_file), expected);
}

void TestLocalHistory::heldLock_isTold()
{
    QVERIFY(history().keep(m_file, QStringLiteral("a"), Occasion::Saved).ok());
    QFile lock(m_folder + QStringLiteral("/lock"));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QCOMPARE(::flock(lock.handle(), LOCK_EX), 0);
    const auto refused = history().keep(m_file, QStringLiteral("b"), Occasion::Saved);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Core::ErrorCode::Locked);
    lock.close();
    QVERIFY(history().keep(m_file, QStringLiteral("b"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file).size(), 2);
}

void TestLocalHistory::thinning_keepsAWeekThenHoursThenDays()
{
    m_limits.now = [this] { return m_now; };
    LocalHistory history(m_folder, m_limits);
    const QDateTime start(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    const auto keepSix = [&](const QDateTime &from, const QString &name) {
        for (int i = 0; i < 6; ++i) {
            keepAt(history, from.addSecs(i * 600), name + QString::number(i));
        }
    };
    keepSix(start, QStringLiteral("day"));
    keepSix(start.addSecs(3600), QStringLiteral("noon"));
    keepSix(start.addDays(20), QStringLiteral("hour"));
    keepSix(start.addDays(20).addSecs(3600), QStringLiteral("next"));
    keepSix(start.addDays(35), QStringLiteral("week"));
    for (int i = 0; i < 20; ++i) {
        keepAt(history, start.addDays(40).addSecs(i), QStringLiteral("now%1").arg(i));
    }
    const QStringList left = texts(m_file);
    QCOMPARE(left.size(), 20 + 6 + 2 + 1);
    QCOMPARE(left.mid(26),
             QStringList({QStringLiteral("next5"), QStringLiteral("hour5"), QStringLiteral("noon5")}));
    QVERIFY(!left.contains(QStringLiteral("unreadable")));
    // Texts that no version has any more are gone too.
    const QString folder = QFileInfo(file(m_folder, QStringLiteral("versions.jsonl"))).absolutePath();
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), left.size() + 1);
}

void TestLocalHistory::newestTwenty_stayWhateverTheClockSays()
{
    m_limits.now = [this] { return m_now; };
    LocalHistory history(m_folder, m_limits);
    for (int i = 0; i < 19; ++i) {
        keepAt(history, QDateTime(QDate(2024, 1, 1), QTime(10, 0, i)), QString::number(i));
    }
    keepAt(history, QDateTime(QDate(2034, 1, 1), QTime(10, 0)), QStringLiteral("far"));
    QCOMPARE(texts(m_file).size(), 20);
}

void TestLocalHistory::clockSetBack_keepsTheOrder()
{
    m_limits.now = [this] { return m_now; };
    LocalHistory history(m_folder, m_limits);
    keepAt(history, QDateTime(QDate(2034, 1, 1), QTime(10, 0)), QStringLiteral("first"));
    keepAt(history, QDateTime(QDate(2024, 1, 1), QTime(10, 0)), QStringLiteral("second"));
    keepAt(history, QDateTime(QDate(2024, 1, 1), QTime(9, 0)), QStringLiteral("third"));
    QCOMPARE(texts(m_file),
             QStringList({QStringLiteral("third"), QStringLiteral("second"), QStringLiteral("first")}));
}

void TestLocalHistory::totalLimit_takesTheOldestAndLeavesTheNewestOfEachFile()
{
    const QString other = m_temporary->filePath(QStringLiteral("other.py"));
    QVERIFY(history().keep(other, QStringLiteral("old"), Occasion::Saved).ok());
    QVERIFY(history().keep(other, QStringLiteral("newest of the other"), Occasion::Saved).ok());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(history().keep(m_file, QString::number(i), Occasion::Saved).ok());
    }
    m_limits.total = 1;
    QVERIFY(history().keep(m_file, QStringLiteral("newest"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("newest")});
    QCOMPARE(texts(other), QStringList{QStringLiteral("newest of the other")});
}

void TestLocalHistory::tornLine_isSkippedAndClosed()
{
    QVERIFY(history().keep(m_file, QStringLiteral("a"), Occasion::Saved).ok());
    QVERIFY(history().keep(m_file, QStringLiteral("b"), Occasion::Saved).ok());
    const QString index = file(m_folder, QStringLiteral("versions.jsonl"));
    const QByteArray whole = contentOf(index);
    write(index, whole.left(whole.size() - 20));
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("a")});
    QVERIFY(history().keep(m_file, QStringLiteral("c"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file), QStringList({QStringLiteral("c"), QStringLiteral("a")}));
}

void TestLocalHistory::damagedIndex_neverYieldsAWrongText()
{
    QVERIFY(history().keep(m_file, QStringLiteral("a"), Occasion::Saved).ok());
    QVERIFY(history().keep(m_file, QStringLiteral("b"), Occasion::Saved).ok());
    const QString index = file(m_folder, QStringLiteral("versions.jsonl"));
    const QByteArray whole = contentOf(index);
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = static_cast<char>(changed.at(i) ^ 0x01);
        write(index, changed);
        QVERIFY(history().versions(m_file).ok());
        for (const QString &text : texts(m_file)) {
            QVERIFY(text == QLatin1String("a") || text == QLatin1String("b")
                    || text == QLatin1String("unreadable"));
        }
    }
    write(index, "\n\nnull\n[]\n{\"sha256\": \"../../x\"}\n" + whole);
    QCOMPARE(texts(m_file), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
}

void TestLocalHistory::damagedText_isToldAndHealed()
{
    QVERIFY(history().keep(m_file, QStringLiteral("some text"), Occasion::Saved).ok());
    const FileVersion version = history().versions(m_file).value().constFirst();
    const QString content = file(m_folder, QString::fromLatin1(version.digest));
    const QByteArray whole = contentOf(content);
    for (const QByteArray &damage :
         {QByteArray(), whole.left(6), QByteArray("\xff\xff\xff\xff") + whole.mid(4),
          whole.left(8) + "?????"}) {
        write(content, damage);
        const auto text = history().text(m_file, version);
        QVERIFY(!text.ok());
        QCOMPARE(text.error().code, Core::ErrorCode::Invalid);
        QVERIFY(text.error().message.contains(m_file));
    }
    QVERIFY(QFile::remove(content));
    QCOMPARE(history().text(m_file, version).error().code, Core::ErrorCode::NotFound);
    QVERIFY(history().keep(m_file, QStringLiteral("some text"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("some text")});
}

void TestLocalHistory::fullDisk_isToldAndLeavesWhatWasThere()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("only root may mount a small disk");
    }
    m_folder = disk.path("history");
    QVERIFY(history().keep(m_file, QStringLiteral("a"), Occasion::Saved).ok());
    disk.fill();
    const auto refused = history().keep(m_file, QStringLiteral("b"), Occasion::Saved);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Core::ErrorCode::NoSpace);
    QCOMPARE(texts(m_file), QStringList{QStringLiteral("a")});
    disk.makeRoom();
    QVERIFY(history().keep(m_file, QStringLiteral("b"), Occasion::Saved).ok());
    QCOMPARE(texts(m_file), QStringList({QStringLiteral("b"), QStringLiteral("a")}));
}

void TestLocalHistory::unwritableFolder_isNamed()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_folder).absolutePath()));
    QVERIFY(QFile::setPermissions(m_temporary->path(),
                                  QFile::Permissions(QFile::ReadOwner | QFile::ExeOwner | QFile::ExeOther)));
    const Unprivileged unprivileged;
    if (!unprivileged.isEffective()) {
        QSKIP("root may write everywhere");
    }
    const auto refused = history().keep(m_file, QStringLiteral("a"), Occasion::Saved);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Core::ErrorCode::PermissionDenied);
    QVERIFY(refused.error().message.contains(m_folder));
}

void TestLocalHistory::killedWriter_leavesWholeVersions()
{
    QVERIFY(history().keep(m_file, QStringLiteral("begin"), Occasion::Saved).ok());
    for (int round = 0; round < 10; ++round) {
        const pid_t writer = ::fork();
        QVERIFY(writer >= 0);
        if (writer == 0) {
            LocalHistory killed = history();
            for (int i = 0;; ++i) {
                const QString text = QStringLiteral("round %1 text %2\n").arg(round).arg(i);
                (void)killed.keep(m_file, text.repeated(50), Occasion::Saved);
            }
        }
        const qsizetype before = history().versions(m_file).value().size();
        QTRY_VERIFY_WITH_TIMEOUT(history().versions(m_file).value().size() > before, 60000);
        QTest::qSleep(round);
        QCOMPARE(::kill(writer, SIGKILL), 0);
        QCOMPARE(::waitpid(writer, nullptr, 0), writer);
        QVERIFY(!texts(m_file).contains(QStringLiteral("unreadable")));
        const QString after = QStringLiteral("after %1").arg(round);
        QVERIFY(history().keep(m_file, after, Occasion::Saved).ok());
        QCOMPARE(texts(m_file).constFirst(), after);
    }
    QVERIFY(texts(m_file).size() >= 20);
}

QTEST_APPLESS_MAIN(TestLocalHistory)
#include "tst_localhistory.moc"
