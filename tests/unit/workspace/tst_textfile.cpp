// SPDX-License-Identifier: GPL-3.0-or-later
#include "tinydisk.h"
#include "unprivileged.h"
#include "workspace/textfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace Skillet::Workspace;
using Skillet::Core::ErrorCode;

class TestTextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readAndWrite_changeNothing_data();
    void readAndWrite_changeNothing();
    void read_tellsTextEndingAndEncoding_data();
    void read_tellsTextEndingAndEncoding();
    void mixedEndings_becomeTheMostCommon();
    void read_refusesOtherContent_data();
    void read_refusesOtherContent();
    void read_refusesWhatIsNoFile();
    void write_followsTheCookieInTheText();
    void write_refusesACharacterThatTheEncodingLacks();
    void write_refusesHalfASurrogatePair();
    void read_asAnotherEncoding_whenNothingNamesOne();
    void write_namesTheLineOfAMissingCharacter_inAnyEncoding();
    void write_refusesAnUnknownCookie();
    void write_followsLinksAndKeepsPermissions();
    void write_withoutPermission_keepsTheOldContent();
    void write_onAFullDisk_keepsTheOldContent();
    void write_intoAMissingFolder_namesIt();
    void write_inAReadOnlyFolder_writesTheFileInPlace();

private:
    [[nodiscard]] QString path(const char *name = "a.py") const
    {
        return m_folder->filePath(QLatin1String(name));
    }
    [[nodiscard]] bool put(const QByteArray &content) const;
    [[nodiscard]] QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTextFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    // Open to the user nobody, whose part the tests of permissions play.
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
}

bool TestTextFile::put(const QByteArray &content) const
{
    QFile file(path());
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray TestTextFile::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void TestTextFile::readAndWrite_changeNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain") << QByteArray("print(1)\n");
    QTest::newRow("no newline at the end") << QByteArray("print(1)");
    QTest::newRow("UTF-8") << QByteArray("s = 'é😀\xE2\x80\xA8'\n");
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBFs = 'é'\n");
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF");
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBFx");
    QTest::newRow("mark and Latin-1 cookie") << QByteArray("\xEF\xBB\xBF# coding: latin-1\ns = 'é'\n");
    QTest::newRow("CR LF") << QByteArray("a = 1\r\nb = 2\r\n");
    QTest::newRow("CR") << QByteArray("a = 1\rb = 2\r");
    QTest::newRow("CR LF and mark") << QByteArray("\xEF\xBB\xBF"
                                                  "a = 1\r\n");
    QTest::newRow("Latin-1") << QByteArray("# -*- coding: latin-1 -*-\ns = '\xE9\x80\xFF'\n");
    QTest::newRow("Latin-1 in line 2")
        << QByteArray("#!/usr/bin/python3\r\n# vim: set fileencoding=ISO-8859-1 :\r\n'\xE9'");
    QTest::newRow("ASCII") << QByteArray("# coding: us-ascii\nx = 1\n");
    QTest::newRow("unknown cookie, plain content") << QByteArray("# coding: klingon\nx = 1\n");
    QTest::newRow("Windows") << QByteArray("# coding: cp1252\r\ns = '\x80 \xE9 \x93'\r\n");
    QTest::newRow("Cyrillic") << QByteArray("# -*- coding: koi8_r -*-\ns = '\xD0\xD2\xC9'\n");
    QTest::newRow("Japanese") << QByteArray("# coding: shift_jis\ns = '\x93\xFA\x96\x7B'\n");
    QTest::newRow("Chinese") << QByteArray("# coding: gbk\ns = '\xC4\xE3\xBA\xC3'\n");
    QTest::newRow("old Macintosh") << QByteArray("# coding: mac-roman\rs = '\x8E'\r");
    QTest::newRow("no cookie: code before it") << QByteArray("x = 1\n# coding: latin-1\ny = 'é'\n");
    QTest::newRow("no cookie: line 3") << QByteArray("\n\n# coding: latin-1\ny = 'é'\n");
    QTest::newRow("controls") << QByteArray("a\tb\fc\vd\x01\n");
}

