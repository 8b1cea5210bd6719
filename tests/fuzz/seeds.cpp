// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/messages.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace Skillet::Protocol;

namespace {

Traceback sampleTraceback()
{
    TracebackFrame frame;
    frame.file = "a.py";
    frame.function = "f";
    frame.range = {8, 8, 4, 9};
    frame.sourceLine = "    return caf\xC3\xA9";
    frame.values.emplace_back();
    ExceptionInfo exception;
    exception.type = "KeyError";
    exception.message = "'x'";
    exception.notes = {"note"};
    exception.frames = {frame};
    return {{exception, exception}, "Traceback"};
}

template <typename Variant, std::size_t... Index>
std::vector<Variant> oneOfEach(std::index_sequence<Index...>)
{
    return {Variant(std::in_place_index<Index>)...};
}

template <typename Variant>
std::vector<Variant> oneOfEach()
{
    return oneOfEach<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

std::vector<Request> requests()
{
    std::vector<Request> all = oneOfEach<Request>();
    all.emplace_back(Execute{SourceKind::File, "print(1)", "/a.py", {"x", ""}, "/w", {7, 0, 1}});
    all.emplace_back(AskExplanation{1, sampleTraceback(), "x", "3.11.2", "/w", true});
    return all;
}

std::vector<Event> events()
{
    std::vector<Event> all = oneOfEach<Event>();
    all.emplace_back(Problems{
        7, {{ProblemKind::Error, "syntax.missing-colon.if", "A colon is missing.", {1, 1, 4, 5}}}, true});
    all.emplace_back(Outline{8, {{SymbolKind::Class, "Cart", "(Base)", 0, 1, 9, 6}}, true});
    all.emplace_back(Places{9,
                            PlacesAnswer::Known,
                            "total",
                            {{"/b.py", {3, 3, 4, 9}, "def total():", true, false}},
                            false,
                            {{"tax", 2}},
                            {"/c.py"}});
    all.emplace_back(Completions{7, 2, {{"append", NameKind::Function, "append(x)"}}, true});
    all.emplace_back(Names{10, {{"t", "DataFrame", NameKind::File, 3, "3 x 4", "..."}}, 2});
    all.emplace_back(ExceptionRaised{sampleTraceback()});
    CheckReport report;
    report.outcomes.emplace_back();
    report.traceback = sampleTraceback();
    all.emplace_back(report);
    return all;
}

class Folder final
{
public:
    Folder(const std::filesystem::path &root, const char *name)
        : m_path(root / name)
    {
        std::filesystem::create_directories(m_path);
    }

    void add(const std::string &bytes)
    {
        std::ofstream file(m_path / ("seed-" + std::to_string(m_count++) + ".bin"), std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

private:
    std::filesystem::path m_path;
    int m_count = 0;
};

void addFrames(Folder &folder)
{
    const std::string message = encodeEvent(RunFinished{});
    const std::string frames = encodeFrame(FrameType::Stdout, 1, "out\n")
        + encodeFrame(FrameType::Stderr, 0, "") + encodeFrame(FrameType::Control, 1, message);
    for (const char step : {'\x00', '\x06', '\x7F'})
        folder.add(step + frames);
    folder.add('\x00' + frames.substr(0, frames.size() - 3));
    folder.add('\x02' + frames + encodeFrameHeader(FrameType::Stdout, 2, LargestPayload + 1));
    folder.add('\x02' + frames + encodeFrameHeader(static_cast<FrameType>(9), 2, 1));
}

void addTexts(Folder &folder)
{
    for (const char *text :
         {"plain\nlines\n", "10 %\r100 %\r\n", "abc\b\bX\n", "\x1b[1;31mred\x1b[0m \x1b[38;5;196mred\x1b[m\n",
          "\x1b[38:2:10:20:30;48;2;1;2;3mx", "\x1b[2K\x1b[10Gx\x1b[3D\x1b[1K",
          "\x1b]0;title\atext\x1bP1\x1b\\y", "\x1b[-2147483648Gx\x1b[2147483647Cy",
          "gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80\b\bx", "\t\v\f\x7f\xE2\x80\xA8"})
        folder.add('\x00' + std::string(text));
}

} // namespace

/// Writes the inputs to begin with, from the encoders themselves, into folders of the folder given.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: fuzz-seeds FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path root = argv[1];
    Folder frames(root, "framedecoder");
    addFrames(frames);
    Folder requestFolder(root, "requests");
    for (const Request &request : requests())
        requestFolder.add(encodeRequest(request));
    Folder eventFolder(root, "events");
    for (const Event &event : events())
        eventFolder.add(encodeEvent(event));
    Folder texts(root, "ansitext");
    addTexts(texts);
    return 0;
}
