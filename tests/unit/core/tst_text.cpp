// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QStringDecoder>
#include <QtTest>

using namespace Skillet::Core;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safePaths_stayInTheirFolder_data();
    void safePaths_stayInTheirFolder();
    void invalidUtf8_isFoundAtItsFirstByte_data();
    void invalidUtf8_isFoundAtItsFirstByte();
    void everyShortSequence_isJudgedAsQtDoes();
    void lines_areCountedAcrossAllEndings();
};

void TestText::safePaths_stayInTheirFolder_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("safe");
    QTest::newRow("name") << QStringLiteral("program.py") << true;
    QTest::newRow("path") << QStringLiteral("pkg/sub-dir/a_b.1.py") << true;
    QTest::newRow("two dots inside") << QStringLiteral("a..b") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("dot") << QStringLiteral(".") << false;
    QTest::newRow("parent") << QStringLiteral("..") << false;
    QTest::newRow("parent further in") << QStringLiteral("a/../../b") << false;
    QTest::newRow("hidden") << QStringLiteral("a/.b") << false;
    QTest::newRow("absolute") << QStringLiteral("/a") << false;
    QTest::newRow("ends in a slash") << QStringLiteral("a/") << false;
    QTest::newRow("two slashes") << QStringLiteral("a//b") << false;
    QTest::newRow("backslash") << QStringLiteral("a\\b") << false;
    QTest::newRow("space") << QStringLiteral("a b") << false;
    QTest::newRow("drive") << QStringLiteral("c:a") << false;
    QTest::newRow("letter beyond ASCII") << QStringLiteral("é") << false;
    QTest::newRow("line end") << QStringLiteral("a\n") << false;
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0) << false;
    QTest::newRow("200 long") << QString(200, QLatin1Char('a')) << true;
    QTest::newRow("201 long") << QString(201, QLatin1Char('a')) << false;
}

void TestText::safePaths_stayInTheirFolder()
{
    QFETCH(QString, path);
    QTEST(isSafeRelativePath(path), "safe");
}

void TestText::invalidUtf8_isFoundAtItsFirstByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset"); ///< -1: none
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("all lengths") << QByteArray("a\x00é€😀\x7F", 12) << -1;
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("beyond it") << QByteArray("ab\xF4\x90\x80\x80") << 2;
    QTest::newRow("stray continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("cut off") << QByteArray("ab\xE2\x82") << 2;
    QTest::newRow("overlong 2") << QByteArray("\xC1\xBF") << 0;
    QTest::newRow("overlong 3") << QByteArray("a\xE0\x9F\xBF") << 1;
    QTest::newRow("overlong 4") << QByteArray("a\xF0\x8F\xBF\xBF") << 1;
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << 1;
    QTest::newRow("before the surrogates") << QByteArray("\xED\x9F\xBF") << -1;
    QTest::newRow("FF") << QByteArray("\xFF") << 0;
}

void TestText::invalidUtf8_isFoundAtItsFirstByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QCOMPARE(int(firstInvalidUtf8(bytes).value_or(-1)), offset);
}

void TestText::everyShortSequence_isJudgedAsQtDoes()
{
    int valid = 0;
    for (int value = 0; value < 256 * 256; ++value) {
        for (const char *tail : {"", "\x80", "\x80\x80"}) {
            const QByteArray bytes =
                QByteArray(1, static_cast<char>(value >> 8)) + static_cast<char>(value) + tail;
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString decoded = decoder(bytes);
            const bool sound = !decoder.hasError() && !decoded.contains(QChar::ReplacementCharacter);
            if (firstInvalidUtf8(bytes).has_value() == sound) {
                QFAIL(bytes.toHex().constData());
            }
            valid += sound ? 1 : 0;
        }
    }
    QVERIFY(valid > 128 * 128);
}

void TestText::lines_areCountedAcrossAllEndings()
{
    const QByteArray bytes = "a\nb\r\nc\rd\n\ne";
    QCOMPARE(lineOfOffset(bytes, 0), 1);
    QCOMPARE(lineOfOffset(bytes, bytes.indexOf('b')), 2);
    QCOMPARE(lineOfOffset(bytes, bytes.indexOf('c')), 3);
    QCOMPARE(lineOfOffset(bytes, bytes.indexOf('d')), 4);
    QCOMPARE(lineOfOffset(bytes, bytes.indexOf('e')), 6);
    QCOMPARE(lineOfOffset(bytes, 1000), 6);
    QCOMPARE(lineOfOffset({}, 0), 1);
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
