// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/outputdecoder.h"

#include <QStringDecoder>

#include <utility>

namespace Skillet::Runner {

namespace {

/// Bytes of the character that begins with `lead`; 1 for anything that begins none.
qsizetype lengthOfCharacter(unsigned char lead)
{
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xC2 && lead < 0xE0 ? 2 : 1;
}

/// How many bytes at the end may be the beginning of a character.
qsizetype unfinishedBytes(const QByteArray &bytes)
{
    for (qsizetype count = 1; count <= 3 && count <= bytes.size(); ++count) {
        const auto byte = static_cast<unsigned char>(bytes.at(bytes.size() - count));
        if ((byte & 0xC0U) != 0x80U)
            return lengthOfCharacter(byte) > count ? count : 0;
    }
    return 0;
}

QString toText(const QByteArray &bytes)
{
    // A program may print U+FEFF first: that is output, not a mark of the encoding.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

} // namespace

QString OutputDecoder::decode(OutputStream stream, const QByteArray &bytes)
{
    const QByteArray all = rest(stream).isEmpty() ? bytes : rest(stream) + bytes;
    const qsizetype unfinished = unfinishedBytes(all);
    rest(stream) = all.right(unfinished);
    return toText(unfinished == 0 ? all : all.chopped(unfinished));
}

QString OutputDecoder::finish(OutputStream stream)
{
    return toText(std::exchange(rest(stream), {}));
}

} // namespace Skillet::Runner