void TestTextFile::readAndWrite_changeNothing()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(put(bytes));
    const auto read = readTextFile(path());
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QVERIFY(!read.value().text.contains(QLatin1Char('\r')));
    QVERIFY(writeTextFile(path(), read.value()).ok());
    QCOMPARE(content(), bytes);
}

void TestTextFile::read_tellsTextEndingAndEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("ending");
    QTest::addColumn<bool>("mark");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("UTF-8") << QByteArray("é\n") << QStringLiteral("é\n") << int(LineEnding::Lf) << false
                           << QByteArray("utf-8");
    QTest::newRow("mark, CR LF") << QByteArray("\xEF\xBB\xBF"
                                               "a\r\nb")
                                 << QStringLiteral("a\nb") << int(LineEnding::CrLf) << true
                                 << QByteArray("utf-8");
    QTest::newRow("Latin-1") << QByteArray("#coding=Latin_1\r\xE9") << QStringLiteral("#coding=Latin_1\né")
                             << int(LineEnding::Cr) << false << QByteArray("latin-1");
    QTest::newRow("UTF-8 cookie") << QByteArray("# coding: UTF8\né") << QStringLiteral("# coding: UTF8\né")
                                  << int(LineEnding::Lf) << false << QByteArray("utf-8");
}

void TestTextFile::read_tellsTextEndingAndEncoding()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(put(bytes));
    const auto read = readTextFile(path());
    QVERIFY(read.ok());
    QTEST(read.value().text, "text");
    QTEST(int(read.value().lineEnding), "ending");
    QTEST(read.value().byteOrderMark, "mark");
    QTEST(read.value().encoding, "encoding");
}

void TestTextFile::mixedEndings_becomeTheMostCommon()
{
    QVERIFY(put("a\r\nb\r\nc\nd\re\n\r\n"));
    const auto read = readTextFile(path());
    QVERIFY(read.ok());
    QCOMPARE(read.value().lineEnding, LineEnding::CrLf);
    QCOMPARE(read.value().text, QStringLiteral("a\nb\nc\nd\ne\n\n"));
    QVERIFY(writeTextFile(path(), read.value()).ok());
    QCOMPARE(content(), QByteArray("a\r\nb\r\nc\r\nd\r\ne\r\n\r\n"));
}

void TestTextFile::read_refusesOtherContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("Latin-1 without cookie")
        << QByteArray("a\nb\n'\xE9'") << QStringLiteral("line 3: the byte 0xE9 at offset 5");
    QTest::newRow("cut-off UTF-8") << QByteArray("a\n\xE2\x82") << QStringLiteral("line 2");
    QTest::newRow("overlong UTF-8") << QByteArray("\xC0\xAF") << QStringLiteral("line 1");
    QTest::newRow("surrogate in UTF-8") << QByteArray("\xED\xA0\x80") << QStringLiteral("line 1");
    QTest::newRow("NUL") << QByteArray("a\nb\0c", 5) << QStringLiteral("line 2, at offset 3");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0b\0",
                                          6)
                            << QStringLiteral("NUL");
    QTest::newRow("unknown cookie") << QByteArray("# coding: klingon\n'\x80'") << QStringLiteral("'klingon'");
    QTest::newRow("a byte that the cookie's encoding lacks")
        << QByteArray("# coding: cp1252\nx = 1\ny = '\x81'")
        << QStringLiteral("line 3: the byte 0x81 at offset 28");
    QTest::newRow("an encoding that is none for programs")
        << QByteArray("# coding: utf-16\n'\x80'") << QStringLiteral("'utf-16'");
    QTest::newRow("ASCII cookie, other content")
        << QByteArray("# coding: ascii\n'é'") << QStringLiteral("line 2");
    QTest::newRow("mark, then no UTF-8") << QByteArray("\xEF\xBB\xBF\xE9") << QStringLiteral("line 1");
}

