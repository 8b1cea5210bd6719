// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/traceback.h"

#include <cstdint>
#include <string>

/// What a worker is asked while nothing runs. Each answer carries the number of its request.
namespace Skillet::Protocol {

/// Asks whether `source`, as typed so far, is complete. Answered by Completeness while
/// idle; during a run the answer waits for its end.
struct AskCompleteness
{
    std::uint32_t request = 0;
    std::string source;
    friend bool operator==(const AskCompleteness &, const AskCompleteness &) = default;
};

/// Asks how the name, attribute, file or keyword before `cursor` could go on. Answered by Completions. The
/// prompt's worker looks at its live names and runs none of their code; the analyst reads `source` alone.
struct AskCompletions
{
    std::uint32_t request = 0;
    std::string source;
    std::uint32_t cursor = 0; ///< bytes of `source` before the caret
    std::string file; ///< where the source is saved, for imports beside it; may be empty
    FrameReference frame = {}; ///< prompt only: whose names count
    friend bool operator==(const AskCompletions &, const AskCompletions &) = default;
};

/// Asks which parameters the call around `cursor` takes. Answered by CallTip.
struct AskCallTip
{
    std::uint32_t request = 0;
    std::string source;
    std::uint32_t cursor = 0; ///< bytes of `source` before the caret
    std::string file; ///< as in AskCompletions
    FrameReference frame = {}; ///< as in AskCompletions
    friend bool operator==(const AskCallTip &, const AskCallTip &) = default;
};

/// Role Analyst only: asks what in `source` will not run, or hardly does what is meant. Answered by Problems.
struct AskProblems
{
    std::uint32_t request = 0;
    std::string source;
    std::string file; ///< where the source is saved; may be empty
    friend bool operator==(const AskProblems &, const AskProblems &) = default;
};

/// Role Analyst only: asks for what `source` is made of. Answered by Outline.
struct AskOutline
{
    std::uint32_t request = 0;
    std::string source;
    std::string language; ///< `Python` or `Markdown`; others have no outline
    friend bool operator==(const AskOutline &, const AskOutline &) = default;
};

enum class PlacesWanted : std::uint8_t {
    Definition = 0, ///< where the name at the caret comes from
    Uses = 1, ///< where it is used, in this file and in others beside it
    Rename = 2, ///< as Uses, but all of this file and none of others, and whether it can have another name
};

/// Role Analyst only: asks for the places that belong to the name at `cursor`. Answered by Places.
struct AskPlaces
{
    std::uint32_t request = 0;
    PlacesWanted wanted = PlacesWanted::Definition;
    std::string source;
    std::uint32_t cursor = 0; ///< bytes of `source` before the caret
    std::string file; ///< where the source is saved; may be empty
    std::string folder; ///< of the project, whose files count too; empty: the file's own
    friend bool operator==(const AskPlaces &, const AskPlaces &) = default;
};

/// Asks for the help on a topic: an expression of names and dots in the prompt's namespace (`orders.append`),
/// or whatever help() takes as text. Answered by HelpShown.
struct AskHelp
{
    std::uint32_t request = 0;
    std::string topic;
    FrameReference frame = {}; ///< as in AskCompletions
    friend bool operator==(const AskHelp &, const AskHelp &) = default;
};

/// Asks for the names of the prompt's namespace, or for the variables of a frame; answered by Names. Runs
/// none of the learner's code.
struct AskNames
{
    std::uint32_t request = 0;
    FrameReference frame = {}; ///< as in AskCompletions
    friend bool operator==(const AskNames &, const AskNames &) = default;
};

/// Role Prompt only: asks whether the frame is there to evaluate in. Answered by FrameState.
struct AskFrame
{
    std::uint32_t request = 0;
    FrameReference frame = {};
    friend bool operator==(const AskFrame &, const AskFrame &) = default;
};

/// Role Analyst only: asks for an error in plain words. Answered by Explanation.
struct AskExplanation
{
    std::uint32_t request = 0;
    Traceback traceback;
    std::string
        source; ///< text of the file to look at, or of the file that does not compile; empty: not known
    std::string pythonVersion; ///< of the Python that raised it, `3.11.2`; empty: the analyst's own
    std::string folder; ///< the program's working folder; empty: not known
    bool wantsChoices = false; ///< Explanation::name and ::others as well, which take their time
    friend bool operator==(const AskExplanation &, const AskExplanation &) = default;
};

} // namespace Skillet::Protocol
