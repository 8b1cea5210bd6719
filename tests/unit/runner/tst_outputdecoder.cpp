// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/outputdecoder.h"

#include <QTest>

using namespace Skillet::Runner;

class TestOutputDecoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_isTheSameWhereverItIsSplit();
    void streams_doNotMix();
    void invalidBytes_becomeReplacementCharacters();
    void characterCutOffAtTheEnd_isReplacedOnce();
    void textBehindACutOffCharacter_isKept();
    void byteOrderMark_isOutputLikeAnyOther();
};

void TestOutputDecoder::text_isTheSameWhereverItIsSplit()
{
    const QByteArray bytes("a \xC3\xBC \xE2\x82\xAC \xF0\x9F\x98\x80 z");
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second) {
            OutputDecoder decoder;
            QString text = decoder.decode(OutputStream::Out, bytes.left(first));
            text += decoder.decode(OutputStream::Out, bytes.mid(first, second - first));
            text += decoder.decode(OutputStream::Out, bytes.mid(second));
            text += decoder.finish(OutputStream::Out);
            QCOMPARE(text, QString::fromUtf8(bytes));
        }
    }
}

void TestOutputDecoder::streams_doNotMix()
{
    OutputDecoder decoder;
    QCOMPARE(decoder.decode(OutputStream::Out, "\xC3"), QString());
    QCOMPARE(decoder.decode(OutputStream::Err, "e"), QStringLiteral("e"));
    QCOMPARE(decoder.decode(OutputStream::Out, "\xBC"), QString::fromUtf8("ü"));
}

void TestOutputDecoder::invalidBytes_becomeReplacementCharacters()
{
    OutputDecoder decoder;
    QCOMPARE(decoder.decode(OutputStream::Out,
                            "a\xFF"
                            "b"),
             QString::fromUtf8("a\uFFFDb"));
}

void TestOutputDecoder::characterCutOffAtTheEnd_isReplacedOnce()
{
    OutputDecoder decoder;
    QCOMPARE(decoder.decode(OutputStream::Out, "a\xE2\x82"), QStringLiteral("a"));
    QVERIFY(decoder.finish(OutputStream::Out).startsWith(QChar(QChar::ReplacementCharacter)));
    QCOMPARE(decoder.finish(OutputStream::Out), QString());
    QCOMPARE(decoder.decode(OutputStream::Out, "\xC3\xBC"), QString::fromUtf8("ü"));
}

void TestOutputDecoder::textBehindACutOffCharacter_isKept()
{
    OutputDecoder decoder;
    QString text = decoder.decode(OutputStream::Out, "a\xE2\x82");
    text += decoder.decode(OutputStream::Out, "zz \xF0\x9F");
    text += decoder.decode(OutputStream::Out, "yy\x80\x80\x80\x80");
    text += decoder.finish(OutputStream::Out);
    text.remove(QChar(QChar::ReplacementCharacter));
    QCOMPARE(text, QStringLiteral("azz yy"));
}

void TestOutputDecoder::byteOrderMark_isOutputLikeAnyOther()
{
    OutputDecoder decoder;
    QCOMPARE(decoder.decode(OutputStream::Out, "\xEF\xBB\xBFx"), QString(QChar(0xFEFF)) + QLatin1Char('x'));
}

QTEST_GUILESS_MAIN(TestOutputDecoder)
#include "tst_outputdecoder.moc"