void TestTextFile::read_refusesOtherContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    QVERIFY(put(bytes));
    const auto read = readTextFile(path());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(path()));
}

void TestTextFile::read_refusesWhatIsNoFile()
{
    QCOMPARE(readTextFile(path("missing")).error().code, ErrorCode::NotFound);
    QCOMPARE(readTextFile(m_folder->path()).error().code, ErrorCode::Invalid);
    QCOMPARE(readTextFile(QStringLiteral("/dev/zero")).error().code, ErrorCode::Invalid);
    QFile large(path());
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(64 * 1024 * 1024 + 1));
    QCOMPARE(readTextFile(path()).error().code, ErrorCode::Invalid);
    QVERIFY(put("x"));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions()));
    const Unprivileged nobody;
    QVERIFY(nobody.isEffective());
    QCOMPARE(readTextFile(path()).error().code, ErrorCode::PermissionDenied);
}

void TestTextFile::write_followsTheCookieInTheText()
{
    TextFile file;
    file.text = QStringLiteral("# coding: latin-1\n'é'\n");
    QVERIFY(writeTextFile(path(), file).ok());
    QCOMPARE(content(), QByteArray("# coding: latin-1\n'\xE9'\n"));
    // The comment was taken out: Python will read UTF-8, whatever the file was before.
    const auto read = readTextFile(path());
    QVERIFY(read.ok());
    file = read.value();
    file.text = QStringLiteral("'é'\n");
    QVERIFY(writeTextFile(path(), file).ok());
    QCOMPARE(content(), QByteArray("'é'\n"));
}

void TestTextFile::write_refusesACharacterThatTheEncodingLacks()
{
    QVERIFY(put("old"));
    TextFile file;
    file.text = QStringLiteral("# coding: latin-1\n'é'\n'€'\n");
    const auto written = writeTextFile(path(), file);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::Invalid);
    QVERIFY(written.error().message.contains(path() + QStringLiteral(", line 3: the character '€'")));
    QCOMPARE(content(), QByteArray("old"));
}

void TestTextFile::write_refusesHalfASurrogatePair()
{
    QVERIFY(put("old"));
    TextFile file;
    file.text = QStringLiteral("x = '") + QChar(0xD83D) + QStringLiteral("'");
    QCOMPARE(writeTextFile(path(), file).error().code, ErrorCode::Invalid);
    QCOMPARE(content(), QByteArray("old"));
}

void TestTextFile::read_asAnotherEncoding_whenNothingNamesOne()
{
    QVERIFY(put("# \x80 \xE9\r\n"));
    QVERIFY(isOtherText(path()));
    const auto read = readTextFile(path(), "cp1252");
    QVERIFY(read.ok());
    QVERIFY(read.value().isConverted);
    QCOMPARE(read.value().text, QStringLiteral("# \u20AC \u00E9\n"));
    QVERIFY(writeTextFile(path(), read.value()).ok());
    QCOMPARE(content(), QByteArray("# \xE2\x82\xAC \xC3\xA9\r\n"));
    // What is UTF-8 or names its encoding is read as that.
    QVERIFY(!isOtherText(path()));
    QVERIFY(!readTextFile(path(), "cp1252").value().isConverted);
    QVERIFY(put("# coding: ascii\n\xE9"));
    QVERIFY(!isOtherText(path()));
    QVERIFY(put(QByteArray("a\0\xE9", 3)));
    QVERIFY(!isOtherText(path()));
    QVERIFY(!isOtherText(QStringLiteral("/nowhere")));
}

void TestTextFile::write_namesTheLineOfAMissingCharacter_inAnyEncoding()
{
    TextFile file;
    file.text = QStringLiteral("# coding: cp1252\r\ns = '\u20AC'\nt = '\u0416'\n");
    const auto written = writeTextFile(path(), file);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(QStringLiteral("line 3: the character '\u0416'")),
             qPrintable(written.error().message));
}

