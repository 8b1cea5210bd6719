// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/textencoding.h"

#include "core/text.h"
#include "workspace/iconvtext.h"
#include "workspace/messages.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace Skillet::Workspace {

namespace {

constexpr qsizetype LongestCookieLine = 4096;

/// Takes the first line off `rest`; the line comes without its end.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    const qsizetype length = std::distance(rest.begin(), end);
    const QByteArrayView line = rest.first(length);
    const bool crLf = rest.sliced(length).startsWith("\r\n");
    rest = rest.sliced(std::min(rest.size(), length + (crLf ? 2 : 1)));
    return line;
}

QByteArray cookieName(QByteArrayView line)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)"));
    const auto match =
        pattern.match(QString::fromLatin1(line.first(std::min(line.size(), LongestCookieLine))));
    return match.captured(1).toLatin1();
}

bool isBlankOrComment(QByteArrayView line)
{
    const auto first =
        std::find_if(line.begin(), line.end(), [](char c) { return c != ' ' && c != '\t' && c != '\f'; });
    return first == line.end() || *first == '#';
}

/// One spelling for the three encodings that are usual.
QByteArray commonName(const QByteArray &name)
{
    static const QByteArrayList utf8{"utf-8", "utf8", "u8", "utf", "cp65001", "utf-8-sig"};
    static const QByteArrayList latin1{"latin-1",   "latin1", "l1",       "latin", "iso-8859-1",
                                       "iso8859-1", "8859",   "iso88591", "cp819", "iso-latin-1"};
    static const QByteArrayList ascii{"ascii", "us-ascii", "646", "ansi-x3.4-1968"};
    QByteArray key = name.toLower();
    key.replace('_', '-');
    if (utf8.contains(key) || key.startsWith("utf-8-")) {
        return "utf-8";
    }
    if (latin1.contains(key) || key.startsWith("latin-1-") || key.startsWith("iso-8859-1-")) {
        return "latin-1";
    }
    return ascii.contains(key) ? QByteArray("ascii") : name;
}

bool isOwn(const QByteArray &encoding)
{
    return encoding == "utf-8" || encoding == "latin-1" || encoding == "ascii";
}

Core::Error undecodable(const QByteArray &bytes, qsizetype wrong, const QByteArray &encoding,
                        const QString &path)
{
    const QString value = QString::number(static_cast<uchar>(bytes.at(wrong)), 16).toUpper();
    return {Core::ErrorCode::Invalid,
            Messages::tr(
                "%1, line %2: the byte 0x%3 at offset %4 is not %5 text. Convert the file to UTF-8 first, or "
                "name its encoding in the first line: # -*- coding: latin-1 -*-")
                .arg(path)
                .arg(Core::lineOfOffset(bytes, wrong))
                .arg(value)
                .arg(wrong)
                .arg(QString::fromLatin1(encoding).toUpper())};
}

std::optional<qsizetype> firstNotAscii(const QByteArray &bytes)
{
    const auto found =
        std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<uchar>(c) > 127; });
    return found == bytes.end() ? std::nullopt
                                : std::optional<qsizetype>(std::distance(bytes.begin(), found));
}

/// Index of the first character of `text` that `encoding` lacks; a half of a surrogate pair is in none.
std::optional<qsizetype> firstMissing(const QString &text, const QByteArray &encoding)
{
    const char16_t largest = encoding == "utf-8" ? 0xFFFF : encoding == "latin-1" ? 0xFF : 0x7F;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).unicode() > largest) {
            return i;
        }
        const bool pair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            ++i;
        } else if (text.at(i).isSurrogate()) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<EncodingCookie> encodingCookie(QByteArrayView source)
{
    QByteArrayView rest = source;
    for (int line = 1; line <= 2; ++line) {
        const QByteArrayView content = takeLine(rest);
        const QByteArray name = cookieName(content);
        if (!name.isEmpty()) {
            return EncodingCookie{commonName(name), line};
        }
        if (!isBlankOrComment(content)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

bool isKnownEncoding(const QByteArray &encoding)
{
    return isOwn(encoding) || knowsEncoding(encoding);
}

Core::Result<QString> decode(const QByteArray &bytes, const QByteArray &encoding, const QString &path)
{
    if (encoding == "latin-1") {
        return QString::fromLatin1(bytes);
    }
    if (!isOwn(encoding)) {
        const auto text = fromEncoding(bytes, encoding);
        if (const auto *offset = std::get_if<qsizetype>(&text)) {
            return undecodable(bytes, *offset, encoding, path);
        }
        return std::get<QString>(text);
    }
    const auto wrong = encoding == "ascii" ? firstNotAscii(bytes) : Core::firstInvalidUtf8(bytes);
    if (!wrong) {
        // QString::fromUtf8() would drop a mark at the beginning.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        return QString(decoder(bytes));
    }
    return undecodable(bytes, *wrong, encoding, path);
}

Core::Result<QByteArray> encode(const QString &text, const QByteArray &encoding, const QString &path)
{
    std::optional<qsizetype> missing;
    QByteArray bytes;
    if (isOwn(encoding)) {
        missing = firstMissing(text, encoding);
    } else {
        const auto encoded = toEncoding(text, encoding);
        if (const auto *offset = std::get_if<qsizetype>(&encoded)) {
            missing = *offset;
        } else {
            bytes = std::get<QByteArray>(encoded);
        }
    }
    if (missing) {
        const QChar character = text.at(*missing);
        const QString shown = character.isSurrogate()
            ? QStringLiteral("U+%1").arg(character.unicode(), 4, 16, QLatin1Char('0')).toUpper()
            : QString(character);
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr(
                "%1, line %2: the character '%3' does not exist in the encoding %4 which the file names. "
                "Change that name to utf-8, or take the character out.")
                .arg(path)
                .arg(text.left(*missing).count(QLatin1Char('\n')) + 1)
                .arg(shown, QString::fromLatin1(encoding))};
    }
    if (!isOwn(encoding)) {
        return bytes;
    }
    return encoding == "latin-1" ? text.toLatin1() : text.toUtf8();
}

} // namespace Skillet::Workspace
