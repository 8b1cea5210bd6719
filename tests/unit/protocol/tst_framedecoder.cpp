// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/frame.h"

#include <QTest>

#include <vector>

using namespace Skillet::Protocol;

namespace {

const std::vector<Frame> Frames{
    {FrameType::Control, 0, "hello"},
    {FrameType::Stdout, 7, ""},
    {FrameType::Stderr, 0xFFFFFFFFU, std::string("\0\xFF\n", 3)},
    {FrameType::Stdout, 258, std::string(70000, 'x')},
};

std::string wire(const std::vector<Frame> &frames)
{
    std::string bytes;
    for (const Frame &frame : frames)
        bytes += encodeFrame(frame.type, frame.run, frame.payload);
    return bytes;
}

std::vector<Frame> takeAll(FrameDecoder &decoder)
{
    std::vector<Frame> frames;
    while (auto frame = decoder.next())
        frames.push_back(*frame);
    return frames;
}

} // namespace

class TestFrameDecoder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodedFrame_hasDocumentedLayout();
    void nothingFed_givesNothing();
    void severalFramesAtOnce_comeInOrder();
    void everySplitPosition_givesTheSameFrames();
    void byteByByte_givesTheSameFrames();
    void largestPayload_isAccepted();
    void payloadOverLimit_isRefusedFromItsLengthAlone();
    void unknownType_isRefused_data();
    void unknownType_isRefused();
    void framesBeforeAProblem_areStillReturned();
    void afterAProblem_nothingMoreIsTaken();
    void longStream_doesNotGrowTheBuffer();
};

void TestFrameDecoder::encodedFrame_hasDocumentedLayout()
{
    const std::string bytes = encodeFrame(FrameType::Stderr, 0x01020304U, "ab");
    QCOMPARE(bytes,
             std::string("\x02\x00\x00\x00\x03\x04\x03\x02\x01"
                         "ab",
                         HeaderSize + 2));
}

void TestFrameDecoder::nothingFed_givesNothing()
{
    FrameDecoder decoder;
    QVERIFY(!decoder.next());
    decoder.feed("");
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.problem(), FrameDecoder::Problem::None);
}

void TestFrameDecoder::severalFramesAtOnce_comeInOrder()
{
    FrameDecoder decoder;
    decoder.feed(wire(Frames));
    QVERIFY(takeAll(decoder) == Frames);
    QCOMPARE(decoder.pending(), std::size_t(0));
}

void TestFrameDecoder::everySplitPosition_givesTheSameFrames()
{
    const std::vector<Frame> frames(Frames.begin(), Frames.begin() + 3);
    const std::string bytes = wire(frames);
    for (std::size_t split = 0; split <= bytes.size(); ++split) {
        FrameDecoder decoder;
        decoder.feed(std::string_view(bytes).substr(0, split));
        std::vector<Frame> got = takeAll(decoder);
        decoder.feed(std::string_view(bytes).substr(split));
        for (Frame &frame : takeAll(decoder))
            got.push_back(std::move(frame));
        QVERIFY2(got == frames, qPrintable(QString::number(split)));
        QCOMPARE(decoder.pending(), std::size_t(0));
    }
}

void TestFrameDecoder::byteByByte_givesTheSameFrames()
{
    FrameDecoder decoder;
    std::vector<Frame> got;
    for (const char byte : wire(Frames)) {
        decoder.feed(std::string_view(&byte, 1));
        for (Frame &frame : takeAll(decoder))
            got.push_back(std::move(frame));
    }
    QVERIFY(got == Frames);
}

void TestFrameDecoder::largestPayload_isAccepted()
{
    const Frame large{FrameType::Stdout, 1, std::string(LargestPayload, 'y')};
    FrameDecoder decoder;
    decoder.feed(encodeFrame(large.type, large.run, large.payload));
    const auto frame = decoder.next();
    QVERIFY(frame.has_value());
    QVERIFY(*frame == large);
}

void TestFrameDecoder::payloadOverLimit_isRefusedFromItsLengthAlone()
{
    FrameDecoder decoder;
    decoder.feed(std::string_view("\x01\x00\x00\x01", 4)); // 16 MiB and one byte, little endian
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.problem(), FrameDecoder::Problem::PayloadTooLarge);
}

void TestFrameDecoder::unknownType_isRefused_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("zero") << 0;
    QTest::newRow("one past the last") << 4;
    QTest::newRow("largest") << 255;
}

void TestFrameDecoder::unknownType_isRefused()
{
    QFETCH(int, type);
    std::string bytes(4, '\0');
    bytes.push_back(static_cast<char>(type));
    FrameDecoder decoder;
    decoder.feed(bytes);
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.problem(), FrameDecoder::Problem::UnknownType);
}

void TestFrameDecoder::framesBeforeAProblem_areStillReturned()
{
    FrameDecoder decoder;
    decoder.feed(wire({Frames[0]}) + "\xFF\xFF\xFF\xFF");
    const auto frame = decoder.next();
    QVERIFY(frame.has_value());
    QVERIFY(*frame == Frames[0]);
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.problem(), FrameDecoder::Problem::PayloadTooLarge);
}

void TestFrameDecoder::afterAProblem_nothingMoreIsTaken()
{
    FrameDecoder decoder;
    decoder.feed("\xFF\xFF\xFF\xFF");
    QVERIFY(!decoder.next());
    const std::size_t before = decoder.pending();
    decoder.feed(wire(Frames));
    QCOMPARE(decoder.pending(), before);
    QVERIFY(!decoder.next());
}

void TestFrameDecoder::longStream_doesNotGrowTheBuffer()
{
    FrameDecoder decoder;
    const std::string bytes = wire({Frames[3]});
    for (int round = 0; round < 200; ++round) {
        decoder.feed(bytes);
        QVERIFY(decoder.next().has_value());
        QCOMPARE(decoder.pending(), std::size_t(0));
    }
}

QTEST_APPLESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
