// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/captureframes.h"

#include "worker/capturevalues.h"
#include "worker/pythonerror.h"

#include <algorithm>

namespace py = pybind11;

namespace Skillet::Worker {

namespace {

using Protocol::FrameOrigin;
using Protocol::SourceRange;
using Protocol::TracebackFrame;

/// Cycles of up to that many frames count as recursion.
constexpr std::size_t LongestCycle = 8;
/// That often a cycle must come to be folded: its first and last round stay, and the fold must be worth it.
constexpr std::size_t FewestRounds = 4;
constexpr std::size_t MostFrames = 60;
constexpr std::size_t KeptHead = 20;
constexpr int MostLinesOfExpression = 40;

// As app/worker/python/skillet_worker/sources.py says it.
constexpr int OriginLibrary = 1;
constexpr int OriginHost = 2;

/// One entry of the traceback. Everything is borrowed from it.
struct Entry
{
    PyFrameObject *frame = nullptr;
    PyCodeObject *code = nullptr;
    int offset = 0;
    int line = 0;
    bool isLibrary = false;

    [[nodiscard]] bool sameAs(const Entry &other) const { return code == other.code && line == other.line; }
};

struct Kept
{
    std::size_t index = 0;
    std::size_t repeated = 0;
};

py::object own(void *object)
{
    return py::reinterpret_steal<py::object>(static_cast<PyObject *>(object));
}

/// Asks the worker's own Python for a detail. A Stop that was sent twice may end such a call by its
/// KeyboardInterrupt, so it gets another chance; after the last the detail is left out.
template <typename Ask>
void askPatiently(std::string &problem, Ask ask)
{
    constexpr int chances = 3;
    std::string why;
    for (int chance = 0; chance < chances; ++chance) {
        try {
            ask();
            return;
        } catch (const py::error_already_set &error) {
            why = reinterpret_cast<PyTypeObject *>(error.type().ptr())->tp_name;
        } catch (const std::exception &error) {
            why = error.what();
        }
        forgetException();
    }
    problem = why;
}

std::vector<Entry> entriesOf(py::handle traceback, const PythonModules &modules, std::string &problem)
{
    std::vector<Entry> entries;
    const py::object originOf = modules.sources.attr("origin");
    const PyObject *file = nullptr;
    int origin = 0;
    for (auto *at = reinterpret_cast<PyTracebackObject *>(traceback.ptr()); at; at = at->tb_next) {
        // The traceback keeps the frame, and the frame its code.
        auto *code = reinterpret_cast<PyCodeObject *>(own(PyFrame_GetCode(at->tb_frame)).ptr());
        if (code->co_filename != file) {
            origin = 0;
            askPatiently(problem, [&] { origin = originOf(py::handle(code->co_filename)).cast<int>(); });
            file = code->co_filename;
        }
        if (origin != OriginHost)
            entries.push_back({at->tb_frame, code, at->tb_lasti, PyCode_Addr2Line(code, at->tb_lasti),
                               origin == OriginLibrary});
    }
    return entries;
}

/// How often the cycle of that length that starts here comes one after the other.
std::size_t roundsAt(const std::vector<Entry> &entries, std::size_t start, std::size_t length)
{
    std::size_t matching = 0;
    while (start + matching + length < entries.size()
           && entries[start + matching].sameAs(entries[start + matching + length]))
        ++matching;
    return matching / length + 1;
}

std::vector<Kept> fold(const std::vector<Entry> &entries)
{
    std::vector<Kept> kept;
    std::size_t at = 0;
    while (at < entries.size()) {
        std::size_t length = 1;
        std::size_t rounds = 1;
        for (; length <= LongestCycle; ++length) {
            rounds = roundsAt(entries, at, length);
            if (rounds >= FewestRounds)
                break;
        }
        if (rounds < FewestRounds) {
            kept.push_back({at++, 0});
            continue;
        }
        for (std::size_t index = 0; index < length; ++index)
            kept.push_back({at + index, rounds - 2});
        for (std::size_t index = 0; index < length; ++index)
            kept.push_back({at + (rounds - 1) * length + index, 0});
        at += rounds * length;
    }
    return kept;
}

/// A long chain that is no plain recursion loses its middle; the frame before the gap carries the number.
void cutMiddle(std::vector<Kept> &kept)
{
    if (kept.size() <= MostFrames)
        return;
    const auto first = kept.begin() + KeptHead;
    const auto last = kept.end() - static_cast<std::ptrdiff_t>(MostFrames - KeptHead);
    std::size_t dropped = 0;
    for (auto at = first; at != last; ++at)
        dropped += 1 + at->repeated;
    (first - 1)->repeated += dropped;
    kept.erase(first, last);
}

SourceRange rangeOf(const Entry &entry)
{
    SourceRange range;
    PyCode_Addr2Location(entry.code, entry.offset, &range.line, &range.column, &range.endLine,
                         &range.endColumn);
    if (range.line < 1)
        range.line = entry.line >= 1 ? entry.line : -1;
    if (range.endLine < range.line)
        range.endLine = -1;
    if (range.endLine < 0 || range.column < 0 || range.endColumn < 0)
        range.column = range.endColumn = -1;
    return range;
}

TracebackFrame pictureOf(const Entry &entry, const PythonModules &modules, std::string &problem)
{
    TracebackFrame picture;
    picture.file = utf8(entry.code->co_filename, LongestFileName);
    picture.function = utf8(entry.code->co_qualname, LongestName);
    picture.range = rangeOf(entry);
    picture.origin = entry.isLibrary ? FrameOrigin::Library : FrameOrigin::Learner;
    const py::handle file(entry.code->co_filename);
    askPatiently(problem, [&] {
        picture.sourceLine = utf8(modules.sources.attr("line")(file, picture.range.line), LongestLine);
    });
    const int lines = picture.range.endLine - picture.range.line;
    if (!entry.isLibrary && !picture.sourceLine.empty() && lines < MostLinesOfExpression) {
        askPatiently(problem, [&] {
            picture.values =
                captureValues(reinterpret_cast<PyObject *>(entry.frame), file, picture.range, modules);
        });
    }
    return picture;
}

} // namespace

FramePictures captureFrames(py::handle traceback, const PythonModules &modules)
{
    if (!traceback || traceback.is_none())
        return {};
    FramePictures found;
    const std::vector<Entry> entries = entriesOf(traceback, modules, found.problem);
    std::vector<Kept> kept = fold(entries);
    cutMiddle(kept);
    for (const Kept &one : kept) {
        const Entry &entry = entries[one.index];
        found.pictures.push_back(pictureOf(entry, modules, found.problem));
        found.pictures.back().repeated = static_cast<std::int32_t>(one.repeated);
        found.frames.push_back(py::reinterpret_borrow<py::object>(reinterpret_cast<PyObject *>(entry.frame)));
    }
    return found;
}

} // namespace Skillet::Worker
