// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/lineparts.h"

#include "incident/textline.h"

#include <QStringList>

#include <algorithm>
#include <charconv>

namespace Skillet::Incident {

namespace {

/// A number over this is no line of a file.
constexpr int MaxLine = 100'000'000;

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

/// Length of the dotted name at the start of `text`.
std::size_t dottedName(std::string_view text)
{
    if (text.empty() || !isNameByte(text[0]) || (text[0] >= '0' && text[0] <= '9'))
        return 0;
    std::size_t i = 0;
    while (i < text.size()) {
        if (isNameByte(text[i]))
            ++i;
        else if (text[i] == '.' && i + 1 < text.size() && (isNameByte(text[i + 1]) || text[i + 1] == '<'))
            ++i;
        else if (text.substr(i, 9) == "<locals>.")
            i += 8;
        else
            break;
    }
    return i;
}

/// Two columns wide in a terminal: CJK, Hangul, full width forms, emoji.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

enum class Counted { Characters, Cells };

/// UTF-16 column of `line` below which `marks` characters or cells of a terminal lie.
int utf16Column(const QString &line, qsizetype marks, Counted counted)
{
    qsizetype at = 0;
    while (marks > 0 && at < line.size()) {
        const bool pair = line.at(at).isHighSurrogate() && at + 1 < line.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(line.at(at), line.at(at + 1))
                                : static_cast<char32_t>(line.at(at).unicode());
        marks -= counted == Counted::Cells && isWide(c) ? 2 : 1;
        at += pair ? 2 : 1;
    }
    return static_cast<int>(at);
}

} // namespace

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::size_t headerAt(std::string_view line)
{
    return line.find("Traceback (most recent call last)");
}

std::optional<Runner::TracebackFrame> readFileLine(std::string_view line)
{
    constexpr std::string_view between = "\", line ";
    const std::string_view text = trimmed(line);
    if (text.substr(0, 6) != "File \"")
        return std::nullopt;
    const std::size_t quote = text.rfind(between);
    if (quote == std::string_view::npos || quote < 6)
        return std::nullopt;
    const std::string_view rest = text.substr(quote + between.size());
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || number < 0 || number > MaxLine)
        return std::nullopt;
    std::string_view tail = rest.substr(static_cast<std::size_t>(end - rest.data()));
    Runner::TracebackFrame frame;
    frame.file = toText(text.substr(6, quote - 6));
    frame.range.line = number;
    frame.isLearners = !isLibraryFile(frame.file);
    if (tail.substr(0, 1) == ",")
        tail.remove_prefix(1);
    if (tail.substr(0, 4) == " in ")
        frame.function = toText(tail.substr(4));
    else if (!tail.empty())
        return std::nullopt;
    return frame;
}

std::optional<ExceptionLine> readExceptionLine(std::string_view line)
{
    const std::size_t name = dottedName(line);
    if (name == 0)
        return std::nullopt;
    const std::string_view rest = line.substr(name);
    if (!isBlank(rest) && rest[0] != ':')
        return std::nullopt;
    if (rest.size() > 1 && rest[0] == ':' && rest[1] != ' ' && rest[1] != '\t')
        return std::nullopt;
    const std::string_view message = rest.empty() ? rest : rest.substr(1);
    return ExceptionLine{toText(line.substr(0, name)), toText(trimmed(message))};
}

std::optional<ExceptionLine> readErrorHeading(std::string_view line)
{
    constexpr std::string_view level = "[ERROR] ";
    if (line.substr(0, level.size()) != level)
        return std::nullopt;
    std::optional<ExceptionLine> heading = readExceptionLine(line.substr(level.size()));
    if (heading && !heading->type.endsWith(QLatin1String("Error"))
        && !heading->type.endsWith(QLatin1String("Exception")))
        heading.reset();
    return heading;
}

Runner::ChainLink readChainSentence(std::string_view line)
{
    if (line.find("direct cause of the following exception") != std::string_view::npos)
        return Runner::ChainLink::Cause;
    if (line.find("During handling of the above exception") != std::string_view::npos)
        return Runner::ChainLink::Context;
    return Runner::ChainLink::None;
}

bool isCaretLine(std::string_view line)
{
    return line.find_first_not_of(" \t~^") == std::string_view::npos
        && line.find_first_of("~^") != std::string_view::npos;
}

void setSource(Runner::TracebackFrame &frame, std::string_view source, std::string_view carets)
{
    const std::size_t indent = std::min(source.find_first_not_of(" \t"), source.size());
    frame.sourceLine = toText(source.substr(indent));
    const std::size_t first = carets.find_first_of("~^");
    if (first == std::string_view::npos || first < indent || frame.range.line < 1)
        return;
    // CPython counts cells under a call and characters under a SyntaxError, which is in no function.
    const Counted counted = frame.function.isEmpty() ? Counted::Characters : Counted::Cells;
    const std::size_t last = carets.find_last_of("~^") + 1;
    frame.range.column = utf16Column(frame.sourceLine, static_cast<qsizetype>(first - indent), counted);
    const int end = utf16Column(frame.sourceLine, static_cast<qsizetype>(last - indent), counted);
    frame.range.endLine = frame.range.line;
    frame.range.endColumn = std::max(end, frame.range.column);
}

void markSyntaxError(Runner::ExceptionInfo &exception)
{
    const QString type = exception.type.section(u'.', -1);
    exception.isSyntaxError = type == QLatin1String("SyntaxError")
        || type == QLatin1String("IndentationError") || type == QLatin1String("TabError")
        || type == QLatin1String("_IncompleteInputError");
    if (exception.isSyntaxError && !exception.frames.isEmpty() && exception.frames.last().function.isEmpty())
        exception.frames.last().function = QString(Runner::syntaxFunction);
}

bool isLibraryFile(const QString &file)
{
    QString path = file;
    path.replace(u'\\', u'/');
    static const QStringList parts{QStringLiteral("/site-packages/"), QStringLiteral("/dist-packages/"),
                                   QStringLiteral("/lib/python3"), QStringLiteral("/lib64/python3"),
                                   QStringLiteral("/Lib/")};
    return path.startsWith(QLatin1String("<frozen "))
        || std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return path.contains(part); });
}

} // namespace Skillet::Incident
