// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/lessontext.h"

#include "core/file.h"
#include "core/text.h"
#include "course/messages.h"

namespace Skillet::Course {

namespace {

const QByteArray Fence = QByteArrayLiteral("+++\n");

} // namespace

std::variant<SplitText, TextFailure> readSplitText(const QString &file)
{
    const Core::Result<QByteArray> read = Core::readFile(file, LargestCourseFile);
    if (!read) {
        return TextFailure{read.error().code, 0, read.error().message};
    }
    QByteArray text = read.value();
    if (const auto offset = Core::firstInvalidUtf8(text)) {
        return TextFailure{
            Core::ErrorCode::Invalid, Core::lineOfOffset(text, *offset),
            Messages::tr("The text is not UTF-8 from byte %1 on. Save the file as UTF-8.").arg(*offset)};
    }
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
    }
    text.replace("\r\n", "\n");
    if (!text.startsWith(Fence)) {
        return SplitText{{}, text, false};
    }
    // The newline before the closing fence is kept with the front matter, hence one byte of overlap.
    const qsizetype end = text.indexOf("\n" + Fence, Fence.size() - 1);
    if (end < 0) {
        return TextFailure{Core::ErrorCode::Invalid, 1,
                           Messages::tr("The front matter is not closed. Write a line +++ after it.")};
    }
    return SplitText{text.mid(Fence.size(), end + 1 - Fence.size()), text.mid(end + 1 + Fence.size()), true};
}

Core::Result<QString> readText(const QString &file)
{
    const auto read = readSplitText(file);
    if (const auto *failure = std::get_if<TextFailure>(&read)) {
        const QString place =
            failure->line > 0 ? Messages::tr("%1, line %2: ").arg(file).arg(failure->line) : QString();
        return Core::Error{failure->code, place + failure->message};
    }
    return QString::fromUtf8(std::get<SplitText>(read).body);
}

} // namespace Skillet::Course
