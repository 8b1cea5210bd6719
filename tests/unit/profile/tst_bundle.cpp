// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/zipfile.h"
#include "profile/bundle.h"
#include "profile/bundlereader.h"
#include "progress/recordjson.h"
#include "progress/store.h"
#include "samplerecords.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Skillet;
using namespace Skillet::Profile;

class tst_Bundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void anExportedProfile_comesBackWhole();
    void importingTwice_addsNothing();
    void filesOfTwoMachines_areMergedByTheirIds();
    void anExistingFile_isNotOverwritten();
    void aNewerVersion_isRefused();
    void hostileLine_isRefusedWithItsPlace_data();
    void hostileLine_isRefusedWithItsPlace();
    void aForeignName_isRefused();
    void anEditedRecord_isToldByItsChecksum();
    void anyDamagedBundle_changesNothing();

private:
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void fill(const QString &database, int from, int to) const;
    static qint64 countIn(const QString &database);
    static QList<Progress::Attempt> attemptsIn(const QString &database, int n);
    /// A bundle with these attempts and a manifest that agrees with them, and maybe one more file.
    QString bundleOf(const QByteArray &attempts, int version = 1, const QString &extra = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray lineOf(int n)
{
    return Progress::toJsonLine(sampleAttempt(n)) + '\n';
}

} // namespace

void tst_Bundle::fill(const QString &database, int from, int to) const
{
    const auto store = Progress::Store::open(database);
    QVERIFY(store.ok());
    for (int n = from; n < to; ++n) {
        QVERIFY(store.value()->record(sampleAttempt(n)).ok());
        QVERIFY(store.value()->record(sampleEvent(n)).ok());
        QVERIFY(store.value()->record(sampleIncident(n)).ok());
        QVERIFY(store.value()->record(sampleGuess(n)).ok());
    }
}

qint64 tst_Bundle::countIn(const QString &database)
{
    const auto store = Progress::Store::open(database);
    qint64 count = 0;
    for (int i = 0; store.ok() && i < 7; ++i)
        count += store.value()
                     ->attempts(QStringLiteral("python"), QStringLiteral("basics/e%1").arg(i))
                     .value()
                     .size();
    return count;
}

QList<Progress::Attempt> tst_Bundle::attemptsIn(const QString &database, int n)
{
    const auto store = Progress::Store::open(database);
    return store.value()->attempts(QStringLiteral("python"), QStringLiteral("basics/e%1").arg(n)).value();
}

QString tst_Bundle::bundleOf(const QByteArray &attempts, int version, const QString &extra) const
{
    QList<std::pair<QString, QString>> files;
    QJsonObject described;
    for (const QLatin1String name : recordFiles) {
        const QByteArray content = name == recordFiles[0] ? attempts : QByteArray();
        put(m_folder->filePath(name), content);
        files.append({name, m_folder->filePath(name)});
        const auto hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        described.insert(name,
                         QJsonObject{{QStringLiteral("records"), content.count('\n')},
                                     {QStringLiteral("bytes"), content.size()},
                                     {QStringLiteral("sha256"), QString::fromLatin1(hash)}});
    }
    put(at("manifest.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("format"), QString(bundleFormat)},
                                  {QStringLiteral("version"), version},
                                  {QStringLiteral("files"), described}})
            .toJson());
    files.append({manifestName, at("manifest.json")});
    if (!extra.isEmpty())
        files.append({extra, at("manifest.json")});
    QFile::remove(at("made.skilletprofile"));
    return Course::ZipFile::write(at("made.skilletprofile"), files).ok() ? at("made.skilletprofile")
                                                                         : QString();
}

void tst_Bundle::anExportedProfile_comesBackWhole()
{
    fill(at("a.sqlite"), 0, 50);
    const auto written = exportBundle(at("a.sqlite"), at("a.skilletprofile"));
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().message));
    QCOMPARE(written.value(), 200);
    const auto report = importBundle(at("a.skilletprofile"), at("b.sqlite"));
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().message));
    QCOMPARE(report.value().records, 200);
    QCOMPARE(report.value().added, 200);
    for (int n = 0; n < 7; ++n) {
        const auto before = attemptsIn(at("a.sqlite"), n);
        const auto after = attemptsIn(at("b.sqlite"), n);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < after.size(); ++i)
            QCOMPARE(Progress::toJsonLine(after.at(i)), Progress::toJsonLine(before.at(i)));
    }
}

void tst_Bundle::importingTwice_addsNothing()
{
    fill(at("a.sqlite"), 0, 20);
    QVERIFY(exportBundle(at("a.sqlite"), at("a.skilletprofile")).ok());
    QVERIFY(importBundle(at("a.skilletprofile"), at("b.sqlite")).ok());
    const auto again = importBundle(at("a.skilletprofile"), at("b.sqlite"));
    QVERIFY(again.ok());
    QCOMPARE(again.value().records, 80);
    QCOMPARE(again.value().added, 0);
    QCOMPARE(countIn(at("b.sqlite")), 20);
}

void tst_Bundle::filesOfTwoMachines_areMergedByTheirIds()
{
    fill(at("a.sqlite"), 0, 30);
    fill(at("b.sqlite"), 20, 45);
    QVERIFY(exportBundle(at("b.sqlite"), at("b.skilletprofile")).ok());
    const auto merged = importBundle(at("b.skilletprofile"), at("a.sqlite"));
    QVERIFY(merged.ok());
    QCOMPARE(merged.value().added, 60);
    QCOMPARE(countIn(at("a.sqlite")), 45);
}