void TestTextFile::write_refusesAnUnknownCookie()
{
    TextFile file;
    file.text = QStringLiteral("# coding: klingon\nx = 1\n");
    QVERIFY(writeTextFile(path(), file).ok());
    file.text += QStringLiteral("# é\n");
    const auto written = writeTextFile(path(), file);
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(QStringLiteral("klingon")));
}

void TestTextFile::write_followsLinksAndKeepsPermissions()
{
    QVERIFY(put("old"));
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(path(), permissions));
    QVERIFY(QFile::link(path(), path("link")));
    QVERIFY(QFile::link(QStringLiteral("link"), path("link2")));
    TextFile file;
    file.text = QStringLiteral("new");
    QVERIFY(writeTextFile(path("link2"), file).ok());
    QCOMPARE(content(), QByteArray("new"));
    QVERIFY(QFileInfo(path("link2")).isSymLink());
    QVERIFY(QFileInfo(path("link")).isSymLink());
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadOther | QFile::ExeOwner | QFile::WriteOwner),
             QFile::ExeOwner | QFile::WriteOwner);
    // A link to a file that is not there yet.
    QVERIFY(QFile::link(path("later"), path("dangling")));
    QVERIFY(writeTextFile(path("dangling"), file).ok());
    QVERIFY(QFileInfo(path("dangling")).isSymLink());
    QVERIFY(QFile::exists(path("later")));
}

void TestTextFile::write_withoutPermission_keepsTheOldContent()
{
    QVERIFY(put("old"));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther));
    TextFile file;
    file.text = QStringLiteral("new");
    {
        const Unprivileged nobody;
        QVERIFY(nobody.isEffective());
        const auto written = writeTextFile(path(), file);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::PermissionDenied);
        QVERIFY(written.error().message.contains(path()));
    }
    QCOMPARE(content(), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("a.py")});
    QCOMPARE(writeTextFile(m_folder->path(), file).error().code, ErrorCode::Invalid);
    QCOMPARE(writeTextFile(QStringLiteral("/dev/full"), file).error().code, ErrorCode::Invalid);
}

void TestTextFile::write_onAFullDisk_keepsTheOldContent()
{
    const TinyDisk disk;
    if (!disk.isMounted()) {
        QSKIP("A small disk to fill can only be mounted by root.");
    }
    TextFile file;
    file.text = QStringLiteral("old");
    const QString target = disk.path("a.py");
    QVERIFY(writeTextFile(target, file).ok());
    disk.fill();
    file.text = QString(20000, QLatin1Char('n'));
    const auto written = writeTextFile(target, file);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::NoSpace);
    QVERIFY(written.error().message.contains(target));
    QCOMPARE(readTextFile(target).value().text, QStringLiteral("old"));
    disk.makeRoom();
    QVERIFY(writeTextFile(target, file).ok());
    QCOMPARE(readTextFile(target).value().text, file.text);
}

void TestTextFile::write_intoAMissingFolder_namesIt()
{
    const auto written = writeTextFile(path("none/a.py"), {});
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, ErrorCode::NotFound);
    QVERIFY(written.error().message.contains(path("none")));
}

void TestTextFile::write_inAReadOnlyFolder_writesTheFileInPlace()
{
    QVERIFY(put("old, and longer than the new one"));
    QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x6666)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    TextFile file;
    file.text = QStringLiteral("new");
    {
        const Unprivileged nobody;
        QVERIFY(nobody.isEffective());
        const auto written = writeTextFile(path(), file);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
        QCOMPARE(writeTextFile(path("b.py"), file).error().code, ErrorCode::PermissionDenied);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QCOMPARE(content(), QByteArray("new"));
}

QTEST_APPLESS_MAIN(TestTextFile)
#include "tst_textfile.moc"
