// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/journal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Workspace;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void put_isReadBackByAnotherJournal();
    void put_replacesTheEarlierText();
    void entries_comeOldestFirst();
    void remove_forgetsOneKeyOnly();
    void anyKey_makesAName();
    void damagedEntries_areSkippedAndLeft();
    void missingFolder_isEmptyAndMade();
    void unwritableFolder_isNamed();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;
};

void TestJournal::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    QVERIFY(m_temporary->isValid());
    m_folder = m_temporary->filePath(QStringLiteral("data/journal"));
}

void TestJournal::put_isReadBackByAnotherJournal()
{
    const QString text = QStringLiteral("\uFEFFs = 'é😀'\n\r\nno newline at the end");
    QVERIFY(Journal(m_folder).put(QStringLiteral("/home/a/x.py"), QStringLiteral("/home/a/x.py"), text).ok());
    const QList<JournalEntry> entries = Journal(m_folder).entries();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.at(0).key, QStringLiteral("/home/a/x.py"));
    QCOMPARE(entries.at(0).path, QStringLiteral("/home/a/x.py"));
    QCOMPARE(entries.at(0).text, text);
    QVERIFY(qAbs(entries.at(0).when.secsTo(QDateTime::currentDateTime())) < 60);
}

void TestJournal::put_replacesTheEarlierText()
{
    Journal journal(m_folder);
    QVERIFY(journal.put(QStringLiteral("untitled-1"), {}, QString(5000, QLatin1Char('a'))).ok());
    QVERIFY(journal.put(QStringLiteral("untitled-1"), {}, QString()).ok());
    QCOMPARE(journal.entries().size(), 1);
    QCOMPARE(journal.entries().at(0).text, QString());
    QCOMPARE(journal.entries().at(0).path, QString());
}

void TestJournal::entries_comeOldestFirst()
{
    Journal journal(m_folder);
    const QStringList keys{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")};
    for (const QString &key : keys) {
        QVERIFY(journal.put(key, {}, key).ok());
        QTest::qSleep(3);
    }
    QStringList found;
    for (const JournalEntry &entry : journal.entries()) {
        found.append(entry.key);
    }
    QCOMPARE(found, keys);
}

void TestJournal::remove_forgetsOneKeyOnly()
{
    Journal journal(m_folder);
    QVERIFY(journal.put(QStringLiteral("a"), {}, QStringLiteral("1")).ok());
    QVERIFY(journal.put(QStringLiteral("b"), {}, QStringLiteral("2")).ok());
    journal.remove(QStringLiteral("a"));
    journal.remove(QStringLiteral("unknown"));
    QCOMPARE(journal.entries().size(), 1);
    QCOMPARE(journal.entries().at(0).key, QStringLiteral("b"));
}

void TestJournal::anyKey_makesAName()
{
    Journal journal(m_folder);
    const QStringList keys{QStringLiteral("../../escape"), QStringLiteral("/"),
                           QString(5000, QLatin1Char('k')), QStringLiteral("a\nb"), QStringLiteral("ключ")};
    for (const QString &key : keys) {
        QVERIFY(journal.put(key, key, key).ok());
    }
    QCOMPARE(journal.entries().size(), keys.size());
    for (const JournalEntry &entry : journal.entries()) {
        QVERIFY(keys.contains(entry.key));
        QCOMPARE(entry.text, entry.key);
    }
    QCOMPARE(QDir(m_temporary->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("data")});
    QVERIFY(!journal.put(QString(), {}, {}).ok());
}

void TestJournal::damagedEntries_areSkippedAndLeft()
{
    Journal journal(m_folder);
    QVERIFY(journal.put(QStringLiteral("good"), {}, QStringLiteral("text")).ok());
    QVERIFY(journal.put(QStringLiteral("bad"), {}, QStringLiteral("some text é that will be damaged")).ok());
    QString bad;
    for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
        QFile file(QDir(m_folder).filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        bad = file.readAll().contains("\"bad\"") ? file.fileName() : bad;
    }
    QFile file(bad);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    QList<QByteArray> versions;
    for (qsizetype size = 0; size < whole.size(); ++size) {
        versions.append(whole.left(size));
        QByteArray changed = whole;
        changed[size] = static_cast<char>(changed.at(size) ^ 0x80);
        versions.append(changed);
    }
    versions.append("{}\n");
    versions.append("[1]\ntext");
    for (const QByteArray &version : std::as_const(versions)) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(version), version.size());
        file.close();
        const QList<JournalEntry> entries = journal.entries();
        // A changed byte in the key or the time may yield another valid head; the text is never a wrong one.
        for (const JournalEntry &entry : entries) {
            QVERIFY(entry.text == QStringLiteral("text")
                    || entry.text == QStringLiteral("some text é that will be damaged"));
        }
        QVERIFY(!entries.isEmpty());
        QVERIFY(QFile::exists(bad));
    }
}

void TestJournal::missingFolder_isEmptyAndMade()
{
    Journal journal(m_folder);
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(!QFile::exists(m_folder));
    QVERIFY(journal.put(QStringLiteral("a"), {}, {}).ok());
    QVERIFY(QFile::exists(m_folder));
}

void TestJournal::unwritableFolder_isNamed()
{
    QFile file(m_temporary->filePath(QStringLiteral("data")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto put = Journal(m_folder).put(QStringLiteral("a"), {}, {});
    QVERIFY(!put.ok());
    QVERIFY(put.error().message.contains(m_folder));
}

QTEST_APPLESS_MAIN(TestJournal)
#include "tst_journal.moc"
