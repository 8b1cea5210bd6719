// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "worker/inbox.h"
#include "worker/pump.h"

#include <pybind11/pybind11.h>

#include <string>

namespace Skillet::Worker {

/// What lies under sys.stdin, sys.stdout and sys.stderr of the learner's program. Outlives the interpreter's
/// use of it: the process ends without finalizing Python.
class Streams final
{
public:
    Streams(Pump &pump, Inbox &inbox)
        : m_pump(pump)
        , m_inbox(inbox)
    { }
    Streams(const Streams &) = delete;
    Streams &operator=(const Streams &) = delete;

    /// Puts new streams in place. Throws error_already_set.
    void install();

    /// A run begins whose help() is to be shown in pages. Until it is called, help() prints.
    void beginPages() { m_showsPages = m_pageIsFree = true; }

    /// Hands all buffered text to the pipes, whatever the learner did to the streams. Never throws.
    void flush();

    /// Replaces streams that were closed, as exit() does with stdin. Never throws.
    void mend();

    /// Puts the original streams back, for a program that starts afresh. Never throws.
    void reset();

private:
    Py_ssize_t write(int descriptor, pybind11::handle data);
    ssize_t writeOnce(int descriptor, const Py_buffer &buffer);
    [[nodiscard]] bool fitsAtOnce(int descriptor, Py_ssize_t size);
    pybind11::object readLine(const std::string &prompt, bool secret);
    /// False when the text has to be printed. One page is shown until the learner has said something: more
    /// would hide each other, and need no credit.
    bool showPage(const std::string &text);
    void keepOrder(int descriptor);
    void call(const char *function);

    Pump &m_pump;
    Inbox &m_inbox;
    pybind11::object m_module;
    int m_lastWritten = 1;
    Py_ssize_t m_room = 0; ///< bytes that its pipe takes without waiting
    bool m_showsPages = false;
    bool m_pageIsFree = false;
};

} // namespace Skillet::Worker