void tst_Bundle::anExistingFile_isNotOverwritten()
{
    fill(at("a.sqlite"), 0, 2);
    QVERIFY(put(at("mine"), "mine"));
    QVERIFY(!exportBundle(at("a.sqlite"), at("mine")).ok());
    QCOMPARE(bytesOf(at("mine")), QByteArray("mine"));
}

void tst_Bundle::aNewerVersion_isRefused()
{
    const auto report = importBundle(bundleOf(lineOf(1), 2), at("b.sqlite"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, Core::ErrorCode::NewerVersion);
    QVERIFY(!QFile::exists(at("b.sqlite")));
}

void tst_Bundle::hostileLine_isRefusedWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto add = [](const char *name, const char *before, const QByteArray &after) {
        QTest::newRow(name) << QByteArray(before) << after;
    };
    add("huge number", "\"hints\":1", "\"hints\":1e300");
    add("number beyond int", "\"hints\":1", "\"hints\":4294967297");
    add("negative", "\"duration\":101", "\"duration\":-101");
    add("text for a number", "\"hints\":1", "\"hints\":\"1\"");
    add("number for a text", "\"kind\":\"write\"", "\"kind\":7");
    add("unknown outcome", "\"outcome\":\"failed\"", "\"outcome\":\"won\"");
    add("a key twice", "\"kind\":\"write\"", "\"kind\":\"write\",\"outcome\":\"passed\"");
    add("unknown key", "\"hints\":1", "\"hints\":1,\"colour\":2");
    add("no id", "\"id\":", "\"ids\":");
    add("date out of range", "\"at\":1700000060000", "\"at\":9000000000000000");
    add("time of the wrong type", "\"at\":1700000060000", "\"at\":\"now\"");
    add("NUL", "\"kind\":\"write\"", "\"kind\":\"wr\\u0000te\"");
    add("half a character", "\"kind\":\"write\"", "\"kind\":\"\\ud800\"");
    add("invalid UTF-8", "\"kind\":\"write\"", "\"kind\":\"\xff\xfe\"");
    add("another format", "\"format\":2", "\"format\":3");
    add("another kind of record", "\"attempt\":", "\"event\":");
    add("too long", "\"kind\":\"write\"", "\"kind\":\"" + QByteArray(9 * 1024 * 1024, 'a') + '"');
    add("no JSON", "{", "");
}

void tst_Bundle::hostileLine_isRefusedWithItsPlace()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    fill(at("b.sqlite"), 5, 8);
    QByteArray line = lineOf(1);
    QVERIFY(line.contains(before));
    line.replace(line.indexOf(before), before.size(), after);
    const auto report = importBundle(bundleOf(lineOf(0) + line + lineOf(2)), at("b.sqlite"));
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, Core::ErrorCode::Invalid);
    QVERIFY2(report.error().message.contains(QStringLiteral("attempts.jsonl:2")),
             qPrintable(report.error().message));
    QCOMPARE(countIn(at("b.sqlite")), 3);
}

void tst_Bundle::aForeignName_isRefused()
{
    for (const char *name : {"../escape", "/etc/escape", "folder/", "notes.txt"}) {
        const QString bundle = bundleOf(lineOf(1), 1, QLatin1String(name));
        QVERIFY(!bundle.isEmpty());
        QVERIFY2(!importBundle(bundle, at("b.sqlite")).ok(), name);
        QVERIFY(!QFile::exists(at("b.sqlite")));
    }
}

void tst_Bundle::anEditedRecord_isToldByItsChecksum()
{
    QVERIFY(!bundleOf(lineOf(1)).isEmpty());
    QByteArray edited = lineOf(1);
    edited.replace("\"hints\":1", "\"hints\":0");
    QVERIFY(put(at("attempts.jsonl"), edited)); // the manifest stays as it was
    QList<std::pair<QString, QString>> files{{manifestName, at("manifest.json")}};
    for (const QLatin1String name : recordFiles)
        files.append({name, m_folder->filePath(name)});
    QVERIFY(Course::ZipFile::write(at("edited.skilletprofile"), files).ok());
    const auto report = importBundle(at("edited.skilletprofile"), at("b.sqlite"));
    QVERIFY(!report.ok());
    QVERIFY2(report.error().message.contains(QStringLiteral("checksum")), qPrintable(report.error().message));
}

void tst_Bundle::anyDamagedBundle_changesNothing()
{
    fill(at("a.sqlite"), 0, 12);
    QVERIFY(exportBundle(at("a.sqlite"), at("a.skilletprofile")).ok());
    const QByteArray whole = bytesOf(at("a.skilletprofile"));
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray damaged = whole;
        const qsizetype place = (qsizetype{i} * 7919 + 13) % whole.size();
        if (i % 4 == 0)
            damaged.truncate(place);
        else
            damaged[place] = static_cast<char>(damaged.at(place) ^ (1 << (i % 8)));
        QVERIFY(put(at("damaged.skilletprofile"), damaged));
        const QString target = m_folder->filePath(QStringLiteral("target-%1.sqlite").arg(i));
        const auto report = importBundle(at("damaged.skilletprofile"), target);
        if (report.ok()) {
            QCOMPARE(report.value().added, 48); // the flipped bit was in a place that says nothing
        } else {
            ++refused;
            QVERIFY(!report.error().message.isEmpty());
            QVERIFY(!QFile::exists(target));
        }
    }
    QVERIFY(refused > 200);
}

QTEST_GUILESS_MAIN(tst_Bundle)
#include "tst_bundle.moc"
