// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QStringList>

#include <algorithm>

namespace Skillet::Core {

namespace {

constexpr qsizetype LongestSafePath = 200;

bool isSafeCharacter(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
        || c == u'-' || c == u'.';
}

bool isSafeName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.'))
        && std::all_of(name.cbegin(), name.cend(), isSafeCharacter);
}

/// Bytes in the sequence that `lead` begins, and the bounds of its second byte (they exclude overlong forms,
/// surrogates and values over U+10FFFF); 0 bytes when nothing may begin so.
struct Sequence
{
    int length = 0;
    uchar secondMinimum = 0x80;
    uchar secondMaximum = 0xBF;
};

Sequence sequenceOf(uchar lead)
{
    if (lead < 0x80) {
        return {1};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return {2};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return {3, static_cast<uchar>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<uchar>(lead == 0xED ? 0x9F : 0xBF)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return {4, static_cast<uchar>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<uchar>(lead == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

bool isComplete(QByteArrayView bytes, qsizetype offset, const Sequence &sequence)
{
    if (offset + sequence.length > bytes.size()) {
        return false;
    }
    for (int i = 1; i < sequence.length; ++i) {
        const auto byte = static_cast<uchar>(bytes[offset + i]);
        const uchar minimum = i == 1 ? sequence.secondMinimum : 0x80;
        const uchar maximum = i == 1 ? sequence.secondMaximum : 0xBF;
        if (byte < minimum || byte > maximum) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isSafeRelativePath(const QString &path)
{
    const QStringList names = path.split(QLatin1Char('/'));
    return path.size() <= LongestSafePath && std::all_of(names.cbegin(), names.cend(), isSafeName);
}

std::optional<qsizetype> firstInvalidUtf8(QByteArrayView bytes)
{
    qsizetype offset = 0;
    while (offset < bytes.size()) {
        const Sequence sequence = sequenceOf(static_cast<uchar>(bytes[offset]));
        if (sequence.length == 0 || !isComplete(bytes, offset, sequence)) {
            return offset;
        }
        offset += sequence.length;
    }
    return std::nullopt;
}

int lineOfOffset(QByteArrayView bytes, qsizetype offset)
{
    int line = 1;
    const qsizetype end = std::min(offset, bytes.size());
    for (qsizetype i = 0; i < end; ++i) {
        const bool crBeforeLf = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
        if (bytes[i] == '\n' || (bytes[i] == '\r' && !crBeforeLf)) {
            ++line;
        }
    }
    return line;
}

QString dedented(const QString &code)
{
    QStringList lines = code.split(u'\n');
    qsizetype shared = -1;
    for (const QString &line : lines) {
        const auto first = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
        if (first != line.end())
            shared = shared < 0 ? first - line.begin() : std::min<qsizetype>(shared, first - line.begin());
    }
    for (QString &line : lines)
        line.remove(0, std::max<qsizetype>(0, std::min(shared, line.size())));
    return lines.join(u'\n');
}

} // namespace Skillet::Core
