// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/assistance.h"
#include "worker/pythonerror.h"
#include "worker/undisturbed.h"

#include <pybind11/pybind11.h>

#include <string>

/// From what the Python side says about names to messages. Python counts characters, the wire bytes.
namespace Skillet::Worker {

/// The characters that begin in the first `bytes` bytes.
[[nodiscard]] Py_ssize_t charactersIn(const std::string &text, std::uint32_t bytes);

/// From (`from` in characters, [(text, kind, detail)], more). Throws.
void fill(Protocol::Completions &answer, const pybind11::str &source, const pybind11::tuple &found);

/// From (signature, first and last active character, documentation). Throws.
void fill(Protocol::CallTip &answer, const pybind11::tuple &tip);

/// From [(kind, code, text, line, end line, column, end column)], columns in bytes. Throws.
void fill(Protocol::Problems &answer, const pybind11::list &found);

/// An answer without content when `function` could not be loaded, or asking fails for whatever reason.
template <typename Answer, typename Ask>
Answer answerBy(const pybind11::object &function, std::uint32_t request, Ask ask)
{
    Answer answer;
    const Undisturbed undisturbed;
    try {
        if (function)
            ask(answer);
    } catch (const std::exception &) {
        // Broken by the learner, or stopped by a signal: what Python said has gone with error_already_set.
        answer = {};
        forgetException();
    }
    answer.request = request;
    return answer;
}

} // namespace Skillet::Worker
