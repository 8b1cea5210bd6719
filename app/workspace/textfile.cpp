// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/textfile.h"

#include "core/file.h"
#include "core/text.h"
#include "workspace/messages.h"
#include "workspace/textencoding.h"

namespace Skillet::Workspace {

namespace {

constexpr qint64 LargestText = 64 * 1024 * 1024;
constexpr qsizetype LargestCookieText = 8192; // more than the two lines that may hold a cookie
constexpr char Mark[] = "\xEF\xBB\xBF";

bool isAscii(const QByteArray &bytes)
{
    for (const char c : bytes) {
        if (static_cast<uchar>(c) > 127) {
            return false;
        }
    }
    return true;
}

LineEnding mostCommonEnding(const QByteArray &bytes)
{
    qsizetype lf = 0;
    qsizetype crLf = 0;
    qsizetype cr = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) == '\n') {
            ++lf;
        } else if (bytes.at(i) == '\r' && i + 1 < bytes.size() && bytes.at(i + 1) == '\n') {
            ++crLf;
            ++i;
        } else if (bytes.at(i) == '\r') {
            ++cr;
        }
    }
    if (lf >= crLf && lf >= cr) {
        return LineEnding::Lf;
    }
    return crLf >= cr ? LineEnding::CrLf : LineEnding::Cr;
}

QString withPlainEndings(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text;
}

Core::Error unknownEncoding(const QString &path, const EncodingCookie &cookie)
{
    return {Core::ErrorCode::Invalid,
            Messages::tr(
                "%1, line %2: the encoding '%3' is not known here. Convert the file to UTF-8 and take that "
                "comment out.")
                .arg(path)
                .arg(cookie.line)
                .arg(QString::fromLatin1(cookie.name))};
}

} // namespace

Core::Result<TextFile> readTextFile(const QString &path, const QByteArray &fallback)
{
    const Core::Result<QByteArray> read = Core::readFile(path, LargestText);
    if (!read) {
        return read.error();
    }
    QByteArray bytes = read.value();
    const qsizetype nul = bytes.indexOf('\0');
    if (nul >= 0) {
        return Core::Error{
            Core::ErrorCode::Invalid,
            Messages::tr("%1 is not a text file: there is a NUL byte in line %2, at offset %3. Open it "
                         "with a program made for its kind.")
                .arg(path)
                .arg(Core::lineOfOffset(bytes, nul))
                .arg(nul)};
    }
    TextFile file;
    file.byteOrderMark = bytes.startsWith(Mark);
    // With a mark the bytes are UTF-8, whatever a comment says.
    const auto cookie = file.byteOrderMark ? std::nullopt : encodingCookie(bytes);
    if (cookie) {
        file.encoding = cookie->name;
    }
    if (!isKnownEncoding(file.encoding)) {
        // Nearly every encoding of Python sources agrees with ASCII, so plain ASCII is safe to show.
        if (!isAscii(bytes)) {
            return unknownEncoding(path, *cookie);
        }
        file.encoding = "ascii";
    }
    file.lineEnding = mostCommonEnding(bytes);
    const bool isConverted =
        !fallback.isEmpty() && !cookie && file.encoding == "utf-8" && Core::firstInvalidUtf8(bytes);
    const Core::Result<QString> text = decode(bytes, isConverted ? fallback : file.encoding, path);
    if (!text) {
        return text.error();
    }
    file.isConverted = isConverted;
    file.text = withPlainEndings(file.byteOrderMark ? text.value().mid(1) : text.value());
    return file;
}

bool isOtherText(const QString &path)
{
    const Core::Result<TextFile> read = readTextFile(path, "latin-1");
    return read.ok() && read.value().isConverted;
}

Core::Result<void> writeTextFile(const QString &path, const TextFile &file)
{
    QString text = withPlainEndings(file.text);
    // The cookie is ASCII, so this finds it in any of the encodings.
    const auto cookie =
        file.byteOrderMark ? std::nullopt : encodingCookie(text.left(LargestCookieText).toUtf8());
    QByteArray encoding = cookie ? cookie->name : QByteArray("utf-8");
    if (!isKnownEncoding(encoding)) {
        if (!isAscii(text.toUtf8())) {
            return unknownEncoding(path, *cookie);
        }
        encoding = "ascii";
    }
    if (file.lineEnding != LineEnding::Lf) {
        text.replace(QLatin1Char('\n'),
                     file.lineEnding == LineEnding::CrLf ? QStringLiteral("\r\n") : QStringLiteral("\r"));
    }
    const Core::Result<QByteArray> bytes = encode(text, encoding, path);
    if (!bytes) {
        return bytes.error();
    }
    return Core::replaceFile(path, file.byteOrderMark ? Mark + bytes.value() : bytes.value());
}

} // namespace Skillet::Workspace
